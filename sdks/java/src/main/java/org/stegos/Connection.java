package org.stegos;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One open WebSocket of a stream. Nothing is read ahead: the next message is asked for when the last one has been taken, so that
 * a slow reader costs no memory.
 *
 * <p>The JDK often does not tell of an end that comes close behind a message (17 to 25: about every second time). So whoever
 * waits after a message has the other side asked whether it is there: where nobody is, the question soon cannot be sent.
 */
final class Connection implements WebSocket.Listener {
  /** Characters a message may have. */
  private static final int MESSAGE = 64 * 1_024 * 1_024;

  /** Nanoseconds of silence after a message until the other side is asked, and between two questions. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  /** Stands for the end. */
  private static final String END = new String("end");

  /** At most a message and the end. */
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  private final StringBuilder message = new StringBuilder();
  private volatile long heard = System.nanoTime();

  /** Whether a message was the last that was heard: behind it might have been the end. */
  private volatile boolean doubtful;

  /** Nanoseconds on the clock of the machine when the other side was last asked. */
  private long asked = heard;

  @Override
  public void onOpen(WebSocket socket) {
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heard = System.nanoTime();
    doubtful = true;
    message.append(part);
    if (message.length() > MESSAGE) {
      socket.abort();
      end();
    } else if (last) {
      messages.add(message.toString());
      message.setLength(0);
    } else {
      socket.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket socket, ByteBuffer payload) {
    heard = System.nanoTime();
    doubtful = false;
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end();
  }

  /** Nothing follows what is there. */
  void end() {
    messages.add(END);
  }

  /** Nanoseconds on the clock of the machine when something was last heard. */
  long heard() {
    return heard;
  }

  /**
   * The next message, or null when none came within that time.
   *
   * @throws IOException at the end
   */
  String take(WebSocket socket, long nanoseconds) throws IOException {
    String next;
    try {
      next = poll(socket, System.nanoTime() + nanoseconds);
    } catch (InterruptedException interrupted) {
      throw new InterruptedCallException(interrupted);
    }
    if (next == null) {
      return null;
    }
    if (next == END) {
      end();
      throw new IOException("the connection has ended");
    }
    socket.request(1);
    return next;
  }

  /** The next message, or null when there was none until then; asks the other side meanwhile. */
  private String poll(WebSocket socket, long deadline) throws InterruptedException {
    while (true) {
      long now = System.nanoTime();
      long due = doubtful ? Math.max(heard, asked) + LOOK : deadline;
      String next = messages.poll(Math.max(1, Math.min(due - now, deadline - now)), TimeUnit.NANOSECONDS);
      long later = System.nanoTime();
      if (next == null && doubtful && later - Math.max(heard, asked) >= LOOK) {
        asked = later;
        ask(socket);
      }
      if (next != null || later - deadline >= 0) {
        return next;
      }
    }
  }

  private void ask(WebSocket socket) {
    socket
        .sendPing(ByteBuffer.allocate(0))
        .exceptionally(
            failed -> {
              // Any other failure says that the last question is still on its way.
              if (failed instanceof IOException || failed.getCause() instanceof IOException) {
                end();
              }
              return null;
            });
  }
}

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
 */
final class Connection implements WebSocket.Listener {
  /** Characters a message may have. */
  private static final int MESSAGE = 64 * 1_024 * 1_024;

  /** Stands for the end. */
  private static final String END = new String("end");

  /** At most a message and the end. */
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  private final StringBuilder message = new StringBuilder();
  private volatile long heard = System.nanoTime();

  @Override
  public void onOpen(WebSocket socket) {
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heard = System.nanoTime();
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
      next = messages.poll(nanoseconds, TimeUnit.NANOSECONDS);
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
}

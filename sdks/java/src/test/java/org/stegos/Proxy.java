package org.stegos;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy between a client and a node that cuts connections, and loses answers: the request arrives, the answer does not. */
final class Proxy implements AutoCloseable {
  private final ServerSocket server;
  private final URI target;
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile int cutAfter = Integer.MAX_VALUE;

  Proxy(String target) throws IOException {
    this.target = URI.create(target);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Answers it will still lose. */
  void lose(int answers) {
    toLose.set(answers);
  }

  int stillToLose() {
    return toLose.get();
  }

  /** From now on connections break after so many bytes, wherever that is in a frame. */
  void cutAfter(int bytes) {
    cutAfter = bytes;
  }

  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        start(() -> carry(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket near) {
    // While the node is away, its place refuses.
    try (near; Socket far = new Socket(target.getHost(), target.getPort())) {
      start(() -> forward(near, far));
      answer(near, far);
    } catch (IOException broken) {
      // That is what it is for.
    }
  }

  private static void forward(Socket near, Socket far) {
    try (near; far) {
      near.getInputStream().transferTo(far.getOutputStream());
    } catch (IOException broken) {
      // Both are closed now.
    }
  }

  private void answer(Socket near, Socket far) throws IOException {
    InputStream in = far.getInputStream();
    byte[] buffer = new byte[4_096];
    int passed = 0;
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        return;
      }
      int part = Math.min(count, Math.max(0, cutAfter - passed));
      passed += part;
      near.getOutputStream().write(buffer, 0, part);
      if (part < count) {
        cuts.incrementAndGet();
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}

package org.stegos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** A devnet of one node on a port and a data directory of its own. */
final class DevNode implements AutoCloseable {
  private final List<String> flags;
  private final Path directory;
  private Process process;
  private String url;
  private String token;

  /** @param flags more of them */
  DevNode(String... flags) throws IOException {
    this.flags = List.of(flags);
    directory = Files.createTempDirectory("stegos-java-");
    start("127.0.0.1:0");
  }

  String url() {
    return url;
  }

  String token() {
    return token;
  }

  /** Ends it as a power cut does, and starts it again where it was. */
  void restart() throws IOException {
    kill();
    start(url.replace("http://", ""));
  }

  private void start(String listen) throws IOException {
    List<String> words =
        List.of(
            Support.variable("NODE"), Support.variable("STEGOS_PROJECT") + "/bin/stegos.mjs",
            "devnet", "--json", "--listen", listen, "--data-dir", directory.toString());
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(words.stream(), flags.stream()).toList());
    // The node would take them for its configuration.
    builder.environment().keySet().removeIf(name -> name.startsWith("STEGOS_"));
    builder.environment().put("HOME", directory.toString());
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.startsWith("{\"url\":")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the node ended before it listened");
    }
    JsonObject ready = JsonObject.of(Json.parse(line));
    url = ready.required("url", Json::string);
    token = Files.readString(Path.of(ready.required("tokenFile", Json::string)));
    // What it says later is of no interest, but must go somewhere.
    Thread drain = new Thread(() -> lines.lines().forEach(later -> {}));
    drain.setDaemon(true);
    drain.start();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

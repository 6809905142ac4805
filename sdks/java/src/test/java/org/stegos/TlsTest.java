package org.stegos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stegos.api.Event;
import org.stegos.api.TopicPattern;

/** Calls and streams over TLS, to a node with a certificate of its own making. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final EventsOptions BLOCKS = EventsOptions.of(TopicPattern.CHAIN_BLOCK).from(EventsOptions.GENESIS);

  @TempDir static Path place;
  private static KeyStore store;
  private static DevNode node;

  @BeforeAll
  static void start() throws Exception {
    Path keys = place.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process making =
        new ProcessBuilder(
                keytool, "-genkeypair", "-alias", "node", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
                "-validity", "1", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(making.getInputStream().readAllBytes());
    assertEquals(0, making.waitFor(), said);
    store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    Path certificate = pem("CERTIFICATE", store.getCertificate("node").getEncoded());
    Path key = pem("PRIVATE KEY", store.getKey("node", PASSWORD).getEncoded());
    node = new DevNode("--tls-cert", certificate.toString(), "--tls-key", key.toString());
  }

  @AfterAll
  static void stop() throws IOException {
    node.close();
  }

  private static Path pem(String kind, byte[] bytes) throws IOException {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    String text = Stream.of("-----BEGIN " + kind + "-----", lines, "-----END " + kind + "-----", "").reduce((a, b) -> a + "\n" + b).orElseThrow();
    return Files.writeString(place.resolve(kind.replace(' ', '-') + ".pem"), text);
  }

  /** A context that trusts the certificate of the node, and no other. */
  private static SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("node", store.getCertificate("node"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static ClientOptions options(String host) {
    Retry patient = new Retry(200, Duration.ofMillis(20), Duration.ofMillis(200));
    return ClientOptions.of("https://" + host + ":" + URI.create(node.url()).getPort()).token(node.token()).retry(patient);
  }

  @Test
  void withACertificateThatIsTrusted() throws Exception {
    StegosClient client = new StegosClient(options("localhost").tls(trusting()));
    assertEquals("dev", client.node().status().network().value());
    try (EventStream events = client.events(BLOCKS)) {
      assertTrue(events.next().event() instanceof Event.ChainBlock);
    }
  }

  /** Nobody vouches for the certificate; and it does not name that host. */
  @Test
  void aCertificateNobodyVouchesForIsRefused() throws Exception {
    Retry once = new Retry(1, Duration.ofMillis(1), Duration.ofMillis(1));
    for (ClientOptions options : List.of(options("localhost"), options("127.0.0.1").tls(trusting()))) {
      StegosClient stranger = new StegosClient(options.retry(once).checkContract(false));
      var error = assertThrows(ConnectionLostException.class, () -> stranger.node().status());
      assertTrue(error.getCause() instanceof SSLHandshakeException, String.valueOf(error.getCause()));
      assertThrows(ConnectionLostException.class, stranger.events(BLOCKS)::next);
    }
  }
}

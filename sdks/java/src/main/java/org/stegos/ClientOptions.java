package org.stegos;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Where the node is, and how the client behaves.
 *
 * <pre>{@code
 * var client = new StegosClient(ClientOptions.of("http://127.0.0.1:3145").token(token).timeout(Duration.ofSeconds(10)));
 * }</pre>
 */
public final class ClientOptions {
  final URI url;
  final String token;
  final Duration timeout;
  final Duration probeInterval;
  final Retry retry;
  final boolean checkContract;
  final Consumer<String> onWarning;
  final SSLContext tls;
  final HttpClient http;

  private ClientOptions(Draft draft) {
    this.url = draft.url;
    this.token = draft.token;
    this.timeout = draft.timeout;
    this.probeInterval = draft.probeInterval;
    this.retry = draft.retry;
    this.checkContract = draft.checkContract;
    this.onWarning = draft.onWarning;
    this.tls = draft.tls;
    this.http = draft.http;
  }

  /**
   * With the address of the node, such as {@code http://127.0.0.1:3145}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ClientOptions of(String url) {
    Draft draft = new Draft();
    draft.url = address(url);
    return new ClientOptions(draft);
  }

  /** The bearer token; that of the owner is in {@code api.token} in the data directory of the node. */
  public ClientOptions token(String token) {
    Draft draft = new Draft(this);
    draft.token = token.strip();
    if (!draft.token.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new IllegalArgumentException("a token has visible ASCII characters only");
    }
    return new ClientOptions(draft);
  }

  /** What one attempt of a call may take; a minute unless told. */
  public ClientOptions timeout(Duration timeout) {
    Draft draft = new Draft(this);
    draft.timeout = Objects.requireNonNull(timeout);
    return new ClientOptions(draft);
  }

  /** How failed calls are repeated; eight attempts over about ten seconds unless told. */
  public ClientOptions retry(Retry retry) {
    Draft draft = new Draft(this);
    draft.retry = Objects.requireNonNull(retry);
    return new ClientOptions(draft);
  }

  /** Whether to compare the contract of the node with that of this library after the first call. True unless told. */
  public ClientOptions checkContract(boolean check) {
    Draft draft = new Draft(this);
    draft.checkContract = check;
    return new ClientOptions(draft);
  }

  /** Silence of a stream after which its connection is probed; 15 seconds unless told. */
  public ClientOptions probeInterval(Duration interval) {
    Draft draft = new Draft(this);
    draft.probeInterval = Objects.requireNonNull(interval);
    return new ClientOptions(draft);
  }

  /** Is told what a developer should know, such as that the node serves another contract. Unless told it is logged. */
  public ClientOptions onWarning(Consumer<String> tell) {
    Draft draft = new Draft(this);
    draft.onWarning = Objects.requireNonNull(tell);
    return new ClientOptions(draft);
  }

  /**
   * Whom to trust when the address begins with {@code https://}, such as a context with a certificate that the node made itself.
   * Without it the certificates of the platform. Certificates and the name of the host are checked in any case.
   */
  public ClientOptions tls(SSLContext tls) {
    Draft draft = new Draft(this);
    draft.tls = Objects.requireNonNull(tls);
    return new ClientOptions(draft);
  }

  /** What carries calls and streams, such as one with a proxy. It brings its own TLS: {@link #tls} is not looked at. */
  public ClientOptions http(HttpClient http) {
    Draft draft = new Draft(this);
    draft.http = Objects.requireNonNull(http);
    return new ClientOptions(draft);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ClientOptions(" + url + ")";
  }

  /** An address without a slash at its end. {@code ws://} is taken for {@code http://}, and so with TLS. */
  private static URI address(String text) {
    // The text is not repeated: somebody may have put a secret into it.
    IllegalArgumentException fault =
        new IllegalArgumentException("an address of a node looks like http://127.0.0.1:3145");
    try {
      URI url = URI.create(text.replaceFirst("^ws", "http").replaceFirst("/+$", ""));
      boolean plain = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (plain && web && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException cause) {
      throw fault;
    }
    throw fault;
  }

  private static final class Draft {
    private URI url;
    private String token;
    private Duration timeout = Duration.ofMinutes(1);
    private Duration probeInterval = Duration.ofSeconds(15);
    private Retry retry = Retry.DEFAULT;
    private boolean checkContract = true;
    private Consumer<String> onWarning =
        message -> System.getLogger("org.stegos").log(System.Logger.Level.WARNING, message);
    private SSLContext tls;
    private HttpClient http;

    private Draft() {}

    private Draft(ClientOptions from) {
      this.url = from.url;
      this.token = from.token;
      this.timeout = from.timeout;
      this.probeInterval = from.probeInterval;
      this.retry = from.retry;
      this.checkContract = from.checkContract;
      this.onWarning = from.onWarning;
      this.tls = from.tls;
      this.http = from.http;
    }
  }
}

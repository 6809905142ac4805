package org.stegos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.stegos.api.RefusedException;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** The frames of JSON-RPC 2.0 over HTTP, in one attempt. */
final class Http {
  private final ClientOptions options;
  private final HttpClient http;

  Http(ClientOptions options) {
    this.options = options;
    this.http = Optional.ofNullable(options.http).orElseGet(() -> client(options));
  }

  private static HttpClient client(ClientOptions options) {
    // Over a plain connection the newer version of HTTP would be asked for with every call.
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (options.tls != null) {
      builder.sslContext(options.tls);
    }
    return builder.build();
  }

  /** Makes one call. */
  <T> T call(String method, Map<String, Object> params, Duration timeout, Function<Object, T> read) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(options.url + "/rpc"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request(method, params)));
    if (options.token != null) {
      request.header("Authorization", "Bearer " + options.token);
    }
    HttpResponse<String> answer =
        await(http.sendAsync(request.build(), head -> new BoundedBody()), timeout);
    return result(answer.body(), answer.statusCode(), read);
  }

  /** Opens a WebSocket. */
  WebSocket open(WebSocket.Listener listener, Duration timeout) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (options.token != null) {
      builder.header("Authorization", "Bearer " + options.token);
    }
    URI url = URI.create(options.url.toString().replaceFirst("^http", "ws") + "/ws");
    CompletableFuture<WebSocket> opening = builder.buildAsync(url, listener);
    // One that opens when nobody waits for it any more is not left behind.
    try {
      return await(opening, timeout);
    } catch (StegosException failure) {
      opening.thenAccept(WebSocket::abort);
      throw failure;
    }
  }

  /** What it becomes, or how it failed. */
  <T> T await(CompletableFuture<T> future, Duration timeout) {
    try {
      return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      future.cancel(true);
      throw new CallTimeoutException(timeout);
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw new InterruptedCallException(interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw connectionLost(cause instanceof IOException ? cause : failed);
    }
  }

  StegosException connectionLost(Throwable cause) {
    return new ConnectionLostException(options.url.toString(), cause);
  }

  /** The text of a request. */
  static String request(String method, Map<String, Object> params) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("jsonrpc", "2.0");
    frame.put("id", 1L);
    frame.put("method", method);
    frame.put("params", params);
    return Json.stringify(frame);
  }

  /**
   * The result in an answer.
   *
   * @param status of HTTP; 0 when there is none
   * @throws StegosException the error it carries, or that it is no answer of a node
   */
  static <T> T result(String text, int status, Function<Object, T> read) {
    RefusedException refused;
    try {
      JsonObject frame = JsonObject.of(Json.parse(text));
      if (frame.value("error") == null) {
        return frame.required("result", read);
      }
      refused = RefusedException.read(frame.value("error"));
    } catch (IllegalArgumentException | ArithmeticException cause) {
      throw new InvalidResponseException(status, cause);
    }
    throw refused;
  }
}

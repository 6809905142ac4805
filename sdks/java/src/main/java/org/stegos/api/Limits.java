// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The limits of this node, each by name.
 * @param bodyBytes Bytes of one request body or WebSocket message.
 * @param batchCalls Calls in one batch.
 * @param batchResponseBytes Bytes of all answers to one batch; what does not fit is answered with
 * {@code response_too_large}.
 * @param callsPerSecond Calls a token may make per second, averaged.
 * @param callsBurst Calls a token may make at once.
 * @param callsInFlight Calls of one connection that are worked on at a time; more wait unread.
 * @param connections Open connections, WebSockets among them.
 * @param subscriptionsPerConnection Open subscriptions of one WebSocket connection.
 * @param streamBufferBytes Bytes of unread events the node keeps for one connection; the rest
 * waits in its log.
 * @param streamStallSeconds Seconds a reader may leave that buffer full before its subscriptions
 * stop with {@code slow_reader}.
 * @param pageItems Items of one page of a list.
 * @param messageBodyBytes Bytes of the body of one message.
 * @param paymentsPerCall Payments in one {@code payment.sendMany}.
 */
public record Limits(
    long bodyBytes,
    long batchCalls,
    long batchResponseBytes,
    long callsPerSecond,
    long callsBurst,
    long callsInFlight,
    long connections,
    long subscriptionsPerConnection,
    long streamBufferBytes,
    long streamStallSeconds,
    long pageItems,
    long messageBodyBytes,
    long paymentsPerCall) {

  /** Reads one from JSON. */
  public static Limits read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Limits(
        in.required("bodyBytes", Json::integer),
        in.required("batchCalls", Json::integer),
        in.required("batchResponseBytes", Json::integer),
        in.required("callsPerSecond", Json::integer),
        in.required("callsBurst", Json::integer),
        in.required("callsInFlight", Json::integer),
        in.required("connections", Json::integer),
        in.required("subscriptionsPerConnection", Json::integer),
        in.required("streamBufferBytes", Json::integer),
        in.required("streamStallSeconds", Json::integer),
        in.required("pageItems", Json::integer),
        in.required("messageBodyBytes", Json::integer),
        in.required("paymentsPerCall", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("bodyBytes", bodyBytes, Json::same)
        .put("batchCalls", batchCalls, Json::same)
        .put("batchResponseBytes", batchResponseBytes, Json::same)
        .put("callsPerSecond", callsPerSecond, Json::same)
        .put("callsBurst", callsBurst, Json::same)
        .put("callsInFlight", callsInFlight, Json::same)
        .put("connections", connections, Json::same)
        .put("subscriptionsPerConnection", subscriptionsPerConnection, Json::same)
        .put("streamBufferBytes", streamBufferBytes, Json::same)
        .put("streamStallSeconds", streamStallSeconds, Json::same)
        .put("pageItems", pageItems, Json::same)
        .put("messageBodyBytes", messageBodyBytes, Json::same)
        .put("paymentsPerCall", paymentsPerCall, Json::same)
        .fields();
  }
}

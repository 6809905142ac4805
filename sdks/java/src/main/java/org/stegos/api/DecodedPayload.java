// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What the payload of one output says.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 * @param kind {@code none}: a payment without data. {@code message}: a part of a message. {@code
 * change}: what the sender keeps for himself. {@code filler}: nothing, so that all transactions
 * look alike.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param height The height of a block; genesis is 0.
 * @param messageId Message it is a part of.
 * @param app Names the application a message belongs to, at most 32 bytes of UTF-8 without control
 * characters; empty for none. It travels encrypted.
 * @param part Which part, from 0.
 * @param parts Parts of that message.
 * @param body Body of this part.
 */
public record DecodedPayload(
    OutputId outputId,
    PayloadKind kind,
    Amount amount,
    long height,
    Optional<MessageId> messageId,
    Optional<String> app,
    Optional<Long> part,
    Optional<Long> parts,
    Optional<Bytes> body) {

  /** Reads one from JSON. */
  public static DecodedPayload read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DecodedPayload(
        in.required("outputId", OutputId::read),
        in.required("kind", PayloadKind::read),
        in.required("amount", Amount::read),
        in.required("height", Json::integer),
        in.optional("messageId", MessageId::read),
        in.optional("app", Json::string),
        in.optional("part", Json::integer),
        in.optional("parts", Json::integer),
        in.optional("body", Bytes::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("outputId", outputId, OutputId::write)
        .put("kind", kind, PayloadKind::write)
        .put("amount", amount, Amount::write)
        .put("height", height, Json::same)
        .putOptional("messageId", messageId, MessageId::write)
        .putOptional("app", app, Json::same)
        .putOptional("part", part, Json::same)
        .putOptional("parts", parts, Json::same)
        .putOptional("body", body, Bytes::write)
        .fields();
  }
}

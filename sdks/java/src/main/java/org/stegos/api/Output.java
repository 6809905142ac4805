// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An output as everybody sees it.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 * @param height Block that made it.
 * @param position Its place among the outputs of its transaction.
 * @param spent Whether a final block has spent it.
 * @param key One-time key P whose secret spends it.
 * @param commitment Pedersen commitment C to the amount.
 * @param ephemeral Ephemeral key R its receiver finds it by.
 * @param viewTag View tag, 3 bytes, lower-case hex.
 * @param encryptedAmount Encrypted amount, 8 bytes, lower-case hex.
 * @param encryptedAnchor Encrypted anchor, 16 bytes, lower-case hex.
 * @param payloadHash 32 bytes, lower-case hex.
 * @param payloadPruned True when this node no longer has the payload.
 * @param transactionId Transaction that made it; absent for outputs of genesis.
 * @param spentIn Transaction that spent it.
 * @param payload The encrypted payload, 1,024 bytes, when asked for.
 */
public record Output(
    OutputId outputId,
    long height,
    long position,
    boolean spent,
    String key,
    String commitment,
    String ephemeral,
    String viewTag,
    String encryptedAmount,
    String encryptedAnchor,
    String payloadHash,
    boolean payloadPruned,
    Optional<TransactionId> transactionId,
    Optional<TransactionId> spentIn,
    Optional<Bytes> payload) {

  /** Reads one from JSON. */
  public static Output read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Output(
        in.required("outputId", OutputId::read),
        in.required("height", Json::integer),
        in.required("position", Json::integer),
        in.required("spent", Json::bool),
        in.required("key", Json::string),
        in.required("commitment", Json::string),
        in.required("ephemeral", Json::string),
        in.required("viewTag", Json::string),
        in.required("encryptedAmount", Json::string),
        in.required("encryptedAnchor", Json::string),
        in.required("payloadHash", Json::string),
        in.required("payloadPruned", Json::bool),
        in.optional("transactionId", TransactionId::read),
        in.optional("spentIn", TransactionId::read),
        in.optional("payload", Bytes::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("outputId", outputId, OutputId::write)
        .put("height", height, Json::same)
        .put("position", position, Json::same)
        .put("spent", spent, Json::same)
        .put("key", key, Json::same)
        .put("commitment", commitment, Json::same)
        .put("ephemeral", ephemeral, Json::same)
        .put("viewTag", viewTag, Json::same)
        .put("encryptedAmount", encryptedAmount, Json::same)
        .put("encryptedAnchor", encryptedAnchor, Json::same)
        .put("payloadHash", payloadHash, Json::same)
        .put("payloadPruned", payloadPruned, Json::same)
        .putOptional("transactionId", transactionId, TransactionId::write)
        .putOptional("spentIn", spentIn, TransactionId::write)
        .putOptional("payload", payload, Bytes::write)
        .fields();
  }
}

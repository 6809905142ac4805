// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An output that belongs to the account.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param status {@code unspent}: can be spent. {@code pending}: its transaction is not final.
 * {@code reserved}: an unfinished payment holds it. {@code spent}: gone.
 * @param addressIndex The address that received it.
 * @param height Block that made it; absent while pending.
 * @param transactionId Transaction that made it; absent for outputs of genesis.
 * @param spentIn Transaction that spends it.
 */
public record Coin(
    OutputId outputId,
    Amount amount,
    CoinStatus status,
    long addressIndex,
    Optional<Long> height,
    Optional<TransactionId> transactionId,
    Optional<TransactionId> spentIn) {

  /** Reads one from JSON. */
  public static Coin read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Coin(
        in.required("outputId", OutputId::read),
        in.required("amount", Amount::read),
        in.required("status", CoinStatus::read),
        in.required("addressIndex", Json::integer),
        in.optional("height", Json::integer),
        in.optional("transactionId", TransactionId::read),
        in.optional("spentIn", TransactionId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("outputId", outputId, OutputId::write)
        .put("amount", amount, Amount::write)
        .put("status", status, CoinStatus::write)
        .put("addressIndex", addressIndex, Json::same)
        .putOptional("height", height, Json::same)
        .putOptional("transactionId", transactionId, TransactionId::write)
        .putOptional("spentIn", spentIn, TransactionId::write)
        .fields();
  }
}

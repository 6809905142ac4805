// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The last final block, and what its state commitment is the hash of: docs/protocol.md says how.
 * At most some 90 kB.
 * @param height The height of a block; genesis is 0.
 * @param blockId Hash of the header.
 * @param history The chain of hashes over all records, as {@code stake} has it.
 * @param header The block's header.
 * @param certificate The certificate that makes the block final; genesis has none.
 * @param unspent LtHash of the unspent set, 2,048 bytes.
 * @param issued An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param burnt An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param blinding Of the supply.
 * @param commitments Of the supply.
 * @param stake The stake without the records of validators; the chain of hashes is in it.
 * @param records Hash of each validator's record, in the order of their ids.
 */
public record AwardProof(
    long height,
    String blockId,
    String history,
    String header,
    Optional<String> certificate,
    String unspent,
    Amount issued,
    Amount burnt,
    String blinding,
    String commitments,
    String stake,
    List<String> records) {

  /** Reads one from JSON. */
  public static AwardProof read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AwardProof(
        in.required("height", Json::integer),
        in.required("blockId", Json::string),
        in.required("history", Json::string),
        in.required("header", Json::string),
        in.optional("certificate", Json::string),
        in.required("unspent", Json::string),
        in.required("issued", Amount::read),
        in.required("burnt", Amount::read),
        in.required("blinding", Json::string),
        in.required("commitments", Json::string),
        in.required("stake", Json::string),
        in.required("records", Json.list(Json::string)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("height", height, Json::same)
        .put("blockId", blockId, Json::same)
        .put("history", history, Json::same)
        .put("header", header, Json::same)
        .putOptional("certificate", certificate, Json::same)
        .put("unspent", unspent, Json::same)
        .put("issued", issued, Amount::write)
        .put("burnt", burnt, Amount::write)
        .put("blinding", blinding, Json::same)
        .put("commitments", commitments, Json::same)
        .put("stake", stake, Json::same)
        .put("records", records, Json.array(Json::same))
        .fields();
  }
}

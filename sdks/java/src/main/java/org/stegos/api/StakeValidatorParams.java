// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/** Parameters of {@code stake.validator}: One validator. Exactly one of them is given. */
public final class StakeValidatorParams {
  private final Object json;

  private StakeValidatorParams(Object json) {
    this.json = json;
  }

  /** Its id. */
  public static StakeValidatorParams byValidatorId(ValidatorId validatorId) {
    return new StakeValidatorParams(new JsonObject().put("validatorId", validatorId, ValidatorId::write).fields());
  }

  /** A key of it. */
  public static StakeValidatorParams byValidatorKey(ValidatorKey validatorKey) {
    return new StakeValidatorParams(new JsonObject().put("validatorKey", validatorKey, ValidatorKey::write).fields());
  }

  /** Reads one from JSON. */
  public static StakeValidatorParams read(Object json) {
    return new StakeValidatorParams(JsonObject.of(json).fields());
  }

  /** Writes it as JSON. */
  public Object write() {
    return json;
  }
}

// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.internal;

import java.util.Map;

/** What the runtime has to know of methods. */
public final class MethodFacts {
  /** Whether a method takes an idempotency key: of every method of the contract. */
  public static final Map<String, Boolean> KEYED =
      Map.ofEntries(
          Map.entry("rpc.discover", false),
          Map.entry("node.status", false),
          Map.entry("node.peers", false),
          Map.entry("node.version", false),
          Map.entry("chain.status", false),
          Map.entry("chain.block", false),
          Map.entry("chain.blocks", false),
          Map.entry("chain.transaction", false),
          Map.entry("chain.output", false),
          Map.entry("chain.outputs", false),
          Map.entry("chain.supply", false),
          Map.entry("chain.params", false),
          Map.entry("chain.fees", false),
          Map.entry("chain.submit", false),
          Map.entry("account.create", true),
          Map.entry("account.recover", true),
          Map.entry("account.list", false),
          Map.entry("account.get", false),
          Map.entry("account.unlock", false),
          Map.entry("account.lock", false),
          Map.entry("account.remove", true),
          Map.entry("account.changePassphrase", true),
          Map.entry("account.recoveryPhrase", false),
          Map.entry("account.address", true),
          Map.entry("account.addresses", false),
          Map.entry("account.balance", false),
          Map.entry("account.history", false),
          Map.entry("account.outputs", false),
          Map.entry("account.viewKey", false),
          Map.entry("account.importViewKey", true),
          Map.entry("account.rescan", true),
          Map.entry("payment.send", true),
          Map.entry("payment.sendMany", true),
          Map.entry("payment.sendPublic", true),
          Map.entry("payment.estimate", false),
          Map.entry("payment.get", false),
          Map.entry("payment.list", false),
          Map.entry("payment.cancel", true),
          Map.entry("payment.prove", false),
          Map.entry("payment.verifyProof", false),
          Map.entry("payment.consolidate", true),
          Map.entry("message.send", true),
          Map.entry("message.get", false),
          Map.entry("message.list", false),
          Map.entry("message.status", false),
          Map.entry("message.decode", false),
          Map.entry("stake.deposit", true),
          Map.entry("stake.withdraw", true),
          Map.entry("stake.configure", true),
          Map.entry("stake.rotate", true),
          Map.entry("stake.resume", true),
          Map.entry("stake.get", false),
          Map.entry("stake.list", false),
          Map.entry("stake.validators", false),
          Map.entry("stake.validator", false),
          Map.entry("stake.epoch", false),
          Map.entry("stake.params", false),
          Map.entry("stake.rewards", false),
          Map.entry("stake.award", false),
          Map.entry("stake.awards", false),
          Map.entry("stake.awardProof", false),
          Map.entry("stake.proveAward", true),
          Map.entry("stake.slashings", false),
          Map.entry("token.create", true),
          Map.entry("token.list", false),
          Map.entry("token.revoke", true),
          Map.entry("token.audit", false),
          Map.entry("dev.faucet", true),
          Map.entry("dev.mine", true),
          Map.entry("dev.time", true));

  /** Methods that are on their way out, with what to say of them. */
  public static final Map<String, String> DEPRECATED = Map.of();

  private MethodFacts() {}
}

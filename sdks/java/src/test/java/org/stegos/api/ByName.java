// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** Methods by name. */
public final class ByName {
  private ByName() {}

  /** Carries out a method through its typed function; the answer goes through its type, too. */
  @SuppressWarnings("removal")
  public static Object call(StegosMethods client, String method, Object params) {
    return switch (method) {
      case "rpc.discover" -> client.rpc().discover();
      case "node.status" -> client.node().status().write();
      case "node.peers" -> client.node().peers(NodePeersParams.read(params)).write();
      case "node.version" -> client.node().version().write();
      case "chain.status" -> client.chain().status().write();
      case "chain.block" -> client.chain().block(ChainBlockParams.read(params)).write();
      case "chain.blocks" -> client.chain().blocks(ChainBlocksParams.read(params)).write();
      case "chain.transaction" -> client.chain().transaction(ChainTransactionParams.read(params)).write();
      case "chain.output" -> client.chain().output(ChainOutputParams.read(params)).write();
      case "chain.outputs" -> client.chain().outputs(ChainOutputsParams.read(params)).write();
      case "chain.supply" -> client.chain().supply().write();
      case "chain.params" -> client.chain().params().write();
      case "chain.fees" -> client.chain().fees().write();
      case "chain.submit" -> client.chain().submit(ChainSubmitParams.read(params)).write();
      case "account.create" -> client.account().create(AccountCreateParams.read(params)).write();
      case "account.recover" -> client.account().recover(AccountRecoverParams.read(params)).write();
      case "account.list" -> client.account().list(AccountListParams.read(params)).write();
      case "account.get" -> client.account().get(AccountGetParams.read(params)).write();
      case "account.unlock" -> client.account().unlock(AccountUnlockParams.read(params)).write();
      case "account.lock" -> client.account().lock(AccountLockParams.read(params)).write();
      case "account.remove" -> client.account().remove(AccountRemoveParams.read(params)).write();
      case "account.changePassphrase" -> client.account().changePassphrase(AccountChangePassphraseParams.read(params)).write();
      case "account.recoveryPhrase" -> client.account().recoveryPhrase(AccountRecoveryPhraseParams.read(params)).write();
      case "account.address" -> client.account().address(AccountAddressParams.read(params)).write();
      case "account.addresses" -> client.account().addresses(AccountAddressesParams.read(params)).write();
      case "account.balance" -> client.account().balance(AccountBalanceParams.read(params)).write();
      case "account.history" -> client.account().history(AccountHistoryParams.read(params)).write();
      case "account.outputs" -> client.account().outputs(AccountOutputsParams.read(params)).write();
      case "account.viewKey" -> client.account().viewKey(AccountViewKeyParams.read(params)).write();
      case "account.importViewKey" -> client.account().importViewKey(AccountImportViewKeyParams.read(params)).write();
      case "account.rescan" -> client.account().rescan(AccountRescanParams.read(params)).write();
      case "payment.send" -> client.payment().send(PaymentSendParams.read(params)).write();
      case "payment.sendMany" -> client.payment().sendMany(PaymentSendManyParams.read(params)).write();
      case "payment.sendPublic" -> client.payment().sendPublic(PaymentSendPublicParams.read(params)).write();
      case "payment.estimate" -> client.payment().estimate(PaymentEstimateParams.read(params)).write();
      case "payment.get" -> client.payment().get(PaymentGetParams.read(params)).write();
      case "payment.list" -> client.payment().list(PaymentListParams.read(params)).write();
      case "payment.cancel" -> client.payment().cancel(PaymentCancelParams.read(params)).write();
      case "payment.prove" -> client.payment().prove(PaymentProveParams.read(params)).write();
      case "payment.verifyProof" -> client.payment().verifyProof(PaymentVerifyProofParams.read(params)).write();
      case "payment.consolidate" -> client.payment().consolidate(PaymentConsolidateParams.read(params)).write();
      case "message.send" -> client.message().send(MessageSendParams.read(params)).write();
      case "message.get" -> client.message().get(MessageGetParams.read(params)).write();
      case "message.list" -> client.message().list(MessageListParams.read(params)).write();
      case "message.status" -> client.message().status(MessageStatusParams.read(params)).write();
      case "message.decode" -> client.message().decode(MessageDecodeParams.read(params)).write();
      case "stake.deposit" -> client.stake().deposit(StakeDepositParams.read(params)).write();
      case "stake.withdraw" -> client.stake().withdraw(StakeWithdrawParams.read(params)).write();
      case "stake.configure" -> client.stake().configure(StakeConfigureParams.read(params)).write();
      case "stake.rotate" -> client.stake().rotate(StakeRotateParams.read(params)).write();
      case "stake.resume" -> client.stake().resume(StakeResumeParams.read(params)).write();
      case "stake.get" -> client.stake().get(StakeGetParams.read(params)).write();
      case "stake.list" -> client.stake().list(StakeListParams.read(params)).write();
      case "stake.validators" -> client.stake().validators(StakeValidatorsParams.read(params)).write();
      case "stake.validator" -> client.stake().validator(StakeValidatorParams.read(params)).write();
      case "stake.epoch" -> client.stake().epoch().write();
      case "stake.params" -> client.stake().params().write();
      case "stake.rewards" -> client.stake().rewards(StakeRewardsParams.read(params)).write();
      case "stake.award" -> client.stake().award().write();
      case "stake.awards" -> client.stake().awards(StakeAwardsParams.read(params)).write();
      case "stake.awardProof" -> client.stake().awardProof().write();
      case "stake.proveAward" -> client.stake().proveAward(StakeProveAwardParams.read(params)).write();
      case "stake.slashings" -> client.stake().slashings(StakeSlashingsParams.read(params)).write();
      case "token.create" -> client.token().create(TokenCreateParams.read(params)).write();
      case "token.list" -> client.token().list(TokenListParams.read(params)).write();
      case "token.revoke" -> client.token().revoke(TokenRevokeParams.read(params)).write();
      case "token.audit" -> client.token().audit(TokenAuditParams.read(params)).write();
      case "dev.faucet" -> client.dev().faucet(DevFaucetParams.read(params)).write();
      case "dev.mine" -> client.dev().mine(DevMineParams.read(params)).write();
      case "dev.time" -> client.dev().time(DevTimeParams.read(params)).write();
      default -> throw new IllegalArgumentException(method);
    };
  }
}

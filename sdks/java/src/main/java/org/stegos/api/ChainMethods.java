// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;
import org.stegos.internal.JsonObject;

/** Methods of the group {@code chain}. */
public final class ChainMethods {
  private final Caller caller;

  ChainMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Head of the chain. The last final block, the size of the unspent set and the transactions that
   * wait.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public ChainStatus status() {
    return caller.call("chain.status", new JsonObject().fields(), false, ChainStatus::read);
  }

  /**
   * One block. By height or by id; exactly one of the two. A block a node tells about is final: it
   * never changes.
   *
   * @throws RefusedException {@link RefusedException.BlockNotFound}, {@link RefusedException.BlockPruned}, {@link
   * RefusedException.NotReady}
   */
  public Block block(ChainBlockParams params) {
    return caller.call("chain.block", params.write(), false, Block::read);
  }

  /**
   * Blocks in order. Walks along the chain. To follow it from there on, subscribe to {@code
   * chain.block}.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.BlockPruned}, {@link
   * RefusedException.NotReady}
   */
  public BlockPage blocks(ChainBlocksParams params) {
    return caller.call("chain.blocks", params.write(), false, BlockPage::read);
  }

  /** Blocks in order, with nothing but what is usual. */
  public BlockPage blocks() {
    return blocks(ChainBlocksParams.of());
  }

  /**
   * One transaction. From the chain or from those that wait in public. One that a node was handed
   * a moment ago may not be public yet.
   *
   * @throws RefusedException {@link RefusedException.TransactionNotFound}, {@link RefusedException.NotReady}
   */
  public Transaction transaction(ChainTransactionParams params) {
    return caller.call("chain.transaction", params.write(), false, Transaction::read);
  }

  /**
   * One output. What everybody sees of an output. Only its receiver can tell what it holds.
   *
   * @throws RefusedException {@link RefusedException.OutputNotFound}, {@link RefusedException.NotReady}
   */
  public Output output(ChainOutputParams params) {
    return caller.call("chain.output", params.write(), false, Output::read);
  }

  /**
   * Outputs in order of the chain. For wallets that scan by themselves. Asking for all of them
   * tells nobody which ones are yours.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.BlockPruned}, {@link
   * RefusedException.NotReady}
   */
  public OutputPage outputs(ChainOutputsParams params) {
    return caller.call("chain.outputs", params.write(), false, OutputPage::read);
  }

  /** Outputs in order of the chain, with nothing but what is usual. */
  public OutputPage outputs() {
    return outputs(ChainOutputsParams.of());
  }

  /**
   * How much money exists. With what is needed to check it: the commitments of all unspent outputs
   * sum to {@code circulating}·B + {@code blinding}·B_blinding, and each mint opens its
   * commitment.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public Supply supply() {
    return caller.call("chain.supply", new JsonObject().fields(), false, Supply::read);
  }

  /**
   * Parameters of the network. Every node of a network agrees on them.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public ChainParams params() {
    return caller.call("chain.params", new JsonObject().fields(), false, ChainParams::read);
  }

  /**
   * What transactions cost. The fee depends on the number of inputs and outputs alone, so that it
   * tells nothing.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public Fees fees() {
    return caller.call("chain.fees", new JsonObject().fields(), false, Fees::read);
  }

  /**
   * Hand on a transaction made elsewhere. Checks it completely, keeps it and hands it on. One that
   * the node has already is answered the same way, so repeating is safe without a key. A node with
   * neighbours hands it to one of them first, so that nobody can tell where it comes from: until
   * it is public, which takes seconds, {@code chain.transaction} does not find it.
   *
   * @throws RefusedException {@link RefusedException.InvalidTransaction}, {@link RefusedException.InputSpent},
   * {@link RefusedException.StakeClaimed}, {@link RefusedException.MempoolFull}, {@link RefusedException.NotReady}
   */
  public SubmittedTransaction submit(ChainSubmitParams params) {
    return caller.call("chain.submit", params.write(), false, SubmittedTransaction::read);
  }
}

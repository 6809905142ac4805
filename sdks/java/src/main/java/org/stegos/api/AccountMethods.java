// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** Methods of the group {@code account}. */
public final class AccountMethods {
  private final Caller caller;

  AccountMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Make an account. Returns the recovery phrase this once. With a passphrase the key file is
   * encrypted; the account starts unlocked either way.
   *
   * @throws RefusedException {@link RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}
   */
  public AccountCreated create(AccountCreateParams params) {
    return caller.call("account.create", params.write(), true, AccountCreated::read);
  }

  /** Make an account, with nothing but what is usual. */
  public AccountCreated create() {
    return create(AccountCreateParams.of());
  }

  /**
   * Restore an account from its phrase. Balance, history and messages come back as the chain is
   * read again; {@code account.get} tells how far it is. Give the height the account was made at,
   * if you know it, to save time.
   *
   * @throws RefusedException {@link RefusedException.InvalidRecoveryPhrase}, {@link
   * RefusedException.AccountExists}, {@link RefusedException.BlockPruned}, {@link RefusedException.NotReady},
   * {@link RefusedException.IdempotencyConflict}
   */
  public AccountRecovered recover(AccountRecoverParams params) {
    return caller.call("account.recover", params.write(), true, AccountRecovered::read);
  }

  /**
   * Accounts on this node. In the order they came to this node.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public AccountPage list(AccountListParams params) {
    return caller.call("account.list", params.write(), false, AccountPage::read);
  }

  /** Accounts on this node, with nothing but what is usual. */
  public AccountPage list() {
    return list(AccountListParams.of());
  }

  /**
   * One account. Whether it is locked, and how far the chain has been read for it.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.NotReady}
   */
  public Account get(AccountGetParams params) {
    return caller.call("account.get", params.write(), false, Account::read);
  }

  /**
   * Unlock an account. Decrypts the spend key and keeps it in memory until {@code account.lock} or
   * until the node stops. Changes nothing for an account without a passphrase, or one that is
   * unlocked.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.WrongPassphrase},
   * {@link RefusedException.KeyFileDamaged}, {@link RefusedException.ViewOnly}, {@link RefusedException.NotReady}
   */
  public Account unlock(AccountUnlockParams params) {
    return caller.call("account.unlock", params.write(), false, Account::read);
  }

  /**
   * Lock an account. Forgets the spend key. Payments that are created are still broadcast, for
   * they are signed; deposits and messages are followed. An account without a passphrase stays as
   * it is.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.NotReady}
   */
  public Account lock(AccountLockParams params) {
    return caller.call("account.lock", params.write(), false, Account::read);
  }

  /**
   * Remove an account from this node. Deletes its keys and all that is known of it. The phrase
   * brings it back; without the phrase its money is lost.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.WrongPassphrase},
   * {@link RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}
   */
  public AccountRemoved remove(AccountRemoveParams params) {
    return caller.call("account.remove", params.write(), true, AccountRemoved::read);
  }

  /**
   * Change, set or drop the passphrase. Without {@code newPassphrase} the key file is no longer
   * encrypted. The account is unlocked afterwards.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.WrongPassphrase},
   * {@link RefusedException.KeyFileDamaged}, {@link RefusedException.ViewOnly}, {@link RefusedException.NotReady},
   * {@link RefusedException.IdempotencyConflict}
   */
  public Account changePassphrase(AccountChangePassphraseParams params) {
    return caller.call("account.changePassphrase", params.write(), true, Account::read);
  }

  /**
   * Show the recovery phrase again. Needs the passphrase when one protects the account, also while
   * it is unlocked.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.WrongPassphrase},
   * {@link RefusedException.KeyFileDamaged}, {@link RefusedException.ViewOnly}, {@link RefusedException.NotReady}
   */
  public AccountPhrase recoveryPhrase(AccountRecoveryPhraseParams params) {
    return caller.call("account.recoveryPhrase", params.write(), false, AccountPhrase::read);
  }

  /**
   * A new address. Makes the next subaddress. Addresses are free, and nobody can link two of them:
   * give each customer one of his own. Needs no more than {@code read}, since nothing can be lost
   * by it.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}
   */
  public AccountAddress address(AccountAddressParams params) {
    return caller.call("account.address", params.write(), true, AccountAddress::read);
  }

  /**
   * Addresses of an account. The main address first, then in the order they were made.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public AddressPage addresses(AccountAddressesParams params) {
    return caller.call("account.addresses", params.write(), false, AddressPage::read);
  }

  /**
   * What an account owns. As of the block the account has been read up to.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.NotReady}
   */
  public Balance balance(AccountBalanceParams params) {
    return caller.call("account.balance", params.write(), false, Balance::read);
  }

  /**
   * What happened to an account. Everything final, in the order of the chain. Keep {@code next}
   * and pass it later to get only what is new.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public HistoryPage history(AccountHistoryParams params) {
    return caller.call("account.history", params.write(), false, HistoryPage::read);
  }

  /**
   * Outputs of an account. The coins behind the balance, in the order they came.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public CoinPage outputs(AccountOutputsParams params) {
    return caller.call("account.outputs", params.write(), false, CoinPage::read);
  }

  /**
   * The view key. Lets another node follow the account without being able to spend. Whoever has it
   * sees everything, for ever.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.WrongPassphrase},
   * {@link RefusedException.NotReady}
   */
  public AccountViewKey viewKey(AccountViewKeyParams params) {
    return caller.call("account.viewKey", params.write(), false, AccountViewKey::read);
  }

  /**
   * Follow an account by its view key. The account can view and cannot spend.
   *
   * @throws RefusedException {@link RefusedException.InvalidViewKey}, {@link RefusedException.WrongNetwork},
   * {@link RefusedException.AccountExists}, {@link RefusedException.BlockPruned}, {@link
   * RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}
   */
  public Account importViewKey(AccountImportViewKeyParams params) {
    return caller.call("account.importViewKey", params.write(), true, Account::read);
  }

  /**
   * Read the chain again for an account. Reads the chain again from that height and adds what was
   * missed; what is known stays, and nothing is told twice. Returns at once; {@code account.get}
   * tells how far it is.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.BlockPruned},
   * {@link RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}
   */
  public Account rescan(AccountRescanParams params) {
    return caller.call("account.rescan", params.write(), true, Account::read);
  }
}

// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** Methods of the group {@code token}. */
public final class TokenMethods {
  private final Caller caller;

  TokenMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Make a token. Makes a token that may do less than the one it is made with: fewer scopes, some
   * methods, some accounts, so much money in a period, so many calls a second, until some time. It
   * is shown this once; the node keeps its hash. What narrows the token of the caller narrows the
   * new one, too.
   *
   * @throws RefusedException {@link RefusedException.ScopeMissing}, {@link RefusedException.AccountNotFound},
   * {@link RefusedException.TooManyTokens}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}
   */
  public TokenCreated create(TokenCreateParams params) {
    return caller.call("token.create", params.write(), true, TokenCreated::read);
  }

  /**
   * Tokens. Those that were made, without their secrets, in the order they were made; those that
   * are over as well, for a while.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public TokenPage list(TokenListParams params) {
    return caller.call("token.list", params.write(), false, TokenPage::read);
  }

  /** Tokens, with nothing but what is usual. */
  public TokenPage list() {
    return list(TokenListParams.of());
  }

  /**
   * End a token. At once: when the answer is there, nothing more is done for the token or for
   * those made with it. Its open connections are told and closed. What it sent before stays sent.
   *
   * @throws RefusedException {@link RefusedException.TokenNotFound}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}
   */
  public Token revoke(TokenRevokeParams params) {
    return caller.call("token.revoke", params.write(), true, Token::read);
  }

  /**
   * Who did what. Calls that changed something, revealed a key, or were refused for lack of
   * rights; not those that only read. Kept for a time and up to a number that the operator of the
   * node sets.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public AuditPage audit(TokenAuditParams params) {
    return caller.call("token.audit", params.write(), false, AuditPage::read);
  }

  /** Who did what, with nothing but what is usual. */
  public AuditPage audit() {
    return audit(TokenAuditParams.of());
  }
}

package org.stegos;

import java.util.List;
import java.util.Optional;
import org.stegos.api.AccountId;
import org.stegos.api.Cursor;
import org.stegos.api.TopicPattern;

/**
 * What a stream is to tell.
 *
 * @param topics topics, or groups of them such as {@link TopicPattern#STAKE_ALL}
 * @param account only what concerns this account
 * @param from {@code genesis}, {@code now} (when it is absent) or the cursor of the last item that has been dealt with
 * @param onDisconnect is told each time the stream has lost its connection and is about to look for another
 */
public record EventsOptions(
    List<TopicPattern> topics, Optional<AccountId> account, Optional<Cursor> from, Runnable onDisconnect) {
  /** The beginning of all the node remembers. */
  public static final Cursor GENESIS = new Cursor("genesis");

  /** These topics, from now on. */
  public static EventsOptions of(TopicPattern... topics) {
    return new EventsOptions(List.of(topics), Optional.empty(), Optional.empty(), () -> {});
  }

  /** Only what concerns this account. */
  public EventsOptions account(AccountId account) {
    return new EventsOptions(topics, Optional.of(account), from, onDisconnect);
  }

  /** From there on: {@link #GENESIS}, or the cursor of the last item that has been dealt with. */
  public EventsOptions from(Cursor from) {
    return new EventsOptions(topics, account, Optional.of(from), onDisconnect);
  }

  /** Is told each time the stream has lost its connection and is about to look for another. */
  public EventsOptions onDisconnect(Runnable tell) {
    return new EventsOptions(topics, account, from, tell);
  }
}

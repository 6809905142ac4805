package org.stegos;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.stegos.api.Cursor;

/**
 * A page as every list of the contract answers it.
 *
 * @param <T> what the list is of
 */
public interface Page<T> {
  /** Its items. */
  List<T> items();

  /** Where the next page begins. */
  Cursor next();

  /** Whether there is nothing more now. */
  boolean complete();

  /**
   * Every item of a list there is now, page by page.
   *
   * <pre>{@code
   * for (HistoryEntry entry : Page.all(cursor -> client.account().history(AccountHistoryParams.of(id).cursor(cursor))))
   *   System.out.println(entry.amount());
   * }</pre>
   *
   * @param read calls the list with the cursor it is given; an empty one stands for the beginning
   */
  static <T> Iterable<T> all(Function<Optional<Cursor>, ? extends Page<T>> read) {
    return () ->
        new Iterator<>() {
          private Page<T> page = read.apply(Optional.empty());
          private Iterator<T> items = page.items().iterator();

          @Override
          public boolean hasNext() {
            while (!items.hasNext() && !page.complete()) {
              page = read.apply(Optional.of(page.next()));
              items = page.items().iterator();
            }
            return items.hasNext();
          }

          @Override
          public T next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return items.next();
          }
        };
  }
}

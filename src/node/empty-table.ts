/** Takes rows out of a table, however many there are: some with each batch. */
import type { Operation } from './batch.ts'
import type { Store } from './store.ts'
import type { Entry, Range, Table } from './table.ts'

/** Rows deleted with one batch. */
const DELETED_AT_ONCE = 1_024

/** @param remove what takes out a row, and what belongs to it. @throws StoreError */
export async function emptyTable(
  store: Store,
  table: Table,
  range: Range = {},
  remove: (row: Entry) => Operation[] = ([key]) => [table.delete(key)],
): Promise<void> {
  for (;;) {
    const rows = await table.entries({ ...range, limit: DELETED_AT_ONCE })
    if (rows.length === 0) return
    await store.commit(rows.flatMap(remove))
  }
}

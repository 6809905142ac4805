import type { Cursor } from './generated/contract.ts'

/** A page as every list of the contract answers it. */
export type Page<Item> = {
  readonly items: readonly Item[]
  readonly next: Cursor
  readonly complete: boolean
}

/**
 * Every item of a list there is now, page by page.
 *
 * @param readPage calls the list with the cursor it is given; undefined stands for the beginning
 * @example
 * for await (const entry of listAll((cursor) => client.account.history({ accountId, cursor }))) console.log(entry)
 */
export async function* listAll<Item>(
  readPage: (cursor: Cursor | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, void> {
  let cursor: Cursor | undefined
  for (;;) {
    const page = await readPage(cursor)
    yield* page.items
    if (page.complete) return
    cursor = page.next
  }
}

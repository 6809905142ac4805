/** Writes that will reach the disk together or not at all, while they are being collected. */
import type { Table } from './table.ts'

export type Operation =
  | { readonly type: 'put'; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: Uint8Array }

export class Batch {
  readonly #operations = new Map<string, Operation>()
  readonly #listeners: (() => void)[] = []
  #sealed = false

  /** Adds operations; a later one on the same key replaces an earlier one. */
  add(...operations: readonly Operation[]): void {
    this.#assertOpen()
    for (const operation of operations) this.#operations.set(nameOf(operation.key), operation)
  }

  put(table: Table, key: Uint8Array, value: Uint8Array): void {
    this.add(table.put(key, value))
  }

  delete(table: Table, key: Uint8Array): void {
    this.add(table.delete(key))
  }

  /** The value as it will be after this batch as collected so far. */
  async get(table: Table, key: Uint8Array): Promise<Uint8Array | undefined> {
    const whole = table.keyOf(key)
    const pending = this.#operations.get(nameOf(whole))
    if (!pending) return table.get(key)
    return pending.type === 'put' ? pending.value : undefined
  }

  /** `listener` runs when the batch is on disk, in the order of the calls; never when it is not. */
  onCommit(listener: () => void): void {
    this.#assertOpen()
    this.#listeners.push(listener)
  }

  /** For the store: takes out what was collected and ends the collecting. */
  seal(): { operations: Operation[]; listeners: readonly (() => void)[] } {
    this.#sealed = true
    return { operations: [...this.#operations.values()], listeners: this.#listeners }
  }

  #assertOpen(): void {
    if (this.#sealed) throw new Error('the batch has been handed over already')
  }
}

function nameOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1')
}

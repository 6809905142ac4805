/**
 * Safe retries. The outcome of a call that carries an idempotency key is committed in the batch of the call's effect, so
 * after a crash either both are there or neither. A later call with the same key and parameters gets that outcome again;
 * with other parameters it is refused.
 *
 * An outcome may hold a recovery phrase. It is therefore encrypted under a key that follows from the idempotency key and
 * the parameters, and neither is stored: what is on the disk opens only to somebody who repeats the call.
 */
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { concat, equalBytes, toHex, utf8 } from '../protocol/bytes.ts'
import { AEAD_NONCE_LENGTH, openSealed, seal } from '../protocol/crypto/aead.ts'
import { hash } from '../protocol/crypto/hash.ts'
import type { Random } from '../protocol/crypto/random.ts'
import type { Batch } from './batch.ts'
import { type CallKey, keyOf, tokenOf } from './call.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Clock } from './clock.ts'
import { NodeError } from './errors.ts'
import type { NodeLimits } from './limits.ts'
import { be64, fromBe64 } from './ordered-keys.ts'
import type { Store } from './store.ts'
import type { Table } from './table.ts'

export type KeyedCall = {
  /** Name of the method: a key that was used with another one is refused. */
  readonly method: string
  /**
   * The caller's key; without one the call is simply performed. With a call instead of a key, what the call keeps is written
   * with the outcome.
   */
  readonly key: CallKey | undefined
  /** All parameters but the key. */
  readonly params: object
  /** The outcome or the parameters hold a secret: guessing at the stored record is made slow. */
  readonly sensitive?: boolean
}

/** Puts the outcome into the batch of the effect. Must be called exactly once. */
export type Remember<T> = (batch: Batch, outcome: T) => void

export type IdempotencyModules = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly limits: Pick<NodeLimits, 'idempotencyRecords' | 'idempotencyAge'>
}

/** Records are dropped once for so many that are added, and at most twice as many, so that no commit is a long one. */
const PRUNE_EVERY = 64
/** scrypt's cost for sensitive records: about a tenth of a second and 32 MiB. */
const STRETCH = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

type Record = {
  readonly id: Uint8Array
  /** Of key and parameters; never stored. */
  readonly fingerprint: Uint8Array
  readonly sensitive: boolean
}
type Running = { readonly fingerprint: Uint8Array; readonly outcome: Promise<unknown> }

export class Idempotency {
  readonly #modules: IdempotencyModules
  readonly #records: Table
  /** Time of the record, then its id: the order in which records are forgotten. */
  readonly #ages: Table
  readonly #running = new Map<string, Running>()
  #count: number
  #untilPrune = 0

  /** Use {@link openIdempotency}. */
  constructor(modules: IdempotencyModules, tables: { records: Table; ages: Table }, count: number) {
    this.#modules = modules
    this.#records = tables.records
    this.#ages = tables.ages
    this.#count = count
  }

  /**
   * Performs the call, or repeats the outcome of the one that had this key. While the first is still being performed
   * others with the same key wait for it and share its end, good or bad. A call that fails leaves no record.
   * @throws NodeError `idempotency_conflict` when the key was used with other parameters.
   */
  async run<T>(call: KeyedCall, perform: (remember: Remember<T>) => Promise<T>): Promise<T> {
    const asked = typeof call.key === 'object' ? call.key : undefined
    const key = keyOf(call.key)
    if (key === undefined) {
      asked?.begin()
      return perform((batch, value) => asked?.commit(batch, value))
    }
    const record = recordOf(call, key)
    const name = toHex(record.id)
    const running = this.#running.get(name)
    if (running) {
      if (!equalBytes(running.fingerprint, record.fingerprint))
        throw new NodeError('idempotency_conflict', {})
      return running.outcome as Promise<T>
    }
    const outcome = this.#performOnce(record, call, perform)
    this.#running.set(name, { fingerprint: record.fingerprint, outcome })
    try {
      return await outcome
    } finally {
      this.#running.delete(name)
    }
  }

  async #performOnce<T>(
    record: Record,
    { method, key: called }: KeyedCall,
    perform: (remember: Remember<T>) => Promise<T>,
  ): Promise<T> {
    const key = await encryptionKey(record)
    const stored = await this.#records.get(record.id)
    if (stored) return openOutcome(key, record.id, stored) as T
    const asked = typeof called === 'object' ? called : undefined
    asked?.begin()
    let remembered = false
    const outcome = await perform((batch, value) => {
      remembered = true
      asked?.commit(batch, value)
      this.#remember(batch, record.id, sealOutcome(key, record.id, value, this.#modules.random))
    })
    if (!remembered) throw new Error(`${method} stored no outcome under its idempotency key`)
    return outcome
  }

  #remember(batch: Batch, id: Uint8Array, sealed: Uint8Array): void {
    batch.put(this.#records, id, sealed)
    batch.put(this.#ages, concat(be64(this.#modules.clock.now()), id), new Uint8Array(0))
    batch.onCommit(() => {
      this.#count++
      if (this.#untilPrune-- > 0) return
      this.#untilPrune = PRUNE_EVERY - 1
      // A store that cannot write has said so itself; a call whose outcome is on disk does not fail over it.
      this.#prune().catch(() => {})
    })
  }

  /** Drops the oldest records that are too old or too many. */
  #prune(): Promise<void> {
    const { store, clock, limits } = this.#modules
    return store.transact(async (batch) => {
      const surplus = this.#count - limits.idempotencyRecords
      const tooOld = clock.now() - limits.idempotencyAge
      const oldest = await this.#ages.entries({ limit: 2 * PRUNE_EVERY })
      const expired = oldest.filter(([age], index) => index < surplus || Number(fromBe64(age)) < tooOld)
      for (const [age] of expired) {
        batch.delete(this.#ages, age)
        batch.delete(this.#records, age.subarray(8))
      }
      batch.onCommit(() => {
        this.#count -= expired.length
      })
    })
  }
}

export async function openIdempotency(modules: IdempotencyModules): Promise<Idempotency> {
  const tables = {
    records: modules.store.table('idempotency'),
    ages: modules.store.table('idempotency-age'),
  }
  let count = 0
  for await (const _ of tables.ages.range()) count++
  return new Idempotency(modules, tables, count)
}

/** Who knows key and parameters gets the outcome; one with a secret in it only with the same token. */
function recordOf({ method, params, sensitive = false, key: called }: KeyedCall, key: string): Record {
  const token = sensitive ? tokenOf(called) : undefined
  const parts = [method, key, canonicalJson(params), ...(token === undefined ? [] : [token])]
  return {
    id: hash('idempotency record', utf8(key)),
    fingerprint: hash('idempotency key', ...parts.map(utf8)),
    sensitive,
  }
}

async function encryptionKey({ id, fingerprint, sensitive }: Record): Promise<Uint8Array> {
  if (!sensitive) return fingerprint
  const stretch = promisify<Uint8Array, Uint8Array, number, typeof STRETCH, Uint8Array>(scrypt)
  return Uint8Array.from(await stretch(fingerprint, id, 32, STRETCH))
}

/** Serialized by structure, so that amounts stay bigints and bodies bytes. */
function sealOutcome(key: Uint8Array, id: Uint8Array, outcome: unknown, random: Random): Uint8Array {
  const nonce = random(AEAD_NONCE_LENGTH)
  return concat(nonce, seal(key, nonce, Uint8Array.from(serialize(outcome)), id))
}

/** A record that does not open was made with other parameters, since they are part of its key. */
function openOutcome(key: Uint8Array, id: Uint8Array, stored: Uint8Array): unknown {
  const nonce = stored.subarray(0, AEAD_NONCE_LENGTH)
  const outcome = openSealed(key, nonce, stored.subarray(AEAD_NONCE_LENGTH), id)
  if (!outcome) throw new NodeError('idempotency_conflict', {})
  return deserialize(outcome)
}

/** What happened in a run, line by line. Two runs are the same when their lines are: the hash says so in short. */
import { createHash } from 'node:crypto'
import type { Agenda } from './agenda.ts'

/** Lines that are kept for the report of a failure. */
const KEPT = 400
/** Characters collected before they are hashed. */
const CHUNK = 1 << 15

export class Trace {
  readonly #agenda: Agenda
  readonly #print: ((line: string) => void) | undefined
  readonly #hash = createHash('sha256')
  readonly #kept: string[] = []
  #count = 0
  #pending = ''

  constructor(agenda: Agenda, print?: (line: string) => void) {
    this.#agenda = agenda
    this.#print = print
  }

  get lines(): number {
    return this.#count
  }

  add(text: string): void {
    const line = `${(this.#agenda.now / 1_000).toFixed(3)} ${text}`
    this.#kept[this.#count % KEPT] = line
    this.#count += 1
    this.#pending += `${line}\n`
    if (this.#pending.length >= CHUNK) this.#flush()
    this.#print?.(line)
  }

  /** The last lines, oldest first. */
  tail(count = KEPT): string[] {
    const from = Math.max(0, this.#count - Math.min(count, KEPT))
    return Array.from({ length: this.#count - from }, (_, i) => this.#kept[(from + i) % KEPT]!)
  }

  /** Hash over all lines so far, hex. */
  digest(): string {
    this.#flush()
    return this.#hash.copy().digest('hex')
  }

  #flush(): void {
    this.#hash.update(this.#pending)
    this.#pending = ''
  }
}

/** The first bytes of an id, enough to tell ids apart by eye. */
export function short(id: Uint8Array | undefined): string {
  if (id === undefined) return 'nil'
  let text = ''
  for (let i = 0; i < 4; i++) text += (id[i] ?? 0).toString(16).padStart(2, '0')
  return text
}

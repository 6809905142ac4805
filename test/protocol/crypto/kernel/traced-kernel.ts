/**
 * The kernel's own modules, made to write down where they go. Before every decision and every access to memory a call is
 * inserted that takes in which way it goes and to which address: two runs with the same trace took the same branches and
 * touched the same memory in the same order. Values are not taken in.
 *
 * Traced are the compiled bytes that the package ships, so what a compiler made of the sources is covered, too.
 */
import assert from 'node:assert/strict'
import binaryen from 'assemblyscript/binaryen'
import { KERNEL_PORTABLE } from '../../../../src/protocol/crypto/kernel/generated/kernel-portable.ts'
import { KERNEL_SIMD } from '../../../../src/protocol/crypto/kernel/generated/kernel-simd.ts'
import {
  Kernel,
  type KernelExports,
  type KernelVariant,
} from '../../../../src/protocol/crypto/kernel/kernel.ts'

/** Where a run went: how many events there were, and a hash of them in order. */
export type Trace = { readonly events: bigint; readonly hash: bigint }

type Globals = Record<
  'trace' | 'events' | 'watch' | 'watchedTrace' | 'watchedSite' | 'abnormal',
  WebAssembly.Global<'i64'>
>

/** An expression in WebAssembly's text: a word, or a list that begins with one. */
type Node = string | Node[]

/** A kernel whose calls leave a trace. */
export class TracedKernel extends Kernel<KernelExports & Globals> {
  readonly #sites: readonly string[]

  /** @param wasm another module than that of the variant */
  constructor(variant: KernelVariant, wasm?: Uint8Array) {
    const { module, sites } = wasm === undefined ? tracedModule(variant) : traced(wasm)
    super(variant, module)
    this.#sites = sites
  }

  /** The trace of what `work` does. */
  trace(work: () => void): Trace {
    const { trace, events } = this.exports
    trace.value = events.value = 0n
    work()
    return { events: events.value, hash: trace.value }
  }

  /** Calls `instead` in place of functions of the kernel; what happens in there leaves no trace. */
  replace(functions: Partial<KernelExports>): void {
    const { trace, events } = this.exports
    const untraced = Object.entries(functions).map(([name, instead]) => [
      name,
      (...args: unknown[]) => {
        const before = [trace.value, events.value] as const
        const result = (instead as (...args: unknown[]) => unknown)(...args)
        ;[trace.value, events.value] = before
        return result
      },
    ])
    Object.assign(this, { exports: { ...this.exports, ...Object.fromEntries(untraced) } })
  }

  /** How many numbers that are neither zero nor normal have gone into or come out of floating-point operations so far. */
  get abnormalNumbers(): bigint {
    return this.exports.abnormal.value
  }

  /**
   * Asserts that `work` leaves the same trace for every secret. It is run once more before, for what happens at a first use.
   * @returns the trace
   */
  assertSameTrace<Secret>(secrets: readonly Secret[], work: (secret: Secret) => void): Trace {
    const [first] = secrets as [Secret]
    work(first)
    const expected = this.trace(() => work(first))
    assert.ok(expected.events > 0n, 'nothing was traced')
    for (const secret of secrets) {
      const actual = this.trace(() => work(secret))
      if (actual.hash === expected.hash && actual.events === expected.events) continue
      const where = this.#firstDifference([() => work(first), () => work(secret)])
      assert.fail(`secret ${secrets.indexOf(secret)} leaves another trace than the first one: ${where}`)
    }
    return expected
  }

  /** Finds the event in which two runs part. */
  #firstDifference(runs: readonly [() => void, () => void]): string {
    const { watch, watchedTrace, watchedSite } = this.exports
    const shortest = runs.map((run) => this.trace(run).events).reduce((a, b) => (a < b ? a : b))
    const after = (count: bigint) => {
      watch.value = count
      return runs.map((run) => {
        this.trace(run)
        return { trace: watchedTrace.value, site: this.#sites[Number(watchedSite.value)] }
      }) as [{ trace: bigint; site: string }, { trace: bigint; site: string }]
    }
    let [same, different] = [0n, shortest + 1n]
    while (different - same > 1n) {
      const middle = (same + different) / 2n
      const [left, right] = after(middle)
      if (left.trace === right.trace) same = middle
      else different = middle
    }
    if (different > shortest) return `after event ${shortest} one of them goes on`
    const [left, right] = after(different)
    return `event ${different} of ${shortest}, ${[...new Set([left.site, right.site])].join(' and ')}`
  }
}

/** A module that leaves traces, and the names of the places that do, by number. */
function traced(wasm: Uint8Array): { module: WebAssembly.Module; sites: readonly string[] } {
  const original = binaryen.readBinary(wasm)
  const text = original.emitText()
  original.dispose()
  const sites: string[] = []
  const marked = (parse(text)[0] as Node[]).map((field) => (field[0] === 'func' ? mark(field, sites) : field))
  const instrumented = binaryen.parseText(print([...marked, ...parse(RECORDER)]))
  instrumented.setFeatures(binaryen.Features.All)
  const module = new WebAssembly.Module(Uint8Array.from(instrumented.emitBinary()))
  instrumented.dispose()
  return { module, sites }
}

const modules = new Map<KernelVariant, ReturnType<typeof traced>>()

function tracedModule(variant: KernelVariant): ReturnType<typeof traced> {
  const wasm = Buffer.from(variant === 'simd' ? KERNEL_SIMD : KERNEL_PORTABLE, 'base64')
  if (!modules.has(variant)) modules.set(variant, traced(wasm))
  return modules.get(variant)!
}

/**
 * Which operands of an instruction are taken in: those that decide where it goes, and all of an instruction that some
 * processor does in a time that depends on them. `last` counts from the end.
 */
const TAKEN: readonly {
  readonly instruction: RegExp
  readonly operands: 'first' | 'last' | 'all' | 'ends'
}[] = [
  { instruction: /^if$/, operands: 'first' },
  { instruction: /^(br_if|br_table|select)$/, operands: 'last' },
  { instruction: /\.(load|store)\w*$/, operands: 'first' },
  { instruction: /^memory\.copy$/, operands: 'all' },
  // not the byte that is written
  { instruction: /^memory\.fill$/, operands: 'ends' },
  { instruction: /^i(32|64)\.(div_[su]|rem_[su]|clz|ctz|popcnt)$/, operands: 'all' },
]

/** Floating-point operations, whose time depends on operands that are subnormal, infinite or no number. */
const FLOATING = /^f64(x2)?\.(add|sub|mul|relaxed_madd)$/

/**
 * Instructions that take the same time whatever the operands are, and words that are no instructions. What is on neither list
 * is refused, so that somebody thinks about it.
 */
const PLAIN: readonly RegExp[] = [
  /^(block|loop|then|else|br|call|return|unreachable|nop|drop|result|param|local|type|func)$/,
  /^(local|global)\.(get|set|tee)$/,
  /\.const$/,
  /^i(32|64)\.(add|sub|mul|and|or|xor|shl|shr_[su]|rotl|rotr|eqz|eq|ne|[lg][te]_[su]|wrap_i64|extend_i32_[su])$/,
  /^i(32x4|64x2)\.(add|sub|shl|shr_[su]|splat|replace_lane)$/,
  /^i8x16\.shuffle$/,
  /^v128\.(and|or|xor|bitselect)$/,
  /^(f64\.(convert_i64_s|reinterpret_i64|eq)|f64x2\.extract_lane|i64\.reinterpret_f64)$/,
  FLOATING,
]

/** Words that may stand in parentheses among an instruction's operands and are none. */
const NO_OPERAND = /^(result|param|local|type|then|else)$/

/** An expression with calls of the recorder around operands. */
function mark(node: Node, sites: string[], name = node[1] as string): Node {
  if (typeof node === 'string') return node
  const instruction = node[0] as string
  const taken = TAKEN.find((entry) => entry.instruction.test(instruction))
  if (taken === undefined && !PLAIN.some((known) => known.test(instruction))) {
    throw new Error(`${instruction}: does its time depend on the operands?`)
  }
  const marked = node.map((part) => mark(part, sites, name)) as Node[]
  const places = marked.flatMap((part, i) =>
    typeof part === 'string' || NO_OPERAND.test(part[0] as string) ? [] : [i],
  )
  if (instruction === 'func') return enter(marked, sites)
  if (taken !== undefined) {
    const wide = /^i64\.(div|rem|clz|ctz|popcnt)/.test(instruction)
    const truth = /^(if|br_if|select)$/.test(instruction)
    const site = sites.push(`${instruction} in function ${name}`) - 1
    for (const [i, place] of places.entries()) {
      const last = i === places.length - 1
      const wanted = { first: i === 0, last, all: true, ends: i === 0 || last }[taken.operands]
      const recorder = truth ? '$truth' : wide ? '$record64' : '$record32'
      if (wanted) marked[place] = ['call', recorder, marked[place]!, ['i32.const', `${site}`]]
    }
  }
  if (!FLOATING.test(instruction)) return marked
  const checker = instruction.startsWith('f64x2') ? '$check128' : '$check64'
  for (const place of places) marked[place] = ['call', checker, marked[place]!]
  return ['call', checker, marked]
}

/** A function that first takes in that it was entered. */
function enter(func: Node[], sites: string[]): Node[] {
  const site = sites.push(`the call of function ${func[1]}`) - 1
  const body = func.findIndex((part, i) => i > 1 && !NO_OPERAND.test(part[0] as string))
  const head = body < 0 ? func.length : body
  const entered = ['drop', ['call', '$record32', ['i32.const', '0'], ['i32.const', `${site}`]]]
  return [...func.slice(0, head), entered, ...func.slice(head)]
}

/**
 * A trace is taken over by t ← rotate(t ⊕ event)·constant, which loses nothing: traces that part do not meet again but by chance.
 * At event number `watch` it is kept, to find out where two of them part.
 */
const RECORDER = `
  (global $trace (export "trace") (mut i64) (i64.const 0))
  (global $events (export "events") (mut i64) (i64.const 0))
  (global $watch (export "watch") (mut i64) (i64.const 0))
  (global $watchedTrace (export "watchedTrace") (mut i64) (i64.const 0))
  (global $watchedSite (export "watchedSite") (mut i64) (i64.const 0))
  (global $abnormal (export "abnormal") (mut i64) (i64.const 0))
  (func $take (param $event i64)
    (global.set $trace
      (i64.mul (i64.rotl (i64.xor (global.get $trace) (local.get $event)) (i64.const 29)) (i64.const 0x9e3779b97f4a7c15))))
  (func $record64 (param $value i64) (param $site i32) (result i64)
    (global.set $events (i64.add (global.get $events) (i64.const 1)))
    (call $take (local.get $value))
    (call $take (i64.extend_i32_u (local.get $site)))
    (if (i64.eq (global.get $events) (global.get $watch))
      (then
        (global.set $watchedTrace (global.get $trace))
        (global.set $watchedSite (i64.extend_i32_u (local.get $site)))))
    (local.get $value))
  (func $record32 (param $value i32) (param $site i32) (result i32)
    (i32.wrap_i64 (call $record64 (i64.extend_i32_u (local.get $value)) (local.get $site))))
  (func $truth (param $value i32) (param $site i32) (result i32)
    (drop (call $record32 (i32.ne (local.get $value) (i32.const 0)) (local.get $site)))
    (local.get $value))
  (func $checkBits (param $bits i64)
    (local $exponent i64)
    (local.set $exponent (i64.and (i64.shr_u (local.get $bits) (i64.const 52)) (i64.const 0x7ff)))
    (if
      (i32.or
        (i64.eq (local.get $exponent) (i64.const 0x7ff))
        (i32.and
          (i64.eqz (local.get $exponent))
          (i64.ne (i64.shl (local.get $bits) (i64.const 12)) (i64.const 0))))
      (then (global.set $abnormal (i64.add (global.get $abnormal) (i64.const 1))))))
  (func $check64 (param $x f64) (result f64)
    (call $checkBits (i64.reinterpret_f64 (local.get $x)))
    (local.get $x))
  (func $check128 (param $x v128) (result v128)
    (call $checkBits (i64x2.extract_lane 0 (local.get $x)))
    (call $checkBits (i64x2.extract_lane 1 (local.get $x)))
    (local.get $x))
`

/** The expressions of a text. */
function parse(text: string): Node[] {
  const open: Node[][] = [[]]
  for (const [token] of text.matchAll(/;;.*|\(;[\s\S]*?;\)|[()]|"(?:\\.|[^"\\])*"|[^\s()";]+/g)) {
    if (token.startsWith(';;') || token.startsWith('(;')) continue
    if (token === '(') open.push([])
    else if (token === ')') open.at(-2)!.push(open.pop()!)
    else open.at(-1)!.push(token)
  }
  return open[0]!
}

function print(node: Node): string {
  return typeof node === 'string' ? node : `(${node.map(print).join(' ')})`
}

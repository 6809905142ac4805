import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import binaryen from 'assemblyscript/binaryen'
import { TracedKernel } from './traced-kernel.ts'

/** A kernel with one function of one secret, an integer of 32 bits, and two functions that it may call. */
function kernelOf(body: string): { kernel: TracedKernel; work: (secret: number) => void } {
  const module = binaryen.parseText(`(module
    (memory (export "memory") 2)
    (func (export "heapBase") (result i32) (i32.const 1024))
    (func $nothing)
    (func (export "work") (param $secret i32) (local $double f64) ${body}))`)
  module.setFeatures(binaryen.Features.All)
  const kernel = new TracedKernel('portable', module.emitBinary())
  module.dispose()
  const { work } = kernel.exports as unknown as { work: (secret: number) => void }
  return { kernel, work }
}

const secret = '(local.get $secret)'

describe('the tracing of a module', () => {
  const leaks = {
    'an if': `(if ${secret} (then (call $nothing)) (else (drop (i32.load (i32.const 0)))))`,
    'an if that does the same in both ways': `(if ${secret} (then (nop)))`,
    'a br_if': `(block $out (br_if $out ${secret}) (call $nothing))`,
    'the rounds of a loop': `(loop $on
      (local.set $secret (i32.shr_u ${secret} (i32.const 1)))
      (br_if $on ${secret}))`,
    'a br_table': `(block $out (block $in (br_table $out $in ${secret})))`,
    'a select': `(drop (select (i32.const 3) (i32.const 4) (i32.and ${secret} (i32.const 1))))`,
    'an address that is read': `(drop (i64.load offset=8 ${secret}))`,
    'an address that is written': `(i32.store8 ${secret} (i32.const 0))`,
    'an address of a vector': `(v128.store ${secret} (v128.load (i32.const 0)))`,
    'where a copy goes': `(memory.copy ${secret} (i32.const 0) (i32.const 8))`,
    'the length of a copy': `(memory.copy (i32.const 0) (i32.const 64) ${secret})`,
    'the length of a filling': `(memory.fill (i32.const 0) (i32.const 0) ${secret})`,
    'a division': `(drop (i32.div_u ${secret} (i32.const 3)))`,
    'a count of zeros': `(drop (i64.clz (i64.extend_i32_u ${secret})))`,
  }
  for (const [name, body] of Object.entries(leaks)) {
    test(`notices ${name}`, () => {
      const { kernel, work } = kernelOf(body)
      assert.throws(() => kernel.assertSameTrace([0, 5, 6], work), /leaves another trace than the first one/)
    })
  }

  test('says where two runs part', () => {
    const { kernel, work } = kernelOf(`
      (drop (i32.load (i32.const 0)))
      (drop (select (i32.const 3) (i32.const 4) ${secret}))
      (if ${secret} (then (call $nothing)))`)
    assert.throws(
      () => kernel.assertSameTrace([0, 1], work),
      /secret 1 leaves another trace than the first one: event 3 of 4, select in function/,
    )
  })

  test('does not mind values', () => {
    const { kernel, work } = kernelOf(`
      (i32.store (i32.const 0) ${secret})
      (i32.store (i32.const 4) (i32.mul (i32.load (i32.const 0)) (i32.lt_u ${secret} (i32.const 9))))
      (memory.fill (i32.const 8) ${secret} (i32.const 8))
      (if (i32.eqz (i32.const 0)) (then (call $nothing)))`)
    const { events } = kernel.assertSameTrace([0, 5, 6, 255, -1], work)
    // two calls, two stores and a load, one filling (where and how long), a decision
    assert.equal(events, 8n)
  })

  test('refuses what it does not know', () => {
    assert.throws(() => kernelOf(`(drop (f64.sqrt (f64.convert_i32_u ${secret})))`), /does its time depend/)
    assert.throws(() => kernelOf(`(drop (memory.grow ${secret}))`), /memory.grow: does its time depend/)
  })

  test('counts numbers on which floating-point arithmetic may be slow', () => {
    const add = `(local.set $double (f64.reinterpret_i64 (i64.load (i32.const 0))))
      (drop (f64.add (local.get $double) (f64.const 1)))`
    const { kernel, work } = kernelOf(add)
    const numbers = new DataView(kernel.exports.memory.buffer)
    for (const [value, abnormal] of [
      [0, 0n],
      [-0, 0n],
      [-1.5, 0n],
      [2 ** -1022, 0n],
      [2 ** -1023, 1n],
      [-(2 ** -1074), 2n],
      [Number.POSITIVE_INFINITY, 4n],
      [Number.NaN, 6n],
    ] as const) {
      numbers.setFloat64(0, value, true)
      work(0)
      assert.equal(kernel.abnormalNumbers, abnormal)
    }
  })
})

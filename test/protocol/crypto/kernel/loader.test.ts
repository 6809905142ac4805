import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import {
  instantiateKernel,
  KEPT_BYTES,
  KernelError,
  type KernelErrorCode,
  kernel,
  useKernel,
} from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { smallKernel } from './small-module.ts'

const SECRET = new Uint8Array(40).fill(0xa5)

const code = (expected: KernelErrorCode) => (error: unknown) =>
  error instanceof KernelError && error.code === expected

const small = await smallKernel()

const memoryOf = ({ exports }: typeof small) => new Uint8Array(exports.memory.buffer)

describe('a frame', () => {
  test('copies bytes in and out', () => {
    const [total, copy] = small.call((frame) => {
      const pointer = frame.put(Uint8Array.of(1, 2, 3))
      return [small.exports.sum(pointer, 3), frame.get(pointer, 3)]
    })
    assert.equal(total, 6)
    assert.deepEqual(copy, Uint8Array.of(1, 2, 3))
  })

  test('packs byte strings of one length', () => {
    const packed = small.call((frame) =>
      frame.get(frame.putAll([Uint8Array.of(1, 2), Uint8Array.of(3, 4)], 2), 4),
    )
    assert.deepEqual(packed, Uint8Array.of(1, 2, 3, 4))
    assert.throws(() => small.call((frame) => frame.putAll([Uint8Array.of(1)], 2)), RangeError)
  })

  test('fills an array that is there already', () => {
    const target = new Uint8Array(3)
    small.call((frame) => frame.getInto(frame.put(Uint8Array.of(7, 8, 9, 10)), target))
    assert.deepEqual(target, Uint8Array.of(7, 8, 9))
  })

  test('gives pointers that are multiples of 16 and do not overlap', () => {
    small.call((frame) => {
      const pointers = [frame.take(1), frame.take(17), frame.take(16), frame.take(0), frame.take(5)]
      assert.deepEqual(
        pointers.map((pointer) => pointer - pointers[0]!),
        [0, 16, 48, 64, 64],
      )
      assert.equal(pointers[0]! % 16, 0)
      assert.ok(pointers[0]! >= small.exports.heapBase())
    })
  })

  test('is free again after the call, also when that throws', () => {
    const first = small.call((frame) => frame.take(8))
    assert.throws(() =>
      small.call((frame) => {
        frame.take(1_000)
        throw new TypeError('a caller’s own')
      }),
    )
    assert.equal(
      small.call((frame) => frame.take(8)),
      first,
    )
  })

  test('of a nested call leaves the outer one alone', () => {
    const bytes = small.call((outer) => {
      const pointer = outer.put(Uint8Array.of(1, 2, 3))
      small.callSecret((inner) => inner.put(SECRET))
      assert.notEqual(outer.put(Uint8Array.of(4)), pointer)
      return outer.get(pointer, 3)
    })
    assert.deepEqual(bytes, Uint8Array.of(1, 2, 3))
  })
})

describe('memory', () => {
  test('grows under the bytes that are there', () => {
    const fresh = small.renew()
    const before = fresh.memoryBytes
    const [old, total] = fresh.call((frame) => {
      const pointer = frame.put(Uint8Array.of(1, 2, 3))
      const far = frame.take(3 << 20) + (3 << 20) - 4
      return [frame.get(pointer, 3), fresh.exports.sum(pointer, 3) + fresh.exports.sum(far, 4)]
    })
    assert.deepEqual(old, Uint8Array.of(1, 2, 3))
    assert.equal(total, 6)
    assert.ok(fresh.memoryBytes > Math.max(before, 3 << 20))
    assert.equal(fresh.memoryBytes, fresh.exports.memory.buffer.byteLength)
  })

  test('has a limit, and the next call works', () => {
    const fresh = small.renew()
    const before = fresh.memoryBytes
    for (const bytes of [64 << 20, 2 ** 31, 2 ** 32 + 5]) {
      assert.throws(() => fresh.call((frame) => frame.take(bytes)), code('out_of_memory'))
    }
    assert.equal(fresh.memoryBytes, before)
    assert.equal(
      fresh.call((frame) => fresh.exports.sum(frame.put(Uint8Array.of(9)), 1)),
      9,
    )
  })

  test('up to the limit can all be had', () => {
    const fresh = small.renew()
    const left = fresh.call((frame) => (64 << 20) - frame.take(0))
    fresh.call((frame) => frame.take(left))
    assert.equal(fresh.memoryBytes, 64 << 20)
    assert.throws(() => fresh.call((frame) => frame.take(left + 1)), code('out_of_memory'))
  })

  test('that the engine refuses is an error, too', async () => {
    const narrow = await smallKernel(3)
    assert.throws(() => narrow.call((frame) => frame.take(1 << 20)), code('out_of_memory'))
    assert.equal(
      narrow.call((frame) => narrow.exports.sum(frame.put(Uint8Array.of(9)), 1)),
      9,
    )
  })

  test('that was reserved stays', () => {
    const fresh = small.renew()
    const table = fresh.reserve(5)
    assert.equal(table % 16, 0)
    memoryOf(fresh).set([1, 2, 3, 4, 5], table)
    fresh.callSecret((frame) => frame.put(SECRET))
    assert.equal(fresh.exports.sum(table, 5), 15)
    assert.ok(fresh.reserve(1) > table)
  })

  test('is not reserved in the middle of a call', () => {
    assert.throws(() => small.call(() => small.reserve(16)), code('frame_open'))
    assert.ok(small.reserve(16) > 0)
  })
})

describe('secrets', () => {
  const held = small.renew()
  /** How often the secret's byte is in the memory of an instance. */
  const traces = (instance: typeof small) => memoryOf(instance).filter((byte) => byte === SECRET[0]).length

  test('are gone after the call', () => {
    const during = held.callSecret((frame) => {
      frame.put(SECRET)
      return traces(held)
    })
    assert.equal(during, SECRET.length)
    assert.equal(traces(held), 0)
  })

  test('are gone when the call throws', () => {
    assert.throws(() =>
      held.callSecret((frame) => {
        frame.put(SECRET)
        throw new TypeError('a caller’s own')
      }),
    )
    assert.equal(traces(held), 0)
  })

  test('are gone when the memory grew or ran out', () => {
    held.callSecret((frame) => [frame.put(SECRET), frame.take(2 << 20), frame.put(SECRET)])
    assert.equal(traces(held), 0)
    assert.throws(() => held.callSecret((frame) => [frame.put(SECRET), frame.take(1 << 30)]))
    assert.equal(traces(held), 0)
  })

  test('are gone after a trap', () => {
    const trapped = small.renew()
    assert.throws(() =>
      trapped.callSecret((frame) => {
        frame.put(SECRET)
        trapped.exports.stop()
      }),
    )
    assert.equal(traces(trapped), 0)
  })
})

describe('a trap', () => {
  test('is an error, and the instance answers no more', () => {
    const trapped = small.renew()
    assert.equal(trapped.spent, false)
    assert.throws(() => trapped.call(() => trapped.exports.stop()), code('trap'))
    assert.equal(trapped.spent, true)
    assert.throws(() => trapped.call(() => 1), code('trap'))
    assert.throws(() => trapped.callSecret(() => 1), code('trap'))
  })

  test('outside of the memory is one as well', () => {
    const trapped = small.renew()
    assert.throws(() => trapped.call(() => trapped.exports.sum(0xfffffff0, 1)), code('trap'))
  })

  test('is not what a caller throws by itself', () => {
    assert.throws(
      () =>
        small.call(() => {
          throw new RangeError('a caller’s own')
        }),
      /own/,
    )
    assert.equal(small.spent, false)
  })
})

describe('the kernel of a thread', () => {
  afterEach(() => useKernel(undefined))

  test('is one, and the same at every call', () => {
    assert.equal(kernel(), kernel())
  })

  for (const variant of ['simd', 'portable'] as const) {
    test(`can be the ${variant} one`, () => {
      useKernel(instantiateKernel(variant))
      assert.equal(kernel().variant, variant)
      assert.ok(kernel().exports.heapBase() > 0)
    })
  }

  test('is another after a trap, of the same kind, and that works', () => {
    const first = instantiateKernel('portable')
    useKernel(first)
    const trap = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
    assert.throws(() => kernel().call(trap), code('trap'))
    const next = kernel()
    assert.notEqual(next.id, first.id)
    assert.equal(next.variant, 'portable')
    assert.deepEqual(
      next.call((frame) => frame.get(frame.put(SECRET), 40)),
      SECRET,
    )
  })

  test('is another after a call that needed much memory, which goes back with the old one', () => {
    const first = kernel()
    first.call((frame) => frame.take(KEPT_BYTES - (2 << 20)))
    assert.equal(kernel(), first)
    first.call((frame) => frame.take(KEPT_BYTES + 1))
    assert.notEqual(kernel().id, first.id)
    assert.ok(kernel().memoryBytes < KEPT_BYTES)
  })

  test('keeps its tables, however large', () => {
    const first = instantiateKernel('portable')
    useKernel(first)
    first.reserve(2 * KEPT_BYTES)
    first.call((frame) => frame.take(1 << 20))
    assert.equal(kernel(), first)
  })
})

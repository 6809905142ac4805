/** What stands on the group: a kernel that stops in the middle is an error there, never "not mine" or "malformed". */
import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { scan } from '../../../src/node/workers/scan.ts'
import { addressBytes, addressFromBytes } from '../../../src/protocol/address.ts'
import {
  instantiateKernel,
  KernelError,
  type KernelExports,
  useKernel,
} from '../../../src/protocol/crypto/kernel/kernel.ts'
import { findOutput } from '../../../src/protocol/enote.ts'
import { decodeViewKey, encodeViewKey, subaddress } from '../../../src/protocol/keys.ts'
import { encodeCore, inputContext } from '../../../src/protocol/output.ts'
import { verifyTransactions } from '../../../src/protocol/verify-transactions.ts'
import { bob, chainId, params, pay } from '../../protocol/fixtures.ts'

const { transaction, coins } = pay(1_000n)
const context = inputContext(transaction.inputs)
const viewKey = encodeViewKey(bob)
const address = addressBytes(subaddress(bob, 1))

/** Each with what it gives on a sound kernel, told by whether that is so. */
const WORKS: Record<string, () => boolean> = {
  findOutput: () => transaction.outputs.some((core) => findOutput(bob, context, core)?.amount === 1_000n),
  scan: () => {
    const outputs = transaction.outputs.map((core, i) => ({
      core: encodeCore(core),
      payload: transaction.payloads[i],
    }))
    const origin = { type: 'mint', context } as const
    return scan({ viewKey, transactions: [{ origin, outputs }] }).some((hits) => hits.length > 0)
  },
  addressFromBytes: () => addressFromBytes(address) !== undefined,
  decodeViewKey: () => decodeViewKey(viewKey).incoming.length === 32,
  verifyTransactions: () => verifyTransactions(chainId, params, [{ transaction, coins }]).length === 0,
}

type Name = keyof KernelExports & `${string}`

/** The thread's kernel from here on; its call number `stop` of that function traps. @returns the calls so far */
function stopAt(name: Name, stop: number): () => number {
  const instance = instantiateKernel('simd')
  const { exports } = instance
  const sound = exports[name] as (...args: number[]) => number
  let calls = 0
  const counted = (...args: number[]): number => {
    if (++calls === stop) throw new WebAssembly.RuntimeError('planted')
    return sound(...args)
  }
  Object.assign(instance, { exports: { ...exports, [name]: counted } })
  useKernel(instance)
  return () => calls
}

describe('a kernel that stops', () => {
  afterEach(() => useKernel(undefined))

  const functions: Name[] = ['decodePoints', 'encodePoints', 'multiplyEach', 'multiplyBase', 'blake3Finish']
  for (const [work, run] of Object.entries(WORKS)) {
    for (const name of functions) {
      it(`is an error in ${work}, at whichever call of ${name}`, () => {
        assert.equal(run(), true)
        const calls = stopAt(name, 0)
        assert.equal(run(), true)
        for (let stop = 1, last = calls(); stop <= last; stop++) {
          stopAt(name, stop)
          assert.throws(run, (error) => error instanceof KernelError && error.code === 'trap', `call ${stop}`)
          assert.equal(run(), true, `after call ${stop}`)
        }
      })
    }
  }
})

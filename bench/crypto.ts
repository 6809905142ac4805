/** What a transaction costs on one thread: proving, verifying alone and in a batch, scanning; dalek's WebAssembly beside it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  batch_range_proof,
  batch_verify_proof,
  initSync,
} from '@aptos-labs/confidential-asset-wasm-bindings/range-proofs'
import { BASE, encodePoint, encodeScalar, scalarFrom } from '../src/protocol/crypto/group.ts'
import { blindingBase } from '../src/protocol/crypto/pedersen.ts'
import { proveRange, verifyRange } from '../src/protocol/crypto/rangeproof.ts'
import { Transcript } from '../src/protocol/crypto/transcript.ts'
import { findOutput } from '../src/protocol/enote.ts'
import { inputContext } from '../src/protocol/output.ts'
import { verifyTransactions } from '../src/protocol/verify-transactions.ts'
import { alice, bob, chainId, coinOf, params, pay } from '../test/protocol/fixtures.ts'
import { measure, type Row } from './harness.ts'

const BATCH = 128

export async function benchCrypto(progress: (line: string) => void): Promise<Row[]> {
  const values = [1_000n, 2n ** 40n]
  const blindings = values.map((value) => encodeScalar(scalarFrom(value + 7n)))
  const ours = () => ({ bits: 64, transcript: new Transcript('bench') })
  const proved = proveRange({ values, blindings, ...ours() })
  const dalek = dalekRangeProofs(values, blindings)
  const rows: Row[] = [
    await measure('prove 2 × 64 bit', () => proveRange({ values, blindings, ...ours() })),
    await measure('prove 2 × 64 bit, dalek in WebAssembly', dalek.prove),
    await measure('verify 2 × 64 bit', () => must(verifyRange({ ...proved, ...ours() }))),
    await measure('verify 2 × 64 bit, dalek in WebAssembly', () => must(dalek.verify())),
  ]
  let seed = 0
  const build = () => {
    const name = `bench ${seed++}`
    return pay(1_000n, {
      seed: name,
      coins: [coinOf(alice, 5_000_000n, `${name}a`), coinOf(alice, 0n, `${name}b`)],
    })
  }
  rows.push(await measure('build a transaction, 2 in 2 out', build, { runs: 3 }))
  progress(`making ${BATCH} transactions to verify …`)
  const batch = Array.from({ length: BATCH }, build)
  const verify = (items: typeof batch) => must(verifyTransactions(chainId, params, items).length === 0)
  rows.push(await measure('verify one transaction, 2 in 2 out', () => verify(batch.slice(0, 1))))
  rows.push(
    await measure(`verify one of a batch of ${BATCH}`, () => verify(batch), {
      runs: 3,
      per: BATCH,
      note: 'one multiscalar multiplication',
    }),
  )
  const foreign = batch.flatMap(({ transaction }) =>
    transaction.outputs.map((core) => ({ core, context: inputContext(transaction.inputs) })),
  )
  const stranger = { ...bob, incoming: alice.incoming, viewBalance: new Uint8Array(32) }
  const scan = () => foreign.forEach(({ core, context }) => void findOutput(stranger, context, core))
  rows.push(await measure('scan one foreign output', scan, { runs: 3, per: foreign.length }))
  return rows
}

/** The npm package's proofs: dalek's bulletproofs 4.0, compiled by others. */
function dalekRangeProofs(values: readonly bigint[], blindings: readonly Uint8Array[]) {
  const entry = createRequire(import.meta.url).resolve(
    '@aptos-labs/confidential-asset-wasm-bindings/range-proofs',
  )
  initSync({ module: readFileSync(join(dirname(entry), 'aptos_rp_wasm_bg.wasm')) })
  const bases = [encodePoint(BASE), encodePoint(blindingBase())] as const
  const prove = () => batch_range_proof(BigUint64Array.from(values), [...blindings], ...bases, 64)
  const made = prove()
  const [proof, commitments] = [made.proof(), made.comms()]
  return { prove, verify: () => batch_verify_proof(proof, commitments, ...bases, 64) }
}

function must(holds: boolean): void {
  if (!holds) throw new Error('something measured did not verify')
}

/** The reference in WebAssembly: dalek's `bulletproofs` 4.0, compiled from Rust and published by Aptos on npm. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  batch_range_proof,
  batch_verify_proof,
  initSync,
} from '@aptos-labs/confidential-asset-wasm-bindings/range-proofs'
import { pedersenBaseEncodings } from '../../src/protocol/crypto/pedersen.ts'

const PACKAGE = '@aptos-labs/confidential-asset-wasm-bindings'

let loaded = false

function load(): void {
  if (loaded) return
  const entry = createRequire(import.meta.url).resolve(`${PACKAGE}/range-proofs`)
  initSync({ module: readFileSync(join(dirname(entry), 'aptos_rp_wasm_bg.wasm')) })
  loaded = true
}

/** Proves and verifies that values have at most 64 bits. */
export function dalekRangeProofs(values: readonly bigint[], blindings: readonly Uint8Array[]) {
  load()
  const { value, blinding } = pedersenBaseEncodings()
  const prove = () => batch_range_proof(BigUint64Array.from(values), [...blindings], value, blinding, 64)
  const made = prove()
  const [proof, commitments] = [made.proof(), made.comms()]
  const verify = (): void => {
    if (!batch_verify_proof(proof, commitments, value, blinding, 64)) {
      throw new Error('dalek refuses its own proof')
    }
  }
  return { prove, verify }
}

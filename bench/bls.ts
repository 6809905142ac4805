/** What BLS signatures of validators cost on one thread: the native library and plain JavaScript beside each other. */
import { loadNativeBls } from '../src/node/crypto/native-bls.ts'
import { le32 } from '../src/protocol/bytes.ts'
import { type BlsBackend, blsKeyFromSeed } from '../src/protocol/crypto/bls.ts'
import { nobleBls } from '../src/protocol/crypto/bls-noble.ts'
import { blsProvePossession, blsVerifyPossession } from '../src/protocol/crypto/bls-possession.ts'
import { hash } from '../src/protocol/crypto/hash.ts'
import { STAKE_PARAMS } from '../src/protocol/stake/params.ts'
import { measure, type Row } from './harness.ts'

const BATCH = 64
const SIZES = [4, 16, 64, 128]
/** Groups of late votes in a block, at most: each has one aggregate signature. */
const LATE_GROUPS = STAKE_PARAMS.main.lateBlocks

export async function benchBls(progress: (line: string) => void): Promise<Row[]> {
  const native = await loadNativeBls()
  if (native === undefined) progress('no native BLS library for this platform')
  const portable = nobleBls()
  const rows: Row[] = []
  for (const bls of native === undefined ? [portable] : [native, portable]) {
    progress(`BLS with ${bls.name} …`)
    rows.push(...(await rowsOf(bls, native ?? portable)))
  }
  const secret = secretOf(0)
  const key = portable.publicKey(secret)
  const proof = blsProvePossession(secret)
  rows.push(
    await measure('verify a proof of possession', () => must(blsVerifyPossession(key, proof)), {
      note: 'plain JavaScript in either case',
    }),
  )
  return rows
}

/** @param maker makes what is measured */
async function rowsOf(bls: BlsBackend, maker: BlsBackend): Promise<Row[]> {
  const secrets = Array.from({ length: Math.max(BATCH, ...SIZES) }, (_, index) => secretOf(index))
  const keys = secrets.map(maker.publicKey)
  const message = hash('bench message')
  const signatures = secrets.map((secret) => maker.sign(secret, message))
  const votes = signatures
    .slice(0, BATCH)
    .map((signature, i) => ({ publicKey: keys[i]!, message, signature }))
  const scattered = votes.map(({ publicKey }, i) => {
    const own = hash('bench message', le32(i))
    return { publicKey, message: own, signature: maker.sign(secrets[i]!, own) }
  })
  const options = { runs: bls.name === 'blst' ? 25 : 5 }
  const name = (what: string) => `${bls.name}: ${what}`
  const rows = [
    await measure(name('sign'), () => bls.sign(secrets[0]!, message), options),
    await measure(name('check a key'), () => must(bls.isPublicKey(keys[0]!)), {
      ...options,
      note: 'what a key found in the cache saves',
    }),
    await measure(
      name('verify'),
      () => must(bls.verifyAggregate([keys[0]!], message, signatures[0]!)),
      options,
    ),
    await measure(name(`verify one of ${BATCH} votes, same message`), () => must(bls.verifyMany(votes)), {
      runs: Math.min(5, options.runs),
      per: BATCH,
    }),
    await measure(name(`verify one of ${BATCH}, own messages`), () => must(bls.verifyMany(scattered)), {
      runs: Math.min(5, options.runs),
      per: BATCH,
    }),
  ]
  for (const size of SIZES) {
    const [signers, sum] = [keys.slice(0, size), maker.aggregate(signatures.slice(0, size))!]
    const check = () => must(bls.verifyAggregate(signers, message, sum))
    rows.push(await measure(name(`verify an aggregate of ${size} keys`), check, options))
  }
  const groups = Array.from({ length: LATE_GROUPS }, (_, i) => {
    const own = hash('bench message', le32(i))
    return { own, sum: maker.aggregate(secrets.slice(0, 128).map((secret) => maker.sign(secret, own)))! }
  })
  const late = () => {
    for (const { own, sum } of groups) must(bls.verifyAggregate(keys.slice(0, 128), own, sum))
  }
  const most = name(`late votes of a block at most: ${LATE_GROUPS} aggregates of 128 keys`)
  rows.push(await measure(most, late, options))
  const join = () => bls.aggregate(signatures.slice(0, 128))
  rows.push(await measure(name('aggregate 128 signatures'), join, options))
  return rows
}

function secretOf(index: number): Uint8Array {
  return blsKeyFromSeed(hash('bench signer', le32(index)))
}

function must(holds: boolean): void {
  if (!holds) throw new Error('something measured did not verify')
}

import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { Worker } from 'node:worker_threads'
import * as blst from '@chainsafe/blst'
import { wrongBlsAnswer } from '../../../src/node/crypto/bls-check.ts'
import { type BlstModule, blstBackend } from '../../../src/node/crypto/blst-backend.ts'
import { installNativeBls, loadNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { type BlsBackend, blsBackend, useBls } from '../../../src/protocol/crypto/bls.ts'
import { nobleBls } from '../../../src/protocol/crypto/bls-noble.ts'
import { INFINITE_KEY, INFINITE_SIGNATURE, secretOf } from '../../protocol/crypto/bls-signers.ts'
import { recordingLogger } from '../support.ts'

afterEach(() => useBls(nobleBls()))

/** The library with some of its functions replaced. */
const tamperedWith = (change: Partial<BlstModule>) => async (): Promise<BlstModule> => ({
  ...blst,
  ...change,
})

describe('native BLS', () => {
  it('is installed where it is right', async () => {
    assert.equal(blsBackend().name, 'noble')
    assert.equal(await installNativeBls(), 'native')
    assert.equal(blsBackend().name, 'blst')
  })

  it('stays as it is when installed again', async () => {
    await installNativeBls()
    const before = blsBackend()
    assert.equal(await installNativeBls(), 'native')
    assert.equal(blsBackend(), before)
  })

  it('is done without where there is no build for the platform', async () => {
    const load = () => Promise.reject(new Error('Failed to load native binding'))
    assert.equal(await loadNativeBls(load), undefined)
    assert.equal(await installNativeBls({ load }), 'portable')
    assert.equal(blsBackend().name, 'noble')
  })

  const { Signature, PublicKey } = blst
  const faults: Record<string, Partial<BlstModule>> = {
    'accepts every signature': { verify: () => true },
    'refuses every signature': { verify: () => false },
    'does not check subgroups of keys': {
      PublicKey: {
        ...PublicKey,
        fromBytes: (bytes: Uint8Array) => PublicKey.fromBytes(bytes, false),
      } as typeof PublicKey,
    },
    'does not check subgroups of signatures': {
      Signature: {
        ...Signature,
        fromBytes: (bytes: Uint8Array) => Signature.fromBytes(bytes, false),
      } as typeof Signature,
    },
    'adds up a batch without coefficients': {
      aggregateWithRandomness: (sets) => ({
        pk: blst.aggregatePublicKeys(sets.map(({ pk }) => pk)),
        sig: blst.aggregateSignatures(sets.map(({ sig }) => Signature.fromBytes(sig, true))),
      }),
    },
    'accepts every batch of several messages': { verifyMultipleAggregateSignatures: () => true },
    'breaks down': {
      verify: () => {
        throw new Error('out of memory')
      },
    },
  }
  for (const [fault, change] of Object.entries(faults)) {
    it(`is not used when it ${fault}`, async () => {
      const logger = recordingLogger()
      assert.equal(await installNativeBls({ load: tamperedWith(change), logger }), 'portable')
      assert.equal(blsBackend().name, 'noble')
      assert.match(logger.lines.join(), /not used, as it gives a wrong answer/)
    })
  }

  it('is not used when it differs only for keys that nobody thought of', async () => {
    const { SecretKey } = blst
    const known = '263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3'
    const fromBytes = (bytes: Uint8Array) =>
      SecretKey.fromBytes(Buffer.from(bytes).toString('hex') === known ? bytes : secretOf(0))
    const load = tamperedWith({ SecretKey: { ...SecretKey, fromBytes } as typeof SecretKey })
    assert.equal(wrongBlsAnswer(blstBackend(await load())), undefined)
    assert.equal(await installNativeBls({ load }), 'portable')
  })

  it('works in a worker thread', async () => {
    const worker = new Worker(new URL('./native-bls-worker.ts', import.meta.url))
    const answer = await new Promise((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    )
    await worker.terminate()
    assert.deepEqual(answer, { installed: 'native', backend: 'blst', verified: true })
  })
})

describe('known answers', () => {
  it('are given by the portable backend', () => {
    assert.equal(wrongBlsAnswer(nobleBls()), undefined)
  })

  const right = blstBackend(blst)
  const wrong: Record<string, Partial<BlsBackend>> = {
    'public key': { publicKey: () => INFINITE_KEY },
    signature: { sign: () => INFINITE_SIGNATURE },
    verification: { verifyAggregate: () => true },
    aggregate: { aggregate: ([first]) => first },
    'aggregate key': { aggregateKeys: ([first]) => first },
    'keys that cancel each other': { aggregateKeys: (keys) => right.aggregateKeys(keys) ?? INFINITE_KEY },
    batch: { verifyMany: () => true },
    'malformed keys': { isPublicKey: () => true },
    'malformed signatures': { aggregate: (list) => right.aggregate(list) ?? INFINITE_SIGNATURE },
  }
  for (const [name, change] of Object.entries(wrong)) {
    it(`tell a wrong answer: ${name}`, () => {
      assert.equal(wrongBlsAnswer({ ...right, ...change }), name)
    })
  }
})

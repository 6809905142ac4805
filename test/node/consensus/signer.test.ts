/** Which of a node's keys signs at a height. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConsensusError } from '../../../src/node/consensus/consensus-error.ts'
import { Signer } from '../../../src/node/consensus/signer.ts'
import { ValidatorKeys } from '../../../src/node/consensus/validator-keys.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { voteMessage } from '../../../src/protocol/consensus/messages.ts'
import type { HeightConfig } from '../../../src/protocol/consensus/replica.ts'
import { blsSign, blsVerify } from '../../../src/protocol/crypto/bls.ts'
import { validatorKeys } from '../world.ts'

const [old, next, other] = validatorKeys(3)
const chainId = new Uint8Array(32).fill(1)

/** A height that one other validator decides, with the holder of `key` if given. */
function heightOf(height: number, key: Uint8Array | undefined): HeightConfig {
  const validators = [other!.publicKey, ...(key ? [key] : [])].map((publicKey) => ({ publicKey, weight: 1n }))
  return { height, validators, self: key && 1 } as unknown as HeightConfig
}

/** Signs as a worker does. */
const workers = {
  run: async (_: 'sign', { secret, message }: { secret: Uint8Array; message: Uint8Array }) =>
    blsSign(secret, message),
} as unknown as NodeWorkers

const createSigner = () => new Signer(new ValidatorKeys('nowhere', [old!, next!]), chainId, workers)

test('the one that is in the set, and of the height before the one that was in its', async () => {
  const signer = createSigner()
  signer.begin(heightOf(12, old!.publicKey))
  assert.equal(signer.keyAt(12), old)
  signer.begin(heightOf(13, next!.publicKey))
  assert.deepEqual([signer.keyAt(12), signer.keyAt(13)], [old, next])
  for (const [height, key] of [
    [12, old!],
    [13, next!],
  ] as const) {
    const vote = { kind: 'precommit', height, round: 0, blockId: chainId, validator: 1 } as const
    const signed = await signer.sign({ type: 'vote', vote })
    assert.ok(signed.type === 'vote')
    assert.ok(blsVerify(key.publicKey, voteMessage(chainId, vote), signed.vote.signature))
  }
})

test('none at a height whose set it is not in, that is long over, or that is to come', () => {
  const signer = createSigner()
  for (const config of [heightOf(11, old!.publicKey), heightOf(12, undefined), heightOf(13, next!.publicKey)])
    signer.begin(config)
  for (const height of [11, 12, 14])
    assert.throws(
      () => signer.keyAt(height),
      (error) => error instanceof ConsensusError,
    )
})

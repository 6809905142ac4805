/** Consensus messages as bytes, and what their signatures cover. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { toHex } from '../../../src/protocol/bytes.ts'
import { precommitMessage } from '../../../src/protocol/certificate.ts'
import {
  type ConsensusMessage,
  decodeMessage,
  encodeMessage,
  proposalMessage,
  voteMessage,
} from '../../../src/protocol/consensus/messages.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { idOf, proposal, signedVote, vote } from './blocks.ts'

const CHAIN = new Uint8Array(32).fill(1)
const SIGNATURE = new Uint8Array(96).fill(7)

const MESSAGES: readonly ConsensusMessage[] = [
  { type: 'vote', vote: signedVote(vote('prevote', 0, 'A', 3)) },
  { type: 'vote', vote: signedVote(vote('prevote', 1, 'nil', 3)) },
  { type: 'vote', vote: signedVote(vote('precommit', 2, 'A', 3)) },
  { type: 'vote', vote: signedVote(vote('precommit', 3, 'nil', 3)) },
  { type: 'proposal', proposal: { ...proposal(0, 'A', 1), signature: SIGNATURE } },
  { type: 'proposal', proposal: { ...proposal(5, 'A', 1, 4), signature: SIGNATURE } },
  { type: 'status', height: 2 ** 53 - 1, round: 2 ** 31 - 1 },
  { type: 'request', height: 0 },
  {
    type: 'certified',
    height: 9,
    block: Uint8Array.of(1, 2, 3),
    certificate: { round: 4, claim: Uint8Array.of(8), bitmap: Uint8Array.of(7), signature: SIGNATURE },
  },
]

describe('a message', () => {
  test('is read as it was written', () => {
    for (const message of MESSAGES) assert.deepEqual(decodeMessage(encodeMessage(message)), message)
  })

  test('has one encoding: shorter or longer bytes are refused', () => {
    for (const message of MESSAGES) {
      const bytes = encodeMessage(message)
      for (let length = 0; length < bytes.length; length++) {
        assert.throws(() => decodeMessage(bytes.subarray(0, length)), ProtocolError)
      }
      assert.throws(() => decodeMessage(Uint8Array.of(...bytes, 0)), ProtocolError)
    }
  })

  test('with a block longer than allowed is refused', () => {
    const bytes = encodeMessage(MESSAGES[8]!)
    assert.throws(() => decodeMessage(bytes, 2), { code: 'invalid_encoding' })
  })

  test('that proposes because of its own or a later round is refused', () => {
    const proposed = { ...proposal(5, 'A', 1, 5), signature: SIGNATURE }
    const bytes = encodeMessage({ type: 'proposal', proposal: proposed })
    assert.throws(() => decodeMessage(bytes), { code: 'invalid_encoding' })
  })

  test('of any bytes is a message or a ProtocolError', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.uint8Array({ maxLength: 300 }), (type, rest) => {
        try {
          const message = decodeMessage(Uint8Array.of(type, ...rest))
          assert.deepEqual(encodeMessage(message), Uint8Array.of(type, ...rest))
        } catch (error) {
          assert.ok(error instanceof ProtocolError)
        }
      }),
    )
  })
})

describe('what is signed', () => {
  test('differs with everything that is said', () => {
    const said = [CHAIN, new Uint8Array(32)].flatMap((chain) => [
      ...(['prevote', 'precommit'] as const).flatMap((kind) =>
        [0, 1].flatMap((round) =>
          ['nil', 'A', 'B'].map((name) => voteMessage(chain, vote(kind, round, name, 0))),
        ),
      ),
      voteMessage(chain, { ...vote('prevote', 0, 'A', 0), height: 8 }),
      proposalMessage(chain, proposal(0, 'A', 0)),
      proposalMessage(chain, proposal(1, 'A', 0)),
      proposalMessage(chain, proposal(1, 'A', 0, 0)),
      proposalMessage(chain, proposal(1, 'B', 0)),
    ])
    assert.equal(new Set(said.map(toHex)).size, said.length)
  })

  test('by a precommit for a block is what a certificate proves', () => {
    const signed = voteMessage(CHAIN, vote('precommit', 2, 'A', 0))
    assert.deepEqual(signed, precommitMessage(CHAIN, 7, 2, idOf('A')!))
  })
})

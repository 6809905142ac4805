/** In which order what peers send is looked at: nobody makes others decode and hash a block that nobody signed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import {
  type InspectCertifiedJob,
  inspectCertified,
  inspectProposal,
} from '../../../src/node/workers/inspect.ts'
import { blockId, encodeHeader, readHeader } from '../../../src/protocol/block.ts'
import { concat, toHex } from '../../../src/protocol/bytes.ts'
import { Reader } from '../../../src/protocol/codec.ts'
import { type Proposal, proposalMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, payment, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })
const world = createWorld()
const key = world.keys[0]!
let job: InspectCertifiedJob & { readonly block: Uint8Array }
/** The block with something else behind its header: same id, nothing that can be decoded. */
let hollow: Uint8Array

before(async () => {
  const node = await openTestNode({ after }, world, workers, {
    directory: await temporaryDirectory({ after }),
  })
  const { state, params } = node.chain
  await node.mempool.submit((await payment(world, workers, [0, 1])).bytes)
  await node.consensus.mine(1)
  const { block, certificate } = (await certifiedBlockAt(node.chain.tables, 1))!
  job = {
    ...{ block, certificate, height: 1, chainId: state.chainId, maxTransactions: 10, params: params.stake },
    previous: { blockId: state.blockId, validators: state.validators, began: state.time },
    validators: state.validators,
  }
  const header = encodeHeader(readHeader(new Reader(block)))
  hollow = concat(header, new Uint8Array(100).fill(255))
})

const idOf = (block: Uint8Array) => blockId(readHeader(new Reader(block)))

test('a final block is known by its certificate', () => {
  assert.equal(toHex(inspectCertified(job)), toHex(idOf(job.block)))
})

test('a certificate that does not hold is told before what follows the header is decoded', () => {
  const certificate = { ...job.certificate, round: 7 }
  assert.throws(() => inspectCertified({ ...job, block: hollow, certificate }), {
    code: 'invalid_certificate',
  })
  assert.throws(
    () => inspectCertified({ ...job, block: hollow }),
    (error: Error & { code?: string }) => {
      return error.code === 'invalid_block' || error.code === 'invalid_encoding'
    },
  )
})

test('a block of another place is told before its certificate is verified', () => {
  const certificate = { ...job.certificate, round: 7 }
  const elsewhere: Partial<InspectCertifiedJob>[] = [
    { height: 2 },
    { chainId: new Uint8Array(32) },
    { previous: { ...job.previous, blockId: new Uint8Array(32) } },
  ]
  for (const other of elsewhere)
    assert.throws(() => inspectCertified({ ...job, certificate, ...other }), { code: 'invalid_block' })
})

test('a claim of silence that a block carries is held against its time before anything is verified', () => {
  const header = readHeader(new Reader(job.block))
  const carried = { ...header.certificate, round: 40, claim: Uint8Array.of(1) }
  const block = encodeHeader({ ...header, certificate: carried })
  const after = (passed: number) => ({
    ...{ ...job, block },
    previous: { ...job.previous, began: header.time - passed },
  })
  const code = 'invalid_certificate'
  assert.throws(() => inspectCertified(after(17_499)), { code, message: /lasted so long/ })
  assert.throws(() => inspectCertified(after(17_500)), { code, message: /signers|two thirds/ })
})

test('a proposal that names another block is told before that is decoded', () => {
  const unsigned: Proposal = {
    ...{ height: 1, round: 0, validRound: -1, claim: NO_CLAIM, validClaim: NO_CLAIM, validator: 0 },
    ...{ blockId: new Uint8Array(32), block: hollow, signature: new Uint8Array(96) },
  }
  const { chainId, maxTransactions } = job
  const inspect = (proposal: Proposal) => {
    const signature = blsSign(key.secret, proposalMessage(chainId, proposal))
    inspectProposal({
      chainId,
      maxTransactions,
      publicKey: key.publicKey,
      proposal: { ...proposal, signature },
    })
  }
  assert.throws(() => inspect(unsigned), { code: 'invalid_block', message: /names another block/ })
  const whole = { ...unsigned, blockId: idOf(job.block), block: job.block }
  inspect(whole)
  assert.throws(() => inspect({ ...whole, block: hollow }))
})

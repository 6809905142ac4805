/** The supply invariant, checked by hand: with @noble/curves and what the node tells everybody, nothing of the node's own. */
import assert from 'node:assert/strict'
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'
import { sha3_512 } from '@noble/hashes/sha3.js'
import { type Client, listAll, type Output } from '../../src/sdk/index.ts'

const { Point } = ristretto255
const { BASE } = Point

/** The second generator of dalek's bulletproofs. */
const BLINDING_BASE = ristretto255_hasher.deriveToCurve!(sha3_512(BASE.toBytes()))

/**
 * Checks that the commitments of all unspent outputs sum to circulating·B + blinding·B~, that every mint opens to its
 * amount, and that coins lost only fees, and what went to the stake. The chain must not grow meanwhile, so it is read again
 * if it does.
 * @param deposited base units that went from coins to the stake, less what came back.
 */
export async function checkSupply(client: Client, deposited = 0n): Promise<void> {
  const supply = await client.chain.supply()
  const outputs: Output[] = []
  for await (const output of listAll((cursor) => client.chain.outputs({ cursor, limit: 1_000 })))
    outputs.push(output)
  if ((await client.chain.status()).height !== supply.height) return checkSupply(client, deposited)

  const unspent = outputs.filter(({ spent }) => !spent)
  assert.equal(unspent.length, supply.unspentOutputs, 'size of the unspent set')
  assert.equal(
    new Set(outputs.map(({ outputId }) => outputId)).size,
    outputs.length,
    'an output id is unique',
  )
  const sum = unspent.reduce((total, { commitment }) => total.add(Point.fromHex(commitment)), Point.ZERO)
  assert.equal(sum.toHex(), supply.commitments, 'sum of the commitments')
  assert.ok(
    sum.equals(commit(BigInt(supply.circulating), scalar(supply.blinding))),
    'money came from nothing',
  )
  const held = BigInt(supply.staked)
  assert.equal(BigInt(supply.issued) - BigInt(supply.burnt) - held, BigInt(supply.circulating))
  assert.ok(BigInt(supply.awardPool) <= held, 'the award is part of the stake')

  const byId = new Map(outputs.map((output) => [output.outputId, output]))
  let minted = 0n
  for (const { outputId, amount, blinding } of supply.mints) {
    minted += BigInt(amount)
    const opened = commit(BigInt(amount), scalar(blinding))
    assert.equal(opened.toHex(), byId.get(outputId)?.commitment, 'a mint opens to its amount')
  }

  let fees = 0n
  for await (const block of listAll((cursor) => client.chain.blocks({ cursor, limit: 1_000 }))) {
    if (block.height > supply.height) break
    for (const transactionId of block.transactions)
      fees += BigInt((await client.chain.transaction({ transactionId })).fee)
  }
  assert.equal(minted - fees - deposited, BigInt(supply.circulating), 'coins lose only fees')
}

function commit(amount: bigint, blinding: bigint) {
  const value = amount === 0n ? Point.ZERO : BASE.multiplyUnsafe(amount)
  return blinding === 0n ? value : value.add(BLINDING_BASE.multiplyUnsafe(blinding))
}

/** A scalar is 32 bytes, little-endian. */
function scalar(hex: string): bigint {
  return BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`)
}

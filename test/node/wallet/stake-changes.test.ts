/** What the chain says of a key becomes records of its account: with states that a small chain never gets into. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WalletStake } from '../../../src/node/wallet/chain-view.ts'
import { ownerOf, refreshOwner } from '../../../src/node/wallet/stake-changes.ts'
import { equalBytes, fromHex, toHex } from '../../../src/protocol/bytes.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { entriesBehind } from '../../../src/protocol/stake/entries-of.ts'
import { stakeOwner } from '../../../src/protocol/stake/operator-key.ts'
import { idOf, keyOf, StakeWorld, UNPAID, UNSIGNED } from '../../protocol/stake/world.ts'
import { alice } from '../world.ts'
import { noStake, openAccountBook } from './account-book.ts'

const owner = stakeOwner(alice, 0)

/** A stake of three, and the account of Alice that looks at it. */
async function world(t: Parameters<typeof openAccountBook>[0]) {
  const { book, account } = await openAccountBook(t)
  const chain = new StakeWorld({ ada: 3_000_000n, bob: 2_000_000n, cyd: 2_000_000n }, UNPAID)
  const source: WalletStake = {
    ...noStake,
    get state() {
      return chain.state
    },
    entriesOf: async (key) =>
      [...chain.table.values()].flatMap((entry) =>
        'owner' in entry && equalBytes(entry.owner, key) ? [entry] : [],
      ),
    entriesBehind: async (entries) =>
      entries.flatMap(entriesBehind).flatMap(({ kind, id }) => chain.find(kind, id) ?? []),
  }
  const look = (index?: number) =>
    book.changeOne(account, async (draft) => {
      await refreshOwner(draft, ownerOf(draft, index), source)
      return [...draft.stakes.values()]
    })
  const deposit = (validator: string, amount: bigint) =>
    chain.operate({ type: 'deposit', validator: idOf(validator), owner, amount })
  return { account, chain, look, deposit }
}

test('stake that somebody gave to the key with another validator is a stake of its own', async (t) => {
  const { chain, look, deposit, account } = await world(t)
  deposit('bob', 50_000n)
  const [own] = await look(0)
  assert.deepEqual([own!.stakeId, own!.validatorId, own!.amount], [toHex(owner), toHex(idOf('bob')), 50_000n])
  assert.equal(account.progress.stakes, 1, 'the next deposit takes the next key')
  deposit('ada', 400_000n)
  deposit('bob', 10_000n)
  const stakes = await look(0)
  assert.deepEqual(
    stakes.map(({ validatorId, amount, deposits }) => [validatorId, amount, deposits.length]),
    [
      [toHex(idOf('bob')), 60_000n, 2],
      [toHex(idOf('ada')), 400_000n, 1],
    ],
  )
  assert.equal(stakes[0]!.stakeId, toHex(owner))
  assert.ok(stakes[0]!.deposits[0]!.shares > stakes[0]!.deposits[1]!.shares, 'the largest first')
  chain.checkBooks()
})

test('a stake is frozen with its validator, and shrinks when the rest is closed', async (t) => {
  const { chain, look, deposit } = await world(t)
  deposit('bob', 100_000n)
  chain.endEpoch()
  chain.endEpoch()
  const [before] = await look(0)
  chain.accuse('bob')
  const [frozen] = await look(0)
  assert.deepEqual([frozen!.status, frozen!.validatorKey], ['frozen', toHex(keyOf('bob'))])
  assert.ok(frozen!.amount < before!.amount)
  for (let epoch = 0; epoch <= chain.params.unbondingEpochs; epoch++) chain.endEpoch()
  const [closed] = await look(0)
  assert.deepEqual([closed!.status, closed!.validatorKey], ['active', undefined])
  assert.ok(closed!.amount > 0n && closed!.amount < frozen!.amount)
})

test('what is on its way out answers for its validator', async (t) => {
  const { chain, look, deposit } = await world(t)
  deposit('bob', 100_000n)
  chain.endEpoch()
  const [stake] = await look(0)
  const { id, shares } = stake!.deposits[0]!
  chain.operate({
    type: 'unbond',
    deposit: fromHex(id),
    shares,
    signature: UNSIGNED,
  })
  const [leaving] = await look(0)
  assert.deepEqual(
    [leaving!.status, leaving!.amount, leaving!.leaving[0]!.status],
    ['unbonding', 0n, 'unbonding'],
  )
  chain.block()
  chain.accuse('bob')
  assert.equal((await look(0))[0]!.status, 'frozen')
  for (let epoch = 0; epoch <= chain.params.unbondingEpochs; epoch++) chain.endEpoch()
  const [released] = await look(0)
  assert.equal(released!.status, 'withdrawable')
  assert.ok(released!.leaving[0]!.amount < leaving!.leaving[0]!.amount, 'its penalty is taken off')
})

test('what is on its way out shrinks with its validator that falls silent', async (t) => {
  const { chain, look, deposit } = await world(t)
  deposit('bob', 100_000n)
  chain.block()
  const [stake] = await look(0)
  const { id, shares } = stake!.deposits[0]!
  chain.operate({ type: 'unbond', deposit: fromHex(id), shares, signature: UNSIGNED })
  const leaving = async () => (await look(0))[0]!.leaving.map(({ amount, status }) => [amount, status])
  assert.deepEqual(await leaving(), [[100_000n, 'unbonding']])
  const claim = withBits(3, [chain.position('bob')])
  chain.block({ absent: ['bob'], silence: { claim, round: chain.params.leak.at(-1)!.round } })
  assert.deepEqual(await leaving(), [[25_000n, 'unbonding']])
  for (let epoch = 0; epoch <= chain.params.unbondingEpochs; epoch++) chain.endEpoch()
  assert.deepEqual(await leaving(), [[25_000n, 'withdrawable']])
})

test('reading the same again changes nothing and tells nothing', async (t) => {
  const { look, deposit, account } = await world(t)
  deposit('bob', 50_000n)
  const first = await look(0)
  assert.deepEqual(await look(0), first)
  assert.deepEqual([...account.stakes.values()], first)
  assert.equal(account.progress.next.stake, 1)
  assert.deepEqual(await look(), [...first], 'the operator key owns nothing')
})

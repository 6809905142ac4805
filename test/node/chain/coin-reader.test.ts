import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CoinReader } from '../../../src/node/chain/coin-reader.ts'
import { encodeCoin } from '../../../src/node/chain/tables.ts'
import type { Table } from '../../../src/node/table.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { CORE_LENGTH } from '../../../src/protocol/output.ts'

const id = (number: number) => new Uint8Array(32).fill(number)

/** A store of the coins of these numbers, which counts its readings. */
function reader(numbers: readonly number[], failure?: Error) {
  const rows = new Map(
    numbers.map((number) => {
      const coin = { id: id(number), core: new Uint8Array(CORE_LENGTH).fill(number), height: number }
      return [toHex(coin.id), encodeCoin(coin)]
    }),
  )
  let readings = 0
  const getMany = async (ids: readonly Uint8Array[]) => {
    readings++
    if (failure) throw failure
    return ids.map((one) => rows.get(toHex(one)))
  }
  const coins = new CoinReader({ coins: { getMany } as unknown as Table })
  return { coins, readings: () => readings }
}

describe('coins that are asked for', () => {
  test('in one turn are read at once, and each gets its own', async () => {
    const { coins, readings } = reader([1, 2, 3])
    const answers = await Promise.all([[1, 9], [3, 2], [9], []].map((ids) => coins.read(ids.map(id))))
    assert.deepEqual(
      answers.map((found) => found.map(({ height }) => height)),
      [[1], [3, 2], [], []],
    )
    assert.equal(readings(), 1)
    assert.deepEqual((await coins.read([id(2)]))[0]?.core, new Uint8Array(CORE_LENGTH).fill(2))
    assert.equal(readings(), 2)
  })

  test('are nobody’s when the store fails, and it is asked again the next time', async () => {
    const { coins, readings } = reader([1], new Error('no disk'))
    for (const _ of [1, 2]) {
      const both = await Promise.allSettled([coins.read([id(1)]), coins.read([id(2)])])
      assert.deepEqual(
        both.map((one) => one.status === 'rejected' && one.reason.message),
        ['no disk', 'no disk'],
      )
    }
    assert.equal(readings(), 2)
  })
})

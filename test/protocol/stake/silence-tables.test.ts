/** What docs/staking.md says of silence is what the parameters of the networks say. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import { forkAfter, partitionTable, resumeTable } from './silence-tables.ts'

const documented = readFileSync(new URL('../../../docs/staking.md', import.meta.url), 'utf8').split('\n')

test('the table of who goes on when is the documented one', () => {
  for (const row of resumeTable()) assert.ok(documented.includes(row), `docs/staking.md lacks ${row}`)
})

test('the table of partitions that let the chain fork is the documented one', () => {
  for (const row of partitionTable()) assert.ok(documented.includes(row), `docs/staking.md lacks ${row}`)
})

test('the main and the test network have the same tables', () => {
  const { main, test: tried } = STAKE_PARAMS
  assert.deepEqual(
    [tried.leak, tried.silentRound, tried.leakSilence],
    [main.leak, main.silentRound, main.leakSilence],
  )
})

test('the more is dishonest the sooner a partition lets the chain fork', () => {
  for (let z = 1; z < 33; z++)
    assert.ok(forkAfter(z / 100, STAKE_PARAMS.main) <= forkAfter((z - 1) / 100, STAKE_PARAMS.main), `${z} %`)
})

/** Whatever a disk does to a file of the database is found before anything is read from it. */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32c } from '../../../src/node/database-files/crc32c.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { fromHex, utf8 } from '../../../src/protocol/bytes.ts'
import { damageRun } from '../../support/damage-run.ts'
import { temporaryDirectory } from '../support.ts'

test('CRC-32C is that of RFC 3720, B.4', () => {
  assert.equal(crc32c(new Uint8Array(32)), 0x8a9136aa)
  assert.equal(crc32c(new Uint8Array(32).fill(0xff)), 0x62a8ab43)
  assert.equal(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e)
  assert.equal(crc32c(utf8('1234'), utf8('56789')), 0xe3069283)
  assert.equal(
    crc32c(
      fromHex(
        '01c000000000000000000000000000001400000000000400000000140000001828000000000000000200000000000000',
      ),
    ),
    0xd9963a56,
  )
})

test('a database with a damaged file is refused, or is as it was after an earlier commit', async (t) => {
  const seed = Date.now() % 2 ** 32
  t.diagnostic(`seeds from ${seed}; more: node test/slow/damage.ts --seeds 1000 --from ${seed}`)
  const { refused, shorter, unharmed } = await damageRun(40, seed)
  t.diagnostic(`${refused} refused, ${shorter} of an earlier commit, ${unharmed} as before`)
  assert.ok(refused > 20)
})

test('a database without CURRENT is not taken for a new one', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  await (await openStore(directory, { logger: silentLogger })).close()
  await rm(join(directory, 'CURRENT'))
  await assert.rejects(openStore(directory, { logger: silentLogger }), /CURRENT is missing/)
})

/** Whatever a disk does to a file of the database is found before anything is read from it. */
import assert from 'node:assert/strict'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { crc32c } from '../../../src/node/database-files/crc32c.ts'
import { scrub } from '../../../src/node/database-files/scrub.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { fromHex, utf8 } from '../../../src/protocol/bytes.ts'
import { damageRun } from '../../support/damage-run.ts'
import { seededRandom, temporaryDirectory } from '../support.ts'

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

test('damage that comes while the database is open is found by the search', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const before = await openStore(directory, { logger: silentLogger })
  const table = before.table('things')
  await before.commit([table.put(utf8('a'), seededRandom('damage')(100_000))])
  await before.close()
  const store = await openStore(directory, { logger: silentLogger })
  t.after(() => store.close())
  const ending = new AbortController()
  const quiet = scrub(directory, ending.signal)
  // It has been through all tables when it waits for the next day.
  await Promise.race([quiet, setTimeout(500)])
  ending.abort()
  await assert.rejects(quiet, { name: 'AbortError' })

  const file = (await readdir(directory)).find((name) => name.endsWith('.ldb'))!
  const bytes = await readFile(join(directory, file))
  bytes[50_000]! ^= 1
  await writeFile(join(directory, file), bytes)
  await assert.rejects(scrub(directory, new AbortController().signal), /\.ldb: the block at 0 does not match/)
})

test('a database without CURRENT is not taken for a new one', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  await (await openStore(directory, { logger: silentLogger })).close()
  await rm(join(directory, 'CURRENT'))
  await assert.rejects(openStore(directory, { logger: silentLogger }), /CURRENT is missing/)
})

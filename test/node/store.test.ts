/** The store: atomic batches in one order, reads, and errors that say what is wrong. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { silentLogger } from '../../src/node/logger.ts'
import { openStore, SCHEMA_VERSION } from '../../src/node/store.ts'
import type { StoreError } from '../../src/node/store-error.ts'
import { utf8 } from '../../src/protocol/bytes.ts'
import { recordingLogger, temporaryDirectory, temporaryStore } from './support.ts'

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)
const failsWith = (code: string) => (error: StoreError) => error.name === 'StoreError' && error.code === code

describe('batches', () => {
  test('are read back after the store is opened again', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    const table = store.table('things')
    await store.commit([table.put(utf8('a'), utf8('1')), table.put(utf8('b'), utf8('2'))])
    await store.commit([table.delete(utf8('a'))])
    await store.close()

    const again = (await temporaryStore(t, directory)).table('things')
    assert.deepEqual(await again.getMany([utf8('a'), utf8('b')]), [undefined, utf8('2')])
    assert.equal(await again.has(utf8('b')), true)
  })

  test('see their own writes, and nobody else does before the commit', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('things')
    await store.commit([table.put(utf8('a'), utf8('old'))])
    await store.transact(async (batch) => {
      batch.put(table, utf8('a'), utf8('new'))
      assert.equal(text(await batch.get(table, utf8('a'))), 'new')
      assert.equal(text(await table.get(utf8('a'))), 'old')
      batch.delete(table, utf8('a'))
      assert.equal(await batch.get(table, utf8('a')), undefined)
    })
    assert.equal(await table.get(utf8('a')), undefined)
  })

  test('that fail while they are built write nothing and stop nobody', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('things')
    const failing = store.transact((batch) => {
      batch.put(table, utf8('a'), utf8('1'))
      throw new RangeError('changed my mind')
    })
    await assert.rejects(failing, RangeError)
    await store.commit([table.put(utf8('b'), utf8('2'))])
    assert.deepEqual(await table.getMany([utf8('a'), utf8('b')]), [undefined, utf8('2')])
  })

  test('are built one after the other, each on top of the last', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('counter')
    const increment = () =>
      store.transact(async (batch) => {
        const value = Number(text(await table.get(utf8('n'))) ?? 0) + 1
        batch.put(table, utf8('n'), utf8(String(value)))
        return value
      })
    const values = await Promise.all(Array.from({ length: 50 }, increment))
    assert.deepEqual(
      values,
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
  })

  test('tell their listeners after the commit, in order, and survive a listener that fails', async (t) => {
    const logger = recordingLogger()
    const store = await temporaryStore(t, undefined, logger)
    const table = store.table('things')
    const seen: string[] = []
    await store.transact((batch) => {
      batch.put(table, utf8('a'), utf8('1'))
      batch.onCommit(() => seen.push('first'))
      batch.onCommit(() => {
        throw new Error('listener')
      })
      batch.onCommit(() => seen.push('last'))
      assert.deepEqual(seen, [])
    })
    assert.deepEqual(seen, ['first', 'last'])
    assert.equal(logger.lines.length, 1)
  })

  test('take nothing more once they are handed over', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('things')
    const batch = await store.transact((open) => open)
    assert.throws(() => batch.put(table, utf8('a'), utf8('1')), /handed over/)
  })

  test('of any size are there as a whole, and others have their turn in between', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('things')
    const count = 5_000
    const seen: number[] = []
    let committed = false
    const committing = store
      .commit(Array.from({ length: count }, (_, key) => table.put(utf8(String(key)), utf8('x'))))
      .then(() => {
        committed = true
      })
    while (!committed) seen.push((await table.entries()).length)
    await committing
    assert.deepEqual(
      seen.filter((length) => length !== 0 && length !== count),
      [],
    )
    assert.ok(seen.length > 1)
    assert.equal((await table.entries()).length, count)
  })

  test('under way are finished by close, later ones are refused', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    const table = store.table('things')
    const { promise, resolve } = Promise.withResolvers<void>()
    const slow = store.transact(async (batch) => {
      await promise
      batch.put(table, utf8('a'), utf8('1'))
    })
    const closed = store.close()
    resolve()
    await slow
    await closed
    await assert.rejects(store.commit([table.put(utf8('b'), utf8('2'))]), failsWith('closed'))
    await assert.rejects(table.get(utf8('a')), failsWith('closed'))
    assert.equal(text(await (await temporaryStore(t, directory)).table('things').get(utf8('a'))), '1')
  })
})

describe('ranges', () => {
  test('agree with a sorted map, whatever tables lie beside', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('middle')
    const beside = [store.table('middl'), store.table('middle-b'), store.table('middlf')]
    const key = fc.uint8Array({ maxLength: 3 })
    const bound = fc.option(key, { nil: undefined })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(key, fc.uint8Array({ maxLength: 4 }))),
        bound,
        bound,
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        async (entries, low, high, reverse, limit) => {
          const before = await table.entries()
          await store.commit([
            ...before.map(([k]) => table.delete(k)),
            ...beside.flatMap((other) => [
              other.put(utf8('x'), utf8('y')),
              other.put(new Uint8Array(0), utf8('z')),
            ]),
            ...entries.map(([k, v]) => table.put(k, v)),
          ])
          const name = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
          const model = [...new Map(entries.map(([k, v]) => [name(k), name(v)]))]
            .filter(([k]) => (!low || k > name(low)) && (!high || k <= name(high)))
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
          if (reverse) model.reverse()
          const range = {
            ...(low && { gt: low }),
            ...(high && { lte: high }),
            reverse,
            ...(limit && { limit }),
          }
          const hex = (found: readonly (readonly [Uint8Array, Uint8Array])[]) =>
            found.map(([k, v]) => [name(k), name(v)])
          const walked: (readonly [Uint8Array, Uint8Array])[] = []
          for await (const entry of table.range(range)) walked.push(entry)
          assert.deepEqual(hex(walked), model.slice(0, limit))
          assert.deepEqual(hex(await table.entries(range)), model.slice(0, limit))
          const values: string[] = []
          for await (const value of table.values(range)) values.push(name(value))
          assert.deepEqual(
            values,
            walked.map(([, value]) => name(value)),
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  test('that are left early can be left', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('things')
    await store.commit([table.put(utf8('a'), utf8('1')), table.put(utf8('b'), utf8('2'))])
    for await (const [key] of table.range()) {
      assert.equal(text(key), 'a')
      break
    }
    assert.equal(text(await table.firstKey({ reverse: true })), 'b')
  })

  test('of a table need a proper name', async (t) => {
    const store = await temporaryStore(t)
    assert.throws(() => store.table('Things'), RangeError)
    assert.throws(() => store.table('a\0b'), RangeError)
  })
})

describe('opening', () => {
  test('a store that is open already says so', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    await temporaryStore(t, directory)
    await assert.rejects(openStore(directory, { logger: silentLogger }), failsWith('locked'))
  })

  test('a damaged store says so', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    await (await openStore(directory, { logger: silentLogger })).close()
    const manifest = (await readdir(directory)).find((name) => name.startsWith('MANIFEST'))!
    await writeFile(join(directory, manifest), 'not a manifest')
    await assert.rejects(openStore(directory, { logger: silentLogger }), failsWith('corrupt'))
  })

  test('a store of another layout is refused', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    await store.commit([store.table('meta').put(utf8('schema'), utf8(String(SCHEMA_VERSION + 1)))])
    await store.close()
    await assert.rejects(openStore(directory, { logger: silentLogger }), failsWith('wrong_schema'))
  })

  test('a database that is no store is refused', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const store = await openStore(directory, { logger: silentLogger })
    const meta = store.table('meta')
    await store.commit([meta.delete(utf8('schema')), meta.put(utf8('other'), utf8('1'))])
    await store.close()
    await assert.rejects(openStore(directory, { logger: silentLogger }), failsWith('wrong_schema'))
  })

  test('a path that is a file is an I/O error', async (t) => {
    const path = join(await temporaryDirectory(t), 'file')
    await writeFile(path, '')
    await assert.rejects(openStore(path, { logger: silentLogger }), failsWith('io'))
  })
})

describe('failing', () => {
  test('a disk without room stops all writing, and what was committed is there', {
    skip: process.platform !== 'linux',
  }, async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const script = new URL('./fill-store.ts', import.meta.url).pathname
    const command = `ulimit -f 200; exec "${process.execPath}" "${script}" "${directory}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', command])
    const { committed, codes, failures } = JSON.parse(stdout)
    assert.ok(committed > 0)
    assert.deepEqual(codes, ['disk_full', 'disk_full'])
    assert.deepEqual(failures, ['disk_full'])
    const store = await temporaryStore(t, directory)
    const entries = await store.table('things').entries()
    assert.ok(entries.length >= committed)
  })

  test('kill -9 in the middle of commits keeps every commit that was acknowledged', async (t) => {
    const directory = join(await temporaryDirectory(t), 'db')
    const script = new URL('./write-until-killed.ts', import.meta.url).pathname
    for (let run = 0; run < 3; run++) {
      const { acknowledged } = await killAfter(script, directory, 20)
      const store = await openStore(directory, { logger: silentLogger })
      const [left, right] = await Promise.all([store.table('left').entries(), store.table('right').entries()])
      assert.deepEqual(left, right)
      assert.ok(left.length > acknowledged, `${left.length} on disk, ${acknowledged} acknowledged`)
      await store.close()
    }
    await rm(directory, { recursive: true })
  })
})

/** Runs a writer until it has acknowledged `lines` commits and kills it. */
function killAfter(script: string, directory: string, lines: number): Promise<{ acknowledged: number }> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [script, directory])
    let output = ''
    child.stdout!.on('data', (chunk: string) => {
      output += chunk
      if (output.split('\n').length > lines) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('exit', () => {
      const numbers = output.split('\n').slice(0, -1).map(Number)
      resolve({ acknowledged: numbers.at(-1)! })
    })
  })
}

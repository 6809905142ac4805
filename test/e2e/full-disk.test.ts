/** A disk without room: a clear error, a clean end, and nothing lost when there is room again. */
import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { EXIT } from '../../src/cli/exit-codes.ts'
import { fullDiskRun } from '../support/full-disk-run.ts'
import { cleanEnvironment, spawnCommand, startNode, temporaryDirectory } from '../support/node-process.ts'

/** KiB: a network and its first blocks fit in, and half a minute of payments does not. */
const ENOUGH_TO_BEGIN = 1_600

const limits = { skip: process.platform === 'win32' && 'this system has no limit on the size of files' }

describe('a disk that becomes full', () => {
  test('at a limit of the size of files', limits, async () => {
    const dataDirectory = temporaryDirectory()
    const result = await fullDiskRun({
      dataDirectory,
      largestFile: ENOUGH_TO_BEGIN,
      makeRoom: async () => {},
    })
    assert.ok(result.payments + result.messages > 0)
  })

  const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'small', '/mnt']).status === 0
  const mounts = { skip: !canMount && 'a disk cannot be mounted here without being root' }
  test('on a small file system', mounts, async () => {
    const place = temporaryDirectory()
    const inside = new URL('../support/full-disk-inside.ts', import.meta.url).pathname
    const words = ['-rm', process.execPath, inside, place, `${2 * ENOUGH_TO_BEGIN}k`]
    const { stdout } = await promisify(execFile)('unshare', words, { env: cleanEnvironment(place) })
    const { payments, messages } = JSON.parse(stdout)
    assert.ok(payments + messages > 0)
  })
})

describe('a disk that is full from the start', limits, () => {
  for (const largestFile of [1, 4, 400]) {
    test(`of ${largestFile} KiB for a file holds no node, and spoils nothing`, async () => {
      const dataDirectory = join(temporaryDirectory(), 'data')
      await mkdir(dataDirectory)
      const child = spawnCommand(
        ['devnet', '--json', '--data-dir', dataDirectory, '--listen', '127.0.0.1:0'],
        dataDirectory,
        { largestFile },
      )
      let output = ''
      child.stderr!.on('data', (chunk) => {
        output += chunk
      })
      const [code] = await new Promise<[number]>((resolve) =>
        child.on('close', (...end) => resolve(end as never)),
      )
      assert.equal(code, EXIT.cannotStart, output)
      assert.match(output, /no room to write .*Make room and start again/)
      const left = await readdir(dataDirectory)
      assert.deepEqual(
        left.filter((name) => name.endsWith('.new')),
        [],
      )

      const node = await startNode({ dataDirectory })
      await node.client().account.list({})
      await node.stop()
    })
  }
})

/** What the simulated disk gives back after a crash. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utf8 } from '../../src/protocol/bytes.ts'
import { Disk } from './disk.ts'

const text = (disk: Disk) => disk.records().map((record) => new TextDecoder().decode(record))

function written(...records: string[]): Disk {
  const disk = new Disk()
  for (const record of records) disk.write(utf8(record))
  return disk
}

test('what was not synced is lost', () => {
  const disk = written('one', 'two')
  disk.beginSync()()
  disk.write(utf8('three'))
  disk.crash(0)
  assert.deepEqual(text(disk), ['one', 'two'])
})

test('a sync covers what was written before it began', () => {
  const disk = written('one')
  const synced = disk.beginSync()
  disk.write(utf8('two'))
  synced()
  disk.crash(0)
  assert.deepEqual(text(disk), ['one'])
})

test('what was not synced may be there all the same', () => {
  const disk = written('one', 'two')
  disk.crash(1)
  assert.deepEqual(text(disk), ['one', 'two'])
})

test('a record that is torn is not read, wherever it is torn', () => {
  for (let kept = 0; kept < 1; kept += 0.01) {
    const disk = written('one', 'two', 'three')
    disk.crash(kept)
    const left = text(disk)
    assert.deepEqual(left, ['one', 'two', 'three'].slice(0, left.length))
    disk.write(utf8('four'))
    disk.beginSync()()
    disk.crash(0)
    assert.deepEqual(text(disk), [...left, 'four'])
  }
})

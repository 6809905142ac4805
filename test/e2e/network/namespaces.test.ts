/** The lines between namespaces: cut, slow, broken and whole again. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { cleanEnvironment, temporaryDirectory } from '../../support/node-process.ts'
import { groupsOf, namespacesRefused, OWN } from './namespaces.ts'

describe('nodes in network namespaces', () => {
  test('are in groups of those that are not cut off from one another', () => {
    const names = ['a', 'b', 'c', 'd']
    const side = (name: string) => name === 'a' || name === 'c'
    assert.deepEqual(
      groupsOf(names, () => false),
      [names],
    )
    assert.deepEqual(
      groupsOf(names, (one, other) => one === 'd' && other !== 'd'),
      [['a', 'b', 'c'], ['d']],
    )
    assert.deepEqual(
      groupsOf(names, (one, other) => side(one) !== side(other)),
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    )
  })

  const refused = namespacesRefused()
  test('hear each other, or not', { skip: refused ?? false }, async () => {
    const inside = new URL('./namespaces-inside.ts', import.meta.url).pathname
    const { stdout } = await promisify(execFile)('unshare', [...OWN, process.execPath, inside], {
      env: cleanEnvironment(temporaryDirectory()),
    })
    assert.deepEqual(JSON.parse(stdout), {
      fair: ['two heard', 'three heard'],
      cut: ['two lost', 'three heard'],
      healed: ['two heard', 'three heard'],
      slow: ['two heard', 'three heard'],
      reset: ['two broken', 'three open'],
    })
  })
})

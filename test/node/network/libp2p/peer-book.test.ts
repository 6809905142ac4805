import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PeerBook } from '../../../../src/node/network/libp2p/peer-book.ts'
import { readAddress } from '../../../../src/node/network/libp2p/places.ts'

const at = (ip: string) => readAddress(`/ip4/${ip}/tcp/7700`)!
const names = (book: PeerBook) => new Set(book.inOrder(() => 0.5).map(({ peerId }) => peerId))

describe('the book of peers', () => {
  test('has anchors first, as long as they can be reached', () => {
    const seen = (peerId: string) => ({ peerId, addresses: ['/ip4/192.0.2.1/tcp/1'], seenAt: 1 })
    const book = new PeerBook([seen('a'), seen('b'), seen('c')], ['c'])
    assert.equal(book.inOrder(() => 0)[0]?.peerId, 'c')
    book.miss('c')
    assert.equal(book.inOrder(() => 0)[0]?.peerId, 'a')
    assert.ok(names(book).has('c'), 'one that was a neighbour is not forgotten at once')
  })

  test('is not filled from one range, nor with hearsay in place of those that were met', () => {
    const book = new PeerBook([], [])
    book.meet('met', at('203.0.113.1'), 5)
    book.hear('honest', [at('198.51.100.1')])
    for (let peer = 0; peer < 5_000; peer++) book.hear(`crowd ${peer}`, [at(`192.0.${peer % 256}.1`)])
    assert.equal(book.size, 2 + 32)
    for (let peer = 0; peer < 5_000; peer++) {
      book.hear(`far ${peer}`, [at(`${1 + (peer % 100)}.${peer % 256}.1.1`)])
    }
    assert.ok(book.size <= 1_024)
    assert.ok(names(book).has('met'))
    assert.deepEqual(
      book.met.map(({ peerId, addresses, seenAt }) => [peerId, addresses, seenAt]),
      [['met', ['/ip4/203.0.113.1/tcp/7700'], 5]],
    )
  })

  test('forgets hearsay that leads nowhere, and takes none that contradicts what it knows', () => {
    const book = new PeerBook([], [])
    book.hear('rumour', [at('192.0.2.9')])
    book.miss('rumour')
    assert.equal(book.size, 0)
    book.meet('met', at('203.0.113.1'), 5)
    book.hear('met', [at('192.0.2.9')])
    assert.deepEqual(book.met[0]?.addresses, ['/ip4/203.0.113.1/tcp/7700'])
    book.hear('nowhere', [readAddress('/p2p/12D3KooWJayL6qZEDuniYJ3YLXkQUieSZEv8JjJu7drDMQaneL69')!])
    assert.equal(book.size, 1)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { encodeScalar } from '../../../src/protocol/crypto/group.ts'
import { Transcript } from '../../../src/protocol/crypto/transcript.ts'

// Values from gtank/merlin (merlin_test.go, BSD-3-Clause), which took them from the Rust implementation.
describe('Merlin vectors', () => {
  it('one message, one challenge', () => {
    const transcript = new Transcript('test protocol')
    transcript.append('some label', utf8('some data'))
    assert.equal(
      toHex(transcript.challengeBytes('challenge', 32)),
      'd5a21972d0d5fe320c0d263fac7fffb8145aa640af6e9bca177c03c7efcf0615',
    )
  })

  it('32 rounds of long messages and challenges', () => {
    const transcript = new Transcript('test protocol')
    transcript.append('step1', utf8('some data'))
    const long = new Uint8Array(1024).fill(99)
    let challenge: Uint8Array = new Uint8Array(0)
    for (let round = 0; round < 32; round++) {
      challenge = transcript.challengeBytes('challenge', 32)
      transcript.append('bigdata', long)
      transcript.append('challengedata', challenge)
    }
    assert.equal(toHex(challenge), 'a8c933f54fae76e3f9bea93648c1308e7dfa2152dd51674ff3ca438351cf003c')
  })
})

const challenge = (transcript: Transcript): string => toHex(transcript.challengeBytes('c', 32))

describe('transcript', () => {
  // The value was made with noble's permutation.
  it('gives challenges and takes messages of many blocks', () => {
    const transcript = new Transcript('test')
    const long = transcript.clone().challengeBytes('c', 1_000)
    assert.equal(long.length, 1_000)
    transcript.append('x', long)
    assert.equal(challenge(transcript), 'e5f481cfb7a4bf663cd0367d5c3bc335f284e24ae5185f33579a0aa3e961b6e0')
  })

  it('a clone goes on alike and apart', () => {
    const original = new Transcript('test')
    original.append('a', utf8('1'))
    const copy = original.clone()
    copy.append('b', utf8('2'))
    const untouched = original.clone()
    assert.equal(challenge(original), challenge(untouched))
    assert.notEqual(challenge(original), challenge(copy))
  })

  it('depends on labels, lengths and order', () => {
    const variants = [
      [['a', 'xy']],
      [['b', 'xy']],
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
      [
        ['a', 'y'],
        ['a', 'x'],
      ],
      [['ax', 'y']],
    ].map((messages) => {
      const transcript = new Transcript('test')
      for (const [label, message] of messages) transcript.append(label!, utf8(message!))
      return challenge(transcript)
    })
    assert.equal(new Set(variants).size, variants.length)
  })

  it('takes labels as text and as bytes, and integers as eight bytes', () => {
    const text = new Transcript('test')
    text.appendU64('n', 258)
    const bytes = new Transcript(utf8('test'))
    bytes.append(utf8('n'), Uint8Array.of(2, 1, 0, 0, 0, 0, 0, 0))
    assert.equal(challenge(text), challenge(bytes))
  })
})

describe('labels', () => {
  it('may be any text', () => {
    const text = new Transcript('Größe')
    text.append('ab €', utf8('x'))
    const bytes = new Transcript(utf8('Größe'))
    bytes.append(utf8('ab €'), utf8('x'))
    assert.equal(challenge(text), challenge(bytes))
  })
})

describe('nonces', () => {
  const draw = (said: string, witness: string, entropy: number): string => {
    const transcript = new Transcript('test')
    transcript.append('statement', utf8(said))
    const nonces = transcript.nonces([['witness', utf8(witness)]], new Uint8Array(32).fill(entropy))
    return toHex(encodeScalar(nonces.scalar()))
  }

  it('differ when the statement, the witness or the entropy differs', () => {
    const all = [draw('s', 'w', 0), draw('t', 'w', 0), draw('s', 'v', 0), draw('s', 'w', 1)]
    assert.equal(new Set(all).size, 4)
    assert.equal(draw('s', 'w', 0), all[0])
  })

  it('do not disturb the transcript and never repeat', () => {
    const transcript = new Transcript('test')
    const untouched = transcript.clone()
    const nonces = transcript.nonces([], new Uint8Array(32))
    assert.notDeepEqual(nonces.scalar(), nonces.scalar())
    assert.equal(challenge(transcript), challenge(untouched))
  })
})

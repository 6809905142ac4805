/** The replica is validator 0 of 4 at height 7. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NO_CERTIFICATE } from '../../../src/protocol/certificate.ts'
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import { isSuperfluous, stepReplica } from '../../../src/protocol/consensus/replica.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { voteTarget } from '../../../src/protocol/stake/leak.ts'
import { blockOf, HEIGHT, proposal, snapshot, vote } from './blocks.ts'
import { ReplicaScenario } from './replica-scenario.ts'

function begun(self?: number): ReplicaScenario {
  const replica = new ReplicaScenario(self)
  replica.begin()
  return replica
}

/** Locked on A since round 0, with everything said that there was to say. */
function lockedOnA(): ReplicaScenario {
  const replica = begun()
  replica.proposes(0, 'A')
  replica.checked(0, 'A')
  replica.signs('prevote', 0, 'A')
  replica.votes('prevote', 0, 'A', 1, 2)
  replica.signs('precommit', 0, 'A')
  return replica
}

function nextRound(replica: ReplicaScenario, round: number): string[] {
  replica.votes('precommit', round, 'nil', 1, 2, 3)
  return replica.timer(`precommit/${HEIGHT}/${round}`)
}

function certified(height: number): ConsensusMessage {
  return { type: 'certified', height, block: blockOf('A'), certificate: NO_CERTIFICATE }
}

describe('the start', () => {
  test('waits for the block interval and says where the node stands', () => {
    assert.deepEqual(new ReplicaScenario().start(), [
      'timer begin/7 in 40',
      'timer tick/1 in 500',
      'say at 7 round 0',
    ])
  })

  test('is one, and nothing counts before it', () => {
    const replica = new ReplicaScenario()
    assert.deepEqual(replica.votes('prevote', 0, 'A', 1), [])
    assert.deepEqual(replica.timer('begin/7'), [])
    assert.deepEqual(replica.tick(), [])
    replica.start()
    assert.deepEqual(replica.start(), [])
  })

  test('with a journal signs what was written down, and writes nothing anew', () => {
    const before = lockedOnA()
    const replica = new ReplicaScenario()
    const outputs = replica.start(before.journal)
    assert.deepEqual(outputs.slice(1, 3), ['sign prevote A in 0', 'sign precommit A in 0'])
    assert.deepEqual(replica.timer('begin/7'), [])
    assert.deepEqual(replica.signs('prevote', 0, 'A'), ['say prevote A in 0 of 0'])
    nextRound(replica, 0)
    assert.deepEqual(replica.proposes(1, 'B'), ['check B in 1'])
    assert.deepEqual(replica.checked(1, 'B'), ['journal prevote nil in 1', 'sign prevote nil in 1'])
  })

  test('with a journal signs the own proposal again', () => {
    const before = begun(1)
    before.built(0, 'A')
    const replica = new ReplicaScenario(1)
    assert.equal(replica.start(before.journal)[1], 'sign proposal A in 0')
    assert.deepEqual(replica.timer('begin/7'), ['timer propose/7/0 in 300'])
    assert.deepEqual(replica.signsProposal(0, 'A'), [
      'say proposal A in 0',
      'journal prevote A in 0',
      'sign prevote A in 0',
    ])
  })

  test('leaves records of other heights alone', () => {
    const old = lockedOnA().journal.map((record) => ({ ...record, height: HEIGHT - 1 }))
    assert.equal(new ReplicaScenario().start(old).length, 3)
  })
})

describe('the block interval', () => {
  test('passes before anything is voted for', () => {
    const replica = new ReplicaScenario()
    replica.start()
    replica.proposes(0, 'A')
    assert.deepEqual(replica.checked(0, 'A'), [])
    assert.deepEqual(replica.timer('begin/7'), [
      'timer propose/7/0 in 300',
      'journal prevote A in 0',
      'sign prevote A in 0',
    ])
    assert.deepEqual(replica.timer('begin/7'), [])
  })

  test('is cut short where blocks are made on demand', () => {
    const replica = new ReplicaScenario()
    replica.start()
    assert.deepEqual(replica.give({ type: 'hurry', height: HEIGHT + 1 }), [])
    assert.deepEqual(replica.give({ type: 'hurry', height: HEIGHT }), ['timer propose/7/0 in 300'])
    assert.deepEqual(replica.timer('begin/7'), [])
  })
})

describe('own messages', () => {
  test('are written down, then signed, then sent and counted', () => {
    const replica = begun()
    replica.proposes(0, 'A')
    assert.deepEqual(replica.checked(0, 'A'), ['journal prevote A in 0', 'sign prevote A in 0'])
    assert.deepEqual(replica.votes('prevote', 0, 'A', 1, 2), [])
    assert.deepEqual(replica.signs('prevote', 0, 'A'), [
      'say prevote A in 0 of 0',
      'journal precommit A in 0',
      'sign precommit A in 0',
    ])
  })

  test('carry the lock into the journal', () => {
    const record = lockedOnA().journal.at(-1)!
    assert.ok(record.type === 'vote' && record.lock)
    assert.deepEqual(record.lock.block, blockOf('A'))
    assert.deepEqual(
      record.lock.prevotes.map(({ validator }) => validator),
      [0, 1, 2],
    )
  })

  test('are a proposal as well, which needs no check', () => {
    const replica = begun(1)
    assert.deepEqual(replica.built(0, 'A'), ['journal proposal A in 0', 'sign proposal A in 0'])
    assert.deepEqual(replica.signsProposal(0, 'A'), [
      'say proposal A in 0',
      'journal prevote A in 0',
      'sign prevote A in 0',
    ])
  })

  test('are said again with the second tick after them, until the height is over', () => {
    const replica = lockedOnA()
    assert.deepEqual(replica.tick(), [])
    assert.deepEqual(replica.tick(), [
      'say at 7 round 0',
      'say prevote A in 0 of 0',
      'say precommit A in 0 of 0',
    ])
    replica.votes('precommit', 0, 'A', 1, 2)
    assert.deepEqual(replica.tick(), [])
  })

  test('of rounds long past are not, but for the one that locks', () => {
    const replica = lockedOnA()
    for (let round = 0; round < 4; round++) nextRound(replica, round)
    for (const round of [2, 3]) {
      replica.signs('prevote', round, 'nil')
      replica.signs('precommit', round, 'nil')
    }
    replica.tick()
    const said = replica.tick().filter((line) => line.endsWith('of 0') && line.startsWith('say'))
    assert.deepEqual(said, [
      'say precommit A in 0 of 0',
      'say prevote nil in 3 of 0',
      'say precommit nil in 3 of 0',
    ])
  })

  test('are not those of a follower', () => {
    const replica = new ReplicaScenario('follower')
    assert.deepEqual(replica.begin(), ['timer propose/7/0 in 300'])
    replica.proposes(0, 'A')
    assert.deepEqual(replica.checked(0, 'A'), [])
    replica.votes('prevote', 0, 'A', 0, 1, 2)
    assert.deepEqual(replica.votes('precommit', 0, 'A', 0, 1, 2), ['commit A by precommits'])
  })

  test('are sent even when they come too late to count', () => {
    const replica = lockedOnA()
    replica.votes('precommit', 0, 'A', 1, 2)
    replica.committed()
    assert.equal(replica.signs('precommit', 0, 'A')[0], 'say precommit A in 0 of 0')
  })
})

describe('proposals', () => {
  test('are checked once', () => {
    const replica = begun()
    assert.deepEqual(replica.proposes(0, 'A'), ['check A in 0'])
    assert.deepEqual(replica.proposes(0, 'A'), [])
  })

  test('of a second block are evidence, and not checked', () => {
    const replica = begun()
    replica.proposes(0, 'A')
    assert.deepEqual(replica.proposes(0, 'B'), ['evidence of proposals against 1'])
    assert.deepEqual(replica.proposes(0, 'C'), [])
    assert.deepEqual(replica.checked(0, 'B'), [])
    assert.deepEqual(replica.checked(0, 'A'), ['journal prevote A in 0', 'sign prevote A in 0'])
  })

  test('of a block known to be valid are not checked again', () => {
    const replica = lockedOnA()
    nextRound(replica, 0)
    assert.deepEqual(replica.proposes(1, 'A', 0), ['journal prevote A in 1', 'sign prevote A in 1'])
  })

  test('of far rounds, and of those who do not lead, are left alone', () => {
    const replica = begun()
    assert.deepEqual(replica.proposes(9, 'A'), [])
    const stranger = { ...proposal(0, 'A', 1), validator: 3 }
    assert.deepEqual(replica.hears({ type: 'proposal', proposal: stranger }), [])
  })

  test('made again come with the prevotes that allow it', () => {
    const replica = lockedOnA()
    for (let round = 0; round < 2; round++) nextRound(replica, round)
    assert.ok(nextRound(replica, 2).includes('sign proposal A in 3'))
    assert.deepEqual(replica.signsProposal(3, 'A', 0).slice(0, 4), [
      'say proposal A in 3',
      'say prevote A in 0 of 0',
      'say prevote A in 0 of 1',
      'say prevote A in 0 of 2',
    ])
  })
})

describe('evidence', () => {
  test('is put out once for each validator and height', () => {
    const replica = begun()
    replica.votes('prevote', 0, 'A', 1)
    assert.deepEqual(replica.votes('prevote', 0, 'B', 1), ['evidence of votes against 1'])
    replica.votes('precommit', 0, 'A', 1)
    assert.deepEqual(replica.votes('precommit', 0, 'B', 1), [])
    replica.proposes(0, 'A')
    assert.deepEqual(replica.proposes(0, 'B'), [])
  })
})

describe('timers', () => {
  test('grow with the round, up to the limit', () => {
    const replica = begun()
    assert.equal(nextRound(replica, 0).at(-1), 'timer propose/7/1 in 400')
    replica.votes('prevote', 50, 'nil', 1, 2)
    const timers = replica.outputs.filter((output) => output.type === 'timer')
    assert.equal(timers.find(({ id }) => id === 'propose/7/50')?.delay, 1_000)
    // The time of a round without quorum is that of all three.
    assert.equal(timers.find(({ id }) => id === 'round/7/50')?.delay, 3_000)
  })

  test('of another height, round or tick are ignored', () => {
    const replica = begun()
    for (const id of ['propose/6/0', 'propose/7/1', 'precommit/8/0', 'tick/2', 'tick/0', 'begin/6', 'what']) {
      assert.deepEqual(replica.timer(id), [], id)
    }
    assert.deepEqual(replica.timer('propose/7/0'), ['journal prevote nil in 0', 'sign prevote nil in 0'])
  })
})

describe('the next height', () => {
  test('begins when the block is stored', () => {
    const replica = lockedOnA()
    assert.deepEqual(replica.votes('precommit', 0, 'A', 1, 2), ['commit A by precommits'])
    assert.deepEqual(replica.votes('prevote', 0, 'A', 3), [])
    assert.deepEqual(replica.committed(), ['timer begin/8 in 40'])
    assert.deepEqual(replica.committed(), [])
  })

  test('has its messages kept, to be verified then', () => {
    const replica = begun()
    const next = { ...vote('prevote', 0, 'B', 1), height: HEIGHT + 1 }
    const later = { ...next, round: 1 }
    const proposed = { ...proposal(0, 'B', 1), height: HEIGHT + 1 }
    replica.hears({ type: 'vote', vote: next })
    replica.hears({ type: 'vote', vote: later })
    replica.hears({ type: 'proposal', proposal: proposed })
    const outputs = replica.committed()
    assert.equal(outputs[1], 'verify proposal B in 0, prevote B in 1 of 1')
    assert.ok(!replica.committed(HEIGHT + 1).some((line) => line.startsWith('verify')))
  })

  test('takes no more memory than there can be validators', () => {
    const replica = begun()
    const next = { ...vote('prevote', 0, 'B', 1), height: HEIGHT + 1 }
    for (const validator of [0, 4_095, 4_096, 2 ** 32 - 1]) {
      replica.hears({ type: 'vote', vote: { ...next, validator } })
    }
    for (let round = 0; round < 9; round++) {
      replica.hears({ type: 'proposal', proposal: { ...proposal(round, 'B', 1), height: HEIGHT + 1 } })
    }
    const { prevotes, proposals } = replica.state.next
    assert.deepEqual([prevotes.length, proposals.length], [4_096, 2])
  })
})

describe('a node that is behind', () => {
  test('is told so, once in a tick, and served when it asks', () => {
    const replica = begun()
    const old: ConsensusMessage = { type: 'vote', vote: { ...vote('prevote', 0, 'A', 1), height: 3 } }
    assert.deepEqual(replica.hears(old), ['to peer: at 7 round 0'])
    assert.deepEqual(replica.hears(old), [])
    assert.deepEqual(replica.hears({ type: 'request', height: 3 }), ['to peer: block 3'])
    replica.tick()
    assert.deepEqual(replica.hears({ type: 'status', height: 4, round: 9 }), ['to peer: at 7 round 0'])
  })

  test('is served so many times in a tick', () => {
    const replica = begun()
    const served = () => [3, 4, 5].flatMap((height) => replica.hears({ type: 'request', height }))
    assert.deepEqual(served(), ['to peer: block 3', 'to peer: block 4'])
    replica.tick()
    assert.equal(served().length, 2)
    assert.deepEqual(replica.hears({ type: 'request', height: 3 }, 'another'), ['to another: block 3'])
  })

  test('asks who is ahead, and takes the certified block', () => {
    const replica = begun()
    assert.deepEqual(replica.hears({ type: 'status', height: 9, round: 0 }), ['to peer: request 7'])
    assert.deepEqual(replica.hears({ type: 'status', height: 9, round: 0 }), [])
    assert.deepEqual(replica.hears(certified(HEIGHT)), ['commit A by certificate'])
    assert.deepEqual(replica.hears(certified(HEIGHT)), [])
    // Height 8 is there too; height 9 is what the peer is deciding.
    assert.deepEqual(replica.committed(), ['timer begin/8 in 40', 'to peer: request 8'])
    replica.hears(certified(HEIGHT + 1))
    assert.deepEqual(replica.committed(HEIGHT + 1), ['timer begin/9 in 40'])
  })

  test('asks another with each tick', () => {
    const replica = begun()
    for (const peer of ['a', 'b']) replica.hears({ type: 'status', height: 8, round: 0 }, peer)
    assert.deepEqual(
      [...replica.tick(), ...replica.tick().slice(0, 1)],
      ['to b: request 7', 'to a: request 7'],
    )
  })

  test('asks for a block that two thirds voted for and that never came', () => {
    const replica = begun()
    replica.votes('precommit', 0, 'A', 1, 2, 3)
    replica.tick()
    assert.deepEqual(
      replica.tick().filter((line) => line.includes('request')),
      ['to v3: request 7'],
    )
    assert.deepEqual(replica.proposes(0, 'A'), ['check A in 0'])
    assert.deepEqual(replica.checked(0, 'A'), ['commit A by precommits'])
  })

  test('in the same height gets what helps to decide it', () => {
    const replica = lockedOnA()
    assert.deepEqual(replica.hears({ type: 'request', height: HEIGHT }), ['to peer: proposal A in 0'])
    assert.deepEqual(replica.hears({ type: 'request', height: HEIGHT + 1 }), [])
  })

  test('learns why a block is valid', () => {
    const replica = lockedOnA()
    nextRound(replica, 0)
    replica.tick()
    const shown = replica.tick().filter((line) => line.startsWith('to '))
    assert.deepEqual(
      shown.map((line) => line.replace(/^to \w+: /, '')),
      ['prevote A in 0 of 0', 'prevote A in 0 of 1', 'prevote A in 0 of 2'],
    )
  })
})

describe('peers', () => {
  test('are remembered so many, the latest', () => {
    const replica = begun()
    for (let i = 0; i < 9; i++) replica.hears({ type: 'status', height: HEIGHT, round: 0 }, `p${i}`)
    assert.equal(replica.state.peers.size, 4)
    assert.ok(replica.state.peers.has('p8'))
  })
})

test('what would change nothing need not be verified', () => {
  const replica = lockedOnA()
  const superfluous = (message: ConsensusMessage) => isSuperfluous(replica.state, message)
  assert.ok(superfluous({ type: 'vote', vote: vote('prevote', 0, 'A', 1) }))
  assert.ok(!superfluous({ type: 'vote', vote: vote('prevote', 0, 'B', 1) }))
  assert.ok(!superfluous({ type: 'vote', vote: vote('precommit', 0, 'A', 1) }))
  assert.ok(superfluous({ type: 'proposal', proposal: proposal(0, 'A', 1) }))
  assert.ok(!superfluous({ type: 'proposal', proposal: proposal(1, 'A', 2) }))
  assert.ok(superfluous(certified(HEIGHT + 1)))
  assert.ok(!superfluous(certified(HEIGHT)))
  replica.votes('precommit', 0, 'A', 1, 2)
  assert.ok(superfluous({ type: 'vote', vote: vote('prevote', 0, 'A', 3) }))
})

test('a step gives the same every time and changes nothing it was given', () => {
  const replica = lockedOnA()
  const before = snapshot(replica.state)
  const input = { type: 'timer', id: 'tick/1' } as const
  const [first, second] = [stepReplica(replica.state, input), stepReplica(replica.state, input)]
  assert.equal(snapshot(first), snapshot(second))
  assert.equal(snapshot(replica.state), before)
})

describe('precommits that come late', () => {
  test('are handed out, unverified, when their height is over', () => {
    const replica = begun()
    replica.give({ type: 'committed', height: HEIGHT, next: replica.config(HEIGHT + 1) })
    assert.deepEqual(replica.votes('precommit', 0, 'A', 3), [
      'late from v3: precommit A in 0 of 3',
      'to v3: at 8 round 0',
    ])
    assert.deepEqual(replica.votes('prevote', 0, 'A', 3), [])
  })

  test('are handed out while the block is being stored, when they have been verified', () => {
    const replica = lockedOnA()
    replica.signs('precommit', 0, 'A')
    assert.deepEqual(replica.votes('precommit', 0, 'A', 1, 2), ['commit A by precommits'])
    const [commit] = replica.outputs
    assert.deepEqual(
      commit?.type === 'commit' && commit.precommits.map(({ validator }) => validator),
      [0, 1, 2],
    )
    const late = vote('precommit', 0, 'nil', 3)
    assert.equal(isSuperfluous(replica.state, { type: 'vote', vote: late }), false)
    assert.equal(isSuperfluous(replica.state, { type: 'vote', vote: { ...late, kind: 'prevote' } }), true)
    assert.deepEqual(replica.votes('precommit', 0, 'nil', 3), ['late and verified: precommit nil in 0 of 3'])
  })

  test('are signed by who learns of the decision before it could vote, once the block is stored', () => {
    const replica = begun()
    replica.votes('prevote', 0, 'A', 1, 2, 3)
    replica.votes('precommit', 0, 'A', 1, 2, 3)
    replica.proposes(0, 'A')
    assert.deepEqual(replica.checked(0, 'A'), ['commit A by precommits'])
    assert.deepEqual(replica.committed(), ['sign precommit A in 0', 'timer begin/8 in 40'])
    assert.deepEqual(replica.signs('precommit', 0, 'A'), [
      'say precommit A in 0 of 0',
      'late and verified: precommit A in 0 of 0',
    ])
  })

  test('are not signed where that or a later round has been voted in, nor for a block that was only fetched', () => {
    const voted = begun()
    voted.votes('prevote', 0, 'nil', 1, 2, 3)
    voted.timer('propose/7/0')
    voted.votes('precommit', 0, 'A', 1, 2, 3)
    voted.proposes(0, 'A')
    assert.deepEqual(voted.checked(0, 'A'), ['commit A by precommits'])
    assert.deepEqual(voted.committed(), ['timer begin/8 in 40'])
    const later = begun()
    later.votes('prevote', 1, 'nil', 2, 3)
    later.votes('precommit', 0, 'A', 1, 2, 3)
    later.proposes(0, 'A')
    assert.deepEqual(later.checked(0, 'A'), ['commit A by precommits'])
    assert.deepEqual(later.committed(), ['timer begin/8 in 40'])
    const fetched = begun()
    fetched.hears(certified(HEIGHT))
    assert.deepEqual(fetched.committed(), ['timer begin/8 in 40'])
  })

  test('are not signed with a claim of silence, which nobody has judged any more', () => {
    const replica = begun()
    const round = 91
    const claim = withBits(4, [3])
    const leader = (round + 1) % 4
    replica.votes('prevote', round, 'nil', 1, 2)
    const said = { ...proposal(round, 'A', leader), claim }
    replica.hears({ type: 'proposal', proposal: said })
    for (const validator of [1, 2, 3]) {
      const late = { ...vote('precommit', round, 'A', validator), blockId: voteTarget(said.blockId, claim) }
      replica.hears({ type: 'vote', vote: late })
    }
    assert.deepEqual(replica.checked(round, 'A'), ['commit A by precommits'])
    assert.deepEqual(replica.committed(), ['timer begin/8 in 40'])
  })

  test('of this validator count as well, when others decided without them', () => {
    const replica = lockedOnA()
    replica.hears(certified(HEIGHT))
    assert.deepEqual(replica.signs('precommit', 0, 'A'), [
      'say precommit A in 0 of 0',
      'late and verified: precommit A in 0 of 0',
    ])
  })
})

/**
 * Strangers who connect to some nodes and send what no node sends: below all protocols, where some of them read nothing, and in the
 * protocols of a node. Others say meanwhile that they are far ahead.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { protocolNames } from '../../../src/node/network/libp2p/protocol-names.ts'
import { openAttacker, rawOf, sendFrames, yamuxFrame } from '../../node/network/libp2p/attacker.ts'
import { eventually } from '../../support/validators/checks.ts'
import type { Attack } from './attackers/attack.ts'
import { boast } from './attackers/boast.ts'
import { emptyGossip } from './attackers/empty-gossip.ts'
import { sendAndHangUp } from './attackers/send-and-hang-up.ts'
import type { Member, Rehearsed } from './open-network.ts'

/** Bytes that a node may take beyond what it had: what its load takes meanwhile is in it. */
const MOST = 200 << 20
const FRAMES = 300_000
const [DATA, WINDOW, PING] = [0, 1, 2]
const [SYN, RST] = [1, 8]

const ATTACKS: readonly ((index: number) => readonly Uint8Array[])[] = [
  (index) => [yamuxFrame(PING, SYN, 0, index)],
  (index) => [yamuxFrame(WINDOW, SYN, 101 + 2 * index, 0), yamuxFrame(WINDOW, RST, 101 + 2 * index, 0)],
  (index) => [yamuxFrame(DATA, 0, 101 + 2 * index, 0)],
  () => [yamuxFrame(DATA, SYN, 101, 0xffff_ffff)],
]

/** By those who speak as nodes do. */
const SPOKEN: readonly Attack[] = [emptyGossip, sendAndHangUp]

/**
 * Every attack on each of them at once, by somebody who reads and by somebody who does not.
 * @param meanwhile what has to be possible still, once somebody boasts to each of them and to every sentry
 * @returns how many attacks were ended: all but those of who boasts
 */
export async function besiege(
  { chainId, terrain, members }: Pick<Rehearsed, 'chainId' | 'terrain' | 'members'>,
  victims: readonly Member[],
  meanwhile: () => Promise<void>,
): Promise<number> {
  const ends: (() => unknown)[] = []
  const hooks = { after: (end: () => unknown) => ends.push(end) }
  const before = victims.map(residentBytes)
  const over = new AbortController()
  const told = new Set([...victims, ...members.filter(({ role }) => role === 'sentry')])
  const boasting = [...told].map((member) => boast(member, chainId, terrain.host, over.signal))
  const open = () => openAttacker(hooks, terrain.host, chainId)
  let cut = 0
  const attack = async (victim: Member, frames: (typeof ATTACKS)[number], deaf: boolean) => {
    const attacker = await open()
    const connection = await attacker.connect({ addresses: [victim.address] })
    const raw = rawOf(connection)
    if (deaf) raw.pause()
    await sendFrames(raw, FRAMES, frames)
    // A socket that is not read does not tell that it has ended.
    if (deaf && raw.status === 'open') raw.resume()
    await eventually(`${victim.name} to cut a stranger`, async () => connection.status !== 'open')
    cut += 1
  }
  const names = protocolNames(chainId)
  const speak = async (victim: Member, attack: Attack) => {
    await attack({ chainId, names, victim, open })
    cut += 1
  }
  try {
    const spoken = victims.flatMap((victim) => SPOKEN.map((attack) => speak(victim, attack)))
    const all = victims.flatMap((victim) =>
      ATTACKS.flatMap((frames) => [attack(victim, frames, false), attack(victim, frames, true)]),
    )
    const goesOn = async () => {
      await Promise.all(boasting.map(({ begun }) => begun))
      await meanwhile()
    }
    await Promise.all([...all, ...spoken, goesOn()])
    for (const { name, client } of told)
      await eventually(
        `${name} not to believe who boasts`,
        async () => (await client.node.status()).state === 'ready',
      )
    for (const [index, victim] of victims.entries()) {
      const more = residentBytes(victim) - before[index]!
      assert.ok(more < MOST, `${victim.name} took ${more >> 20} MiB more`)
    }
  } finally {
    over.abort()
    await Promise.all(boasting.map(({ ended }) => ended))
    for (const end of ends) await end()
  }
  return cut
}

function residentBytes({ pid }: Member): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1_024
}

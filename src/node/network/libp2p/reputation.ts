/**
 * What peers have done wrong, and who is banned for it. Every offence adds to a score that halves with time; too high a score
 * is a ban, of the peer and of its address, longer each time. Scores outlive connections, bans outlive the node.
 */
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Offence } from '../channel.ts'

/** Says that a peer did what no honest node does. */
export type Offend = (peer: PeerId, offence: Offence, reason: string) => void

/** What an offence adds. An honest node whose clock, chain or line is bad commits `stale` ones, rarely others. */
export const OFFENCES: Readonly<Record<Offence, number>> = {
  invalid: 26,
  malformed: 34,
  oversize: 34,
  flood: 10,
  stale: 2,
}

export const REPUTATION = {
  /** Score of a peer at which it is banned. */
  ban: 100,
  /** Score of an address at which it is banned: it may be that of many. */
  banAddress: 300,
  /** Milliseconds in which a score halves. */
  halfLife: 10 * 60_000,
  /** Milliseconds of a first ban; each further one within a day is twice as long. */
  banTime: 60 * 60_000,
  maxBanTime: 24 * 60 * 60_000,
  /** Scores that are remembered, and bans. */
  scores: 4_096,
  bans: 2_048,
} as const

export type Ban = {
  /** A peer id, or the host of a {@link import('./places.ts').Place}. */
  readonly who: string
  /** Milliseconds since 1970. */
  readonly until: number
  /** How many bans in a row this is. */
  readonly times: number
}

type Score = { value: number; at: number }

export class Reputation {
  readonly #clock: Pick<Clock, 'now'>
  readonly #scores = new Map<string, Score>()
  readonly #bans = new Map<string, Ban>()

  constructor(clock: Pick<Clock, 'now'>, bans: readonly Ban[] = []) {
    this.#clock = clock
    for (const ban of bans.slice(0, REPUTATION.bans)) this.#bans.set(ban.who, ban)
  }

  /** To be kept for the next start; those that are over as well, as long as they make a next one longer. */
  get bans(): readonly Ban[] {
    const now = this.#clock.now()
    return [...this.#bans.values()].filter(({ until }) => until + REPUTATION.maxBanTime > now)
  }

  /** @returns those who are banned now and were not before. */
  add(offence: Offence, peer: PeerId, host: string | undefined): string[] {
    const worse = (who: string, limit: number) => this.#raise(who, OFFENCES[offence]) >= limit
    const banned: string[] = []
    if (worse(peer, REPUTATION.ban)) banned.push(peer)
    if (host !== undefined && (worse(host, REPUTATION.banAddress) || banned.length > 0)) banned.push(host)
    for (const who of banned) this.#ban(who)
    return banned
  }

  /** 0 of somebody without offences. */
  scoreOf(who: string): number {
    const score = this.#scores.get(who)
    return score === undefined ? 0 : this.#decayed(score)
  }

  isBanned(who: string): boolean {
    const ban = this.#bans.get(who)
    return ban !== undefined && ban.until > this.#clock.now()
  }

  #decayed({ value, at }: Score): number {
    return value * 2 ** (-Math.max(0, this.#clock.now() - at) / REPUTATION.halfLife)
  }

  #raise(who: string, by: number): number {
    const value = this.scoreOf(who) + by
    this.#scores.delete(who)
    this.#scores.set(who, { value, at: this.#clock.now() })
    // Whoever has done nothing for the longest is forgotten first.
    if (this.#scores.size > REPUTATION.scores) this.#scores.delete(this.#scores.keys().next().value!)
    return value
  }

  #ban(who: string): void {
    const now = this.#clock.now()
    const before = this.#bans.get(who)
    const times = before && before.until + REPUTATION.maxBanTime > now ? before.times + 1 : 1
    const time = Math.min(REPUTATION.maxBanTime, REPUTATION.banTime * 2 ** (times - 1))
    this.#bans.delete(who)
    this.#bans.set(who, { who, until: now + time, times })
    this.#scores.delete(who)
    if (this.#bans.size > REPUTATION.bans) this.#bans.delete(this.#bans.keys().next().value!)
  }
}

/** What a rehearsal is made of: which nodes, what load, and how often which trouble. */

export const TROUBLES = [
  'kill',
  'restart',
  'pause',
  'partition',
  'halves',
  'slow',
  'wipe',
  'hostile',
] as const

export type TroubleName = (typeof TROUBLES)[number]

export type Manifest = {
  /** Nodes of the genesis' validators, each with a wallet that pays. */
  readonly validators: number
  /** Nodes that only follow: with all history, or pruned. */
  readonly followers: readonly ('archive' | 'pruned')[]
  /** Nodes that the first validator hides behind; none, and it is public. */
  readonly sentries: number
  /** Calls a second, of all wallets together. */
  readonly load: { readonly payments: number; readonly messages: number }
  /** How often each comes before all have come; then they come again. */
  readonly troubles: Readonly<Partial<Record<TroubleName, number>>>
  /** How long troubles come, unless told otherwise; absent, each comes as often as it says once, which takes under a minute. */
  readonly minutes?: number
  /** Whether in the end a stranger tells of a contradiction of the last validator, which has to be punished. */
  readonly contradiction: boolean
}

export const MANIFESTS = {
  short: {
    validators: 4,
    followers: ['archive', 'archive', 'pruned'],
    sentries: 0,
    load: { payments: 1, messages: 1 },
    troubles: { kill: 1, pause: 1, partition: 1, wipe: 1 },
    contradiction: true,
  },
  full: {
    validators: 4,
    followers: ['archive', 'archive', 'pruned'],
    sentries: 0,
    load: { payments: 4, messages: 4 },
    troubles: { kill: 3, restart: 1, pause: 2, partition: 2, halves: 1, slow: 2, wipe: 2, hostile: 1 },
    minutes: 10,
    contradiction: true,
  },
  sentries: {
    validators: 4,
    followers: ['archive', 'pruned'],
    sentries: 2,
    load: { payments: 2, messages: 2 },
    troubles: { kill: 3, restart: 1, pause: 2, partition: 2, halves: 1, slow: 1, wipe: 1, hostile: 1 },
    minutes: 10,
    contradiction: true,
  },
} as const satisfies Record<string, Manifest>

/** How many troubles come before all have come. */
export function troublesOf({ troubles }: Manifest): number {
  return Object.values(troubles).reduce((sum, times) => sum + times, 0)
}

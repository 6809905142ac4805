/**
 * What a node keeps of its network between two starts: peers it was connected to, those it relied on last (anchors), and
 * who is banned. A file that is damaged costs only time: the node begins again from its bootstrap peers.
 */
import { stat } from 'node:fs/promises'
import { readTextFile, writeFileDurably } from '../../files.ts'
import type { Logger } from '../../logger.ts'
import { readAddress } from './places.ts'
import { type Ban, REPUTATION } from './reputation.ts'

export type SavedPeer = {
  readonly peerId: string
  readonly addresses: readonly string[]
  /** When it was last a neighbour, milliseconds since 1970. */
  readonly seenAt: number
}

export type SavedPeers = {
  /** Peer ids, at most {@link SAVED}.anchors, among `peers`. */
  readonly anchors: readonly string[]
  readonly peers: readonly SavedPeer[]
  readonly bans: readonly Ban[]
}

export const SAVED = { anchors: 3, peers: 256, addresses: 4 } as const

const NOTHING: SavedPeers = { anchors: [], peers: [], bans: [] }
const VERSION = 1
/** No file this node writes is longer. */
const MAX_BYTES = 1 << 20
const MAX_TEXT = 256

/** Never fails: what cannot be read is as good as nothing, and is told. */
export async function readPeersFile(path: string, logger: Logger): Promise<SavedPeers> {
  try {
    const { size } = await stat(path)
    if (size > MAX_BYTES) throw new Error('too long')
    const saved = readSaved(JSON.parse((await readTextFile(path)) ?? ''))
    if (saved) return saved
    throw new Error('not of this version')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING
    logger.warn({ path, reason: (error as Error).message }, 'the file of known peers is of no use')
    return NOTHING
  }
}

export async function writePeersFile(path: string, { anchors, peers, bans }: SavedPeers): Promise<void> {
  const saved = {
    version: VERSION,
    anchors: anchors.slice(0, SAVED.anchors),
    peers: peers.slice(0, SAVED.peers),
    bans: bans.slice(0, REPUTATION.bans),
  }
  await writeFileDurably(path, `${JSON.stringify(saved)}\n`)
}

function readSaved(value: unknown): SavedPeers | undefined {
  const { version, anchors, peers, bans } = value as Record<string, unknown>
  if (version !== VERSION || !Array.isArray(anchors) || !Array.isArray(peers) || !Array.isArray(bans))
    return undefined
  return {
    anchors: anchors.filter(isText).slice(0, SAVED.anchors),
    peers: peers.filter(isPeer).slice(0, SAVED.peers),
    bans: bans.filter(isBan).slice(0, REPUTATION.bans),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isPeer(value: unknown): value is SavedPeer {
  const { peerId, addresses, seenAt } = (value ?? {}) as Record<string, unknown>
  return (
    isText(peerId) &&
    isTime(seenAt) &&
    Array.isArray(addresses) &&
    addresses.length <= SAVED.addresses &&
    addresses.every((address) => isText(address) && readAddress(address) !== undefined)
  )
}

function isBan(value: unknown): value is Ban {
  const { who, until, times } = (value ?? {}) as Record<string, unknown>
  return isText(who) && isTime(until) && isTime(times)
}

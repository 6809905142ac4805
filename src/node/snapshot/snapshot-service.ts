/** Answers questions about snapshots: from files that are ready, so many at a time, and so many of one peer. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { NodeLimits } from '../limits.ts'
import type { SnapshotMeasures } from '../measures.ts'
import type { Requests } from '../network/requests.ts'
import { decodeQuestion, encodeOffer, MANIFEST_PART, type SnapshotQuestion } from './messages.ts'
import type { SnapshotShelf } from './shelf.ts'

export type SnapshotServiceLimits = Pick<NodeLimits, 'snapshotReaders' | 'snapshotPeerReaders'>

export type SnapshotService = {
  /** Answers no more. */
  readonly end: () => void
  readonly measures: Pick<SnapshotMeasures, 'chunksServed' | 'refused'>
}

/** Answers from now on. Whoever asks for more at once than it may, or for what is not there, gets no answer. */
export function serveSnapshots(
  requests: Pick<Requests, 'serve'>,
  shelf: SnapshotShelf,
  { snapshotReaders, snapshotPeerReaders }: SnapshotServiceLimits,
): SnapshotService {
  /** Answers under way, by peer. */
  const reading = new Map<PeerId, number>()
  let all = 0
  let [chunksServed, refused] = [0, 0]
  const end = requests.serve('snapshot', async function* (from, question) {
    const own = reading.get(from) ?? 0
    if (all >= snapshotReaders || own >= snapshotPeerReaders) {
      refused++
      throw new Error('too many questions at once')
    }
    all++
    reading.set(from, own + 1)
    try {
      const asked = decodeQuestion(question)
      yield* answer(shelf, asked)
      if (asked.type === 'chunk') chunksServed++
    } finally {
      all--
      const left = reading.get(from)! - 1
      if (left > 0) reading.set(from, left)
      else reading.delete(from)
    }
  })
  return {
    end,
    get measures() {
      return { chunksServed, refused }
    },
  }
}

async function* answer(shelf: SnapshotShelf, question: SnapshotQuestion): AsyncGenerator<Uint8Array> {
  if (question.type === 'offers') {
    for (const item of shelf.items) yield encodeOffer(item)
    return
  }
  const item = shelf.find(question.id)
  if (!item) throw new Error('no such snapshot')
  if (question.type === 'chunk') {
    const chunk = await shelf.chunk(item, question.number)
    if (!chunk) throw new Error('no such chunk')
    yield chunk
    return
  }
  const manifest = await shelf.manifest(item)
  if (!manifest) throw new Error('no such snapshot')
  for (let at = 0; at < manifest.length; at += MANIFEST_PART) yield manifest.subarray(at, at + MANIFEST_PART)
}

/** Sends calls over HTTP and over WebSocket, several at a time, and holds every answer against the contract. */
import { once } from 'node:events'
import fc from 'fast-check'
import { WebSocket } from 'ws'
import { readContract } from '../../../src/server/contract/document.ts'
import { messagesOf } from './calls.ts'
import { createAnswerCheck, isAnswered } from './check.ts'
import type { Known } from './schema-values.ts'

export type FuzzOptions = {
  readonly url: string
  readonly token: string
  readonly calls: number
  readonly seed: number
  /** One group of methods; all unless told. */
  readonly group?: string | undefined
  readonly known?: Known | undefined
  /** Told now and then how many there were. */
  readonly onProgress?: ((done: number) => void | Promise<void>) | undefined
}

/** How often a call came to `ok` or to which error, and how many messages had no answer because none was due. */
export type FuzzOutcomes = Readonly<Record<string, number>>

/** Messages made at a time. */
const CHUNK = 1_000
/** Connections of each kind. */
const LANES = 4
/**
 * Turns, at least so many milliseconds apart, within which there is an answer, or never: two minutes, and more where this process,
 * in which the node is as well, has to wait for a processor.
 */
const PATIENCE = 1_200
const TURN = 100

/** Carries a message there, and gives what comes back; undefined for nothing. Waits only where an answer is due. */
type Lane = { readonly send: (body: Buffer) => Promise<string | undefined>; readonly close: () => void }

/** @throws Error with the message in it that was not answered as it should be */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcomes> {
  const { url, token, calls, seed, group, known = {}, onProgress } = options
  const messages = messagesOf(readContract().document, group, known)
  const check = createAnswerCheck()
  const outcomes: Record<string, number> = {}
  const count = (outcome: string) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const lanes: Lane[] = []
  for (let each = 0; each < LANES; each++) lanes.push(httpLane(url, token), await socketLane(url, token))
  try {
    for (let done = 0; done < calls; done += CHUNK) {
      const bodies = fc.sample(messages, { numRuns: Math.min(CHUNK, calls - done), seed: (seed + done) | 0 })
      const work = async (lane: Lane) => {
        for (let body = bodies.pop(); body; body = bodies.pop()) {
          try {
            const answer = await lane.send(body)
            if ((answer !== undefined) !== isAnswered(body)) throw new Error(`an answer: ${answer}`)
            for (const outcome of answer === undefined ? ['nothing'] : check(answer)) count(outcome)
          } catch (cause) {
            throw new Error(`seed ${seed}: ${body.toString('latin1').slice(0, 2_000)}`, { cause })
          }
        }
      }
      await Promise.all(lanes.map(work))
      await onProgress?.(Math.min(done + CHUNK, calls))
    }
  } finally {
    for (const { close } of lanes) close()
  }
  return outcomes
}

function httpLane(url: string, token: string): Lane {
  return {
    send: async (body) => {
      const over = new AbortController()
      const answered = losePatience(() => over.abort(new Error('no answer')))
      try {
        const response = await fetch(`${url}/rpc`, {
          method: 'POST',
          body: new Uint8Array(body),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          signal: over.signal,
        })
        const text = await response.text()
        if (response.status >= 500) throw new Error(`${response.status} ${text}`)
        return response.status === 204 ? undefined : text
      } finally {
        answered()
      }
    },
    close: () => {},
  }
}

async function socketLane(url: string, token: string): Promise<Lane> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, {
    headers: { authorization: `Bearer ${token}` },
  })
  let waiting: PromiseWithResolvers<string> | undefined
  socket.on('message', (data) => {
    const text = String(data)
    if (!text.startsWith('{"jsonrpc":"2.0","method":"event"')) waiting?.resolve(text)
  })
  socket.on('close', (code) => waiting?.reject(new Error(`closed with ${code}`)))
  await once(socket, 'open')
  return {
    send: async (body) => {
      if (!isAnswered(body)) {
        socket.send(body, { binary: false })
        return undefined
      }
      waiting = Promise.withResolvers()
      const answered = losePatience(() => waiting?.reject(new Error('no answer')))
      try {
        if (socket.readyState !== socket.OPEN) throw new Error('the connection is closed')
        socket.send(body, { binary: false })
        return await waiting.promise
      } finally {
        answered()
        waiting = undefined
      }
    },
    close: () => socket.terminate(),
  }
}

/** Calls back when there should have been an answer; returns what calls it off. */
function losePatience(over: () => void): () => void {
  let turns = 0
  const timer = setInterval(() => {
    if (turns++ === PATIENCE) over()
  }, TURN)
  return () => clearInterval(timer)
}

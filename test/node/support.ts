/** What tests of the node share: directories that go away, logs that can be looked at, a store with an event log. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '../../src/node/logger.ts'
import { openStore, type Store } from '../../src/node/store.ts'
import { le32, utf8 } from '../../src/protocol/bytes.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'

/** Where to leave what is to be done in the end: the context of a test, or `after` of a whole file. */
export type Hooks = { after(end: () => unknown): unknown }

/** A directory that is deleted after the test. */
export async function temporaryDirectory(t: Hooks): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'stegos-test-'))
  t.after(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A logger whose lines can be read back. */
export function recordingLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  return { lines, debug: write, info: write, warn: write, error: write }
}

/** An open store, closed after the test. */
export async function temporaryStore(
  t: Hooks,
  directory?: string,
  logger: Logger = recordingLogger(),
): Promise<Store> {
  const path = directory ?? join(await temporaryDirectory(t), 'db')
  const store = await openStore(path, { logger })
  t.after(() => store.close())
  return store
}

/** Bytes that are the same in every run. */
export function seededRandom(seed: string): (length: number) => Uint8Array {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      hash('test random', utf8(seed), le32(counter++)),
    )
    return Uint8Array.from(blocks.flatMap((block) => [...block])).slice(0, length)
  }
}

/** Writes the protocol's known answers: what a second implementation checks itself against. */
import { writeFileSync } from 'node:fs'
import { protocolVectors } from '../test/protocol/make-vectors.ts'

const file = new URL('../test/protocol/vectors/stegos-v1.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(protocolVectors(), null, 2)}\n`)

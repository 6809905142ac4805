/**
 * `npm run generate` makes what follows from openrpc.json anew; with `--check` it writes nothing and ends with 1 when a
 * file is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { contractHash } from './canonical.ts'
import type { ContractDocument } from './document.ts'
import { emitGo } from './go.ts'
import { emitJava } from './java.ts'
import { layOut } from './layout.ts'
import { buildModel, type Model } from './model.ts'
import { emitPython } from './python.ts'
import { emitRust } from './rust.ts'
import { emitTypeScript } from './typescript.ts'

const ROOT = new URL('../../../', import.meta.url)

/** A language: its files, with their texts. */
type Emitter = (model: Model, hash: string) => [path: string, text: string][]

/** One line for each language. */
const LANGUAGES: readonly Emitter[] = [
  (model, hash) => [['src/sdk/generated/contract.ts', emitTypeScript(model, hash)]],
  emitPython,
  emitGo,
  emitRust,
  emitJava,
]

/** Every file that follows from the contract, with the text it should have. Paths are relative to the project. */
export function generatedFiles(contract: string): Map<string, string> {
  const document = JSON.parse(contract) as ContractDocument
  const model = buildModel(document)
  const hash = contractHash(document)
  return new Map([['openrpc.json', layOut(document)], ...LANGUAGES.flatMap((emit) => emit(model, hash))])
}

function main(check: boolean): void {
  const stale: string[] = []
  for (const [path, text] of generatedFiles(readFileSync(new URL('openrpc.json', ROOT), 'utf8'))) {
    const file = new URL(path, ROOT)
    if (read(file) === text) continue
    stale.push(path)
    if (check) continue
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, text)
  }
  if (stale.length === 0) return
  console.log(check ? `Stale, run npm run generate: ${stale.join(', ')}` : `Written: ${stale.join(', ')}`)
  if (check) process.exitCode = 1
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) main(process.argv.includes('--check'))

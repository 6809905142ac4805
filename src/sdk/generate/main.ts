/**
 * `npm run generate` makes what follows from openrpc.json anew; with `--check` it writes nothing and ends with 1 when a
 * file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { contractHash } from './canonical.ts'
import type { ContractDocument } from './document.ts'
import { layOut } from './layout.ts'
import { buildModel } from './model.ts'
import { emitTypeScript } from './typescript.ts'

const ROOT = new URL('../../../', import.meta.url)

/** Every file that follows from the contract, with the text it should have. Paths are relative to the project. */
export function generatedFiles(contract: string): Map<string, string> {
  const document = JSON.parse(contract) as ContractDocument
  return new Map([
    ['openrpc.json', layOut(document)],
    ['src/sdk/generated/contract.ts', emitTypeScript(buildModel(document), contractHash(document))],
  ])
}

function main(check: boolean): void {
  const stale: string[] = []
  for (const [path, text] of generatedFiles(readFileSync(new URL('openrpc.json', ROOT), 'utf8'))) {
    const file = new URL(path, ROOT)
    if (read(file) === text) continue
    stale.push(path)
    if (!check) writeFileSync(file, text)
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

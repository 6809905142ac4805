/** What a run was made on and with, so that its figures can be read later. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, totalmem, type } from 'node:os'
import { kernel } from '../src/protocol/crypto/kernel/kernel.ts'

const PACKAGES = [
  '@noble/curves',
  '@noble/hashes',
  '@aptos-labs/confidential-asset-wasm-bindings',
  'assemblyscript',
]

export type Environment = {
  readonly date: string
  readonly processor: string
  readonly cores: number
  /** Of all memory, GiB. */
  readonly memory: number
  readonly system: string
  readonly node: string
  readonly v8: string
  /** The variant of the kernel that this machine runs. */
  readonly kernel: string
  readonly packages: Readonly<Record<string, string>>
}

export function environment(): Environment {
  return {
    date: new Date().toISOString(),
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${process.arch}`,
    node: process.version,
    v8: process.versions.v8,
    kernel: kernel().variant,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
  }
}

/** Some packages do not export their manifest, so it is read from where they lie. */
function versionOf(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    try {
      return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version
    } catch {
      // not there: the next folder
    }
  }
  return 'unknown'
}

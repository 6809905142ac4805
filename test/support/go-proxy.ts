/** A module for Go, from a folder of sources, where Go looks for what it downloads: nothing is asked of the outside. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Packs files without their folders, which Go does not want to see. */
const ZIP = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as packed:
    for folder, _, names in os.walk(sys.argv[2]):
        for name in names:
            packed.write(os.path.join(folder, name))
`

/** @returns the environment that makes Go look there alone */
export function goProxy(
  place: string,
  module: string,
  version: string,
  sources: string,
): Record<string, string> {
  const files = join(place, 'proxy', module, '@v')
  mkdirSync(files, { recursive: true })
  const declared = join(sources, 'go.mod')
  writeFileSync(
    join(files, `${version}.mod`),
    existsSync(declared) ? readFileSync(declared) : `module ${module}\n`,
  )
  writeFileSync(join(files, `${version}.info`), JSON.stringify({ Version: version }))
  writeFileSync(join(files, 'list'), `${version}\n`)
  const tree = join(place, 'tree')
  const root = `${module}@${version}`
  cpSync(sources, join(tree, root), { recursive: true, dereference: true })
  const made = spawnSync('python3', ['-c', ZIP, join(files, `${version}.zip`), root], { cwd: tree })
  assert.equal(made.status, 0, String(made.stderr))
  return {
    GOPROXY: `file://${join(place, 'proxy')}`,
    GOSUMDB: 'off',
    GOFLAGS: '-mod=mod -modcacherw',
    GOPATH: join(place, 'path'),
    GOCACHE: process.env.GOCACHE ?? join(process.env.TMPDIR ?? '/tmp', 'stegos-go-cache'),
  }
}

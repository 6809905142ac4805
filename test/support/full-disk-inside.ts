/** Run by a test in a mount namespace of its own: a small disk is made, filled by a node, and then made larger. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fullDiskRun } from './full-disk-run.ts'

const [place, size] = process.argv.slice(2)
const mount = (...words: string[]) => promisify(execFile)('mount', [...words, place!])
await mount('-t', 'tmpfs', '-o', `size=${size}`, 'small')
const result = await fullDiskRun({
  dataDirectory: join(place!, 'data'),
  makeRoom: async () => {
    await mount('-o', 'remount,size=256m')
  },
})
console.log(JSON.stringify(result))

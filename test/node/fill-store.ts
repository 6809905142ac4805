/** Run by a test under a file size limit: writes until the disk refuses, then tries once more, and reports. */
import { silentLogger } from '../../src/node/logger.ts'
import { be64 } from '../../src/node/ordered-keys.ts'
import { openStore } from '../../src/node/store.ts'
import type { StoreErrorCode } from '../../src/node/store-error.ts'

// The limit is meant to fail the write, not to end the process.
process.on('SIGXFSZ', () => {})
const failures: StoreErrorCode[] = []
const codes: StoreErrorCode[] = []
const store = await openStore(process.argv[2]!, {
  logger: silentLogger,
  onFailure: ({ code }) => failures.push(code),
})
const table = store.table('things')
let committed = 0
while (codes.length < 2) {
  try {
    await store.commit([table.put(be64(committed), crypto.getRandomValues(new Uint8Array(10_000)))])
    committed++
  } catch (error) {
    codes.push((error as { code: StoreErrorCode }).code)
  }
}
console.log(JSON.stringify({ committed, codes, failures }))

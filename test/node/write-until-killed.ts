/** Run by a test that kills it: commits a number to two tables in one batch and then prints it, for ever. */
import { silentLogger } from '../../src/node/logger.ts'
import { be64, fromBe64 } from '../../src/node/ordered-keys.ts'
import { openStore } from '../../src/node/store.ts'

const store = await openStore(process.argv[2]!, { logger: silentLogger })
const left = store.table('left')
const right = store.table('right')
const last = await left.firstKey({ reverse: true })
for (let number = last ? fromBe64(last) + 1n : 0n; ; number++) {
  await store.commit([left.put(be64(number), be64(number)), right.put(be64(number), be64(number))])
  process.stdout.write(`${number}\n`)
}

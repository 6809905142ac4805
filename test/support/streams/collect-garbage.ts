/** Loaded into a node before it (`node --import`): keeps nothing that nobody needs, whenever it is told to. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

process.on('message', () => {
  collect()
  process.send!('done')
})
process.channel?.unref()

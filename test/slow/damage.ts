/** `node test/slow/damage.ts [--seeds 1000] [--from N]`: damages a database again and again, each time in another place. */
import { parseArgs } from 'node:util'
import { damageRun } from '../support/damage-run.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
})
const { refused, shorter, unharmed } = await damageRun(Number(values.seeds), Number(values.from))
console.log(`${refused} refused, ${shorter} as after an earlier commit, ${unharmed} as before`)

/** Run by tests, which kill it: a host on a port that is given, with a directory of its own. Prints its address, and what it hears. */
import { systemClock } from '../../../../src/node/clock.ts'
import { silentLogger } from '../../../../src/node/logger.ts'
import { openNetwork } from '../../../../src/node/network/libp2p/open-network.ts'
import { systemRandom } from '../../../../src/protocol/crypto/random.ts'
import { CHAIN } from './hosts.ts'

const [directory, port] = process.argv.slice(2)
const host = await openNetwork(
  { listen: [`/ip4/127.0.0.1/tcp/${port}`], freeLocal: true, keepIdentity: true },
  {
    chainId: CHAIN,
    maxConsensus: 1 << 20,
    validator: false,
    directory: directory!,
    clock: systemClock,
    random: systemRandom,
    logger: silentLogger,
  },
)
host.consensus.onMessage((_, bytes, judge) => {
  judge('accept')
  console.log(`heard ${bytes.join()}`)
})
console.log(host.addresses[0])

/** What `stegos genesis` asks for where flags do not say it. */
import { NETWORKS } from '../../protocol/network.ts'
import { askLine } from '../ask.ts'
import type { Io } from '../io.ts'
import type { Settings } from '../options.ts'
import { readValue } from '../settings.ts'
import { networkNameOf } from './network-name.ts'

/** @throws CliError for an answer that makes no sense */
export async function askForGenesis(given: Settings, io: Io): Promise<Settings> {
  const ask = (question: string, usual: string) => askLine(question, usual, io)
  const network = networkNameOf(given.network ?? (await ask('Kind of network: dev, test or main', 'dev')))
  const { blockInterval, stake } = NETWORKS[network]
  const validators = await ask('Files with the lines of its validators, or how many to make here', '4')
  const count = /^\d+$/.test(validators) ? { make: Number(validators) } : undefined
  const directory = count && (given['data-dir'] ?? (await ask('Where they have their data', 'network')))
  const numbers: Partial<Record<'block-interval' | 'epoch-blocks' | 'award-epochs', number>> = {}
  for (const [name, question, usual] of [
    ['block-interval', 'Milliseconds between blocks', blockInterval],
    ['epoch-blocks', 'Blocks of an epoch', stake.epochBlocks],
    ['award-epochs', 'Epochs of an award period', stake.awardPeriodEpochs],
  ] as const) {
    numbers[name] = given[name] ?? (readValue(name, await ask(question, String(usual)), question) as number)
  }
  const coins = given.coins ?? (await ask('First coins, such as ADDRESS=1000, with commas between', 'none'))
  return {
    ...given,
    network,
    ...(count ? { ...count, 'data-dir': directory! } : { 'validator-file': validators.split(/[\s,]+/) }),
    ...numbers,
    coins: coins === 'none' ? [] : typeof coins === 'string' ? coins.split(/[\s,]+/) : coins,
    out: given.out ?? (await ask('Genesis file', 'genesis.json')),
  }
}

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { AwardRecord } from '../../sdk/index.ts'
import { readAwardRecords } from '../award/read-records.ts'
import { type AwardCheck, verifyRecord } from '../award/verify-record.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { coins, fields, print } from '../print.ts'

const HASH = /^[0-9a-f]{64}$/

const verify: Command = {
  name: 'award verify',
  summary: 'Do the draw of an award again',
  about: [
    'Checks a record of the Validator Service Award without trusting the node it came from: the delay’s proof, whom its output picks, and what was paid. A file needs no node at all. Ends with exit code 7 when something does not hold.',
    'What the record says of the chain (its id, the beacon, who was eligible) is told as such; --chain and --beacon compare it with what is known from blocks.',
  ],
  arguments: [
    { name: 'FILE', about: 'What stegos stake awards --json printed; - for stdin.', optional: true },
  ],
  options: ['period', 'chain', 'beacon', ...CLIENT_OPTIONS],
  examples: [
    ['stegos award verify award.json', 'From a file, without a node.'],
    ['stegos stake awards --json | stegos award verify -', 'All that the node knows of.'],
    ['stegos award verify --period 3', 'The record of one period, asked of the node.'],
  ],
  async run(invocation) {
    const { settings } = invocation
    const known = { chainId: hashOf(invocation, 'chain'), beacon: hashOf(invocation, 'beacon') }
    const records = await recordsOf(invocation)
    if (records.length > 1 && settings.beacon !== undefined)
      throw usageError('--beacon belongs to one award; choose one with --period')
    for (const record of records) {
      const check = verifyRecord(record, known)
      print(invocation, { valid: true, ...check }, () => linesOf(check))
    }
  },
}

export const commands: readonly Command[] = [verify]

async function recordsOf(invocation: Invocation): Promise<AwardRecord[]> {
  const { settings, io } = invocation
  const [file] = invocation.arguments
  const { period } = settings
  if (file === undefined) {
    if (period === undefined) throw usageError('name a FILE, or a period with --period')
    using client = connect(invocation)
    const { items } = await client.stake.awards({ period, limit: 1 }, { signal: io.signal })
    if (items.length === 0) throw usageError(`the node knows of no award of period ${period} that is over`)
    return [...items]
  }
  const records = readAwardRecords(await readInput(file, io))
  if (period === undefined) return records
  const chosen = records.filter((record) => record.period === period)
  if (chosen.length === 0) throw usageError(`there is no award of period ${period} in ${file}`)
  return chosen
}

async function readInput(file: string, { stdin, cwd }: Invocation['io']): Promise<string> {
  try {
    return file === '-' ? await text(stdin) : await readFile(resolve(cwd, file), 'utf8')
  } catch (cause) {
    throw usageError(`cannot read ${file}: ${(cause as Error).message}`)
  }
}

function hashOf({ settings }: Invocation, name: 'chain' | 'beacon'): string | undefined {
  const value = settings[name]
  if (value === undefined || HASH.test(value)) return value
  throw usageError(`--${name} is 64 hex digits`)
}

function linesOf({ period, outcome, amount, prize, bounty, winner, checked, assumed }: AwardCheck): string[] {
  return [
    ...fields([
      ['Award', `period ${period}, holds`],
      ['Outcome', outcome],
      ['Amount', coins(amount)],
      ['Prize', prize === '0' ? undefined : coins(prize)],
      ['Bounty', bounty === '0' ? undefined : coins(bounty)],
      ['Winner', winner?.validatorId],
      ['Key', winner?.validatorKey],
      ['Paid to', outcome === 'paid' ? winner?.operator : undefined],
    ]),
    ...checked.map((line) => `  checked: ${line}`),
    ...assumed.map((line) => `  not checked, taken from the record: ${line}`),
  ]
}

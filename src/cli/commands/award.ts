import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { AwardRecord, Client, Cursor } from '../../sdk/index.ts'
import { prove } from '../award/prove.ts'
import { type AwardFile, readAwardFile } from '../award/read-records.ts'
import { verifyHistory } from '../award/verify-history.ts'
import { type AwardCheck, verifyRecord } from '../award/verify-record.ts'
import { CliError, usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { EXIT } from '../exit-codes.ts'
import { coins, fields, print } from '../print.ts'

/** An award may end between records and proof; not again and again. */
const TRIES = 5

const HASH = /^[0-9a-f]{64}$/

const verify: Command = {
  name: 'award verify',
  summary: 'Do the draw of an award again',
  about: [
    'Checks records of the Validator Service Award without trusting the node they came from: the heights, the delay’s proof, whom its output picks, what was paid, and the chain of hashes over all records. A file needs no node at all. Ends with exit code 7 when something does not hold.',
    'That alone does not show that the records are the chain’s: who was eligible, the amount, the beacon and the outcome stand in them. What stegos award proof prints ties them to a block; trust in that block (--block), in the validators that signed it (--set), or a history known from elsewhere (--history) then proves all of it. What is neither checked nor trusted is told.',
  ],
  arguments: [{ name: 'FILE', about: 'What stegos award proof printed; - for stdin.', optional: true }],
  options: ['period', 'block', 'set', 'history', 'chain', 'beacon', ...CLIENT_OPTIONS],
  examples: [
    [
      'stegos award verify award.json --block 0c6b8a4f…',
      'From a file, without a node, for whoever trusts that block.',
    ],
    ['stegos stake awards --json | stegos award verify -', 'The draws alone.'],
    ['stegos award verify --period 3', 'The record of one period, asked of the node.'],
  ],
  async run(invocation) {
    const { settings } = invocation
    const hash = (name: 'chain' | 'beacon' | 'block' | 'set' | 'history') => hashOf(invocation, name)
    const known = { chainId: hash('chain'), beacon: hash('beacon') }
    const anchor = { block: hash('block'), set: hash('set'), history: hash('history') }
    const file = await fileOf(invocation)
    if (!file.proof && (anchor.block ?? anchor.set) !== undefined)
      throw usageError('--block and --set are for the proof in what stegos award proof printed')
    const chosen = file.records.filter(({ period }) => (settings.period ?? period) === period)
    if (chosen.length === 0) throw usageError(`there is no award of period ${settings.period} in it`)
    if (chosen.length > 1 && settings.beacon !== undefined)
      throw usageError('--beacon belongs to one award; choose one with --period')
    const history = verifyHistory(file, anchor)
    for (const record of chosen) {
      const check = verifyRecord(record, known, history)
      print(invocation, { valid: true, ...check }, () => linesOf(check))
    }
  },
}

const proof: Command = {
  name: 'award proof',
  summary: 'Records of awards, and what ties them to a block',
  about: ['Prints JSON for stegos award verify: all records from --period on, or all there are.'],
  options: ['period', ...CLIENT_OPTIONS],
  examples: [['stegos award proof > award.json', 'To be checked on any machine, at any time.']],
  async run(invocation) {
    using client = connect(invocation)
    const file = await provenRecords(client, invocation)
    invocation.io.out(JSON.stringify(file))
  },
}

export const commands: readonly Command[] = [prove, verify, proof]

/** Records and a proof that fit together, though an award may end in between. */
async function provenRecords(client: Client, { settings, io }: Invocation) {
  const { signal } = io
  const items: AwardRecord[] = []
  let cursor: Cursor | undefined
  for (let tries = 0; tries < TRIES; tries++) {
    for (;;) {
      const page = await client.stake.awards({ cursor, limit: 100 }, { signal })
      items.push(...page.items.filter(({ period }) => period >= (settings.period ?? 1)))
      cursor = page.next
      if (page.complete) break
    }
    const shown = await client.stake.awardProof({}, { signal })
    if (items.length === 0) throw usageError('the node knows of no such award that is over')
    if (shown.history === items.at(-1)!.history) return { items, proof: shown }
  }
  throw new CliError(EXIT.refused, 'the records and the proof of this node do not fit together')
}

async function fileOf(invocation: Invocation): Promise<AwardFile> {
  const { settings, io } = invocation
  const [file] = invocation.arguments
  const { period } = settings
  if (file !== undefined) return readAwardFile(await readInput(file, io))
  if (period === undefined) throw usageError('name a FILE, or a period with --period')
  using client = connect(invocation)
  const { items } = await client.stake.awards({ period, limit: 1 }, { signal: io.signal })
  if (items.length === 0) throw usageError(`the node knows of no award of period ${period} that is over`)
  return { records: items, proof: undefined }
}

async function readInput(file: string, { stdin, cwd }: Invocation['io']): Promise<string> {
  try {
    return file === '-' ? await text(stdin) : await readFile(resolve(cwd, file), 'utf8')
  } catch (cause) {
    throw usageError(`cannot read ${file}: ${(cause as Error).message}`)
  }
}

function hashOf(
  { settings }: Invocation,
  name: 'chain' | 'beacon' | 'block' | 'set' | 'history',
): string | undefined {
  const value = settings[name]
  if (value === undefined || HASH.test(value)) return value
  throw usageError(`--${name} is 64 hex digits`)
}

function linesOf(check: AwardCheck): string[] {
  const { period, outcome, amount, prize, bounty, winner, checked, assumed, proven } = check
  return [
    ...fields([
      ['Award', `period ${period}, ${proven ? 'is the chain’s' : 'holds as far as it can be checked'}`],
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

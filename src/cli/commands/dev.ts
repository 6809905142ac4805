/** Commands of development networks. */
import { usageError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { direct } from '../direct.ts'

export const commands: readonly Command[] = [
  direct({
    name: 'dev mine',
    method: 'dev.mine',
    summary: 'Make blocks now, on a development network',
    arguments: [{ name: 'BLOCKS', about: 'How many; one unless told.', optional: true }],
    options: ['idempotency-key'],
    examples: [['stegos dev mine 10', 'Ten at once.']],
    params: ({ words: [blocks] }) => ({ blocks: readCount(blocks, 'BLOCKS') }),
  }),
  direct({
    name: 'dev time',
    method: 'dev.time',
    summary: 'Read or advance the clock of a development network',
    arguments: [{ name: 'SECONDS', about: 'How far to put it forward.', optional: true }],
    options: ['idempotency-key'],
    examples: [
      ['stegos dev time', 'What it shows.'],
      ['stegos dev time 3600', 'An hour later.'],
    ],
    params: ({ words: [seconds] }) => ({ advance: readCount(seconds, 'SECONDS') }),
  }),
]

function readCount(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) throw usageError(`${name} is a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}

/** Faults in the rules of stake, of one line each. */
import type { PlantedBug } from './planted-bugs.ts'

const NOT_PAID = "if (!record || record.status === 'frozen' || record.shares === 0n) {"
const ONCE =
  "if (positions.some((index) => hasBit(block.present, index))) throw invalid('a vote is counted twice')"
const AGGRAVATE = 'aggravate(work, record, record.slash, { infraction, share })'
const EARLIEST = 'const infraction = Math.min(known.infraction, told.infraction)'

export const STAKE_BUGS: Readonly<Record<string, PlantedBug>> = {
  'a slashed validator is still paid': {
    folder: 'stake',
    patches: [{ file: 'rewards.ts', find: NOT_PAID, replace: 'if (!record || record.shares === 0n) {' }],
    breaks: 'slashing',
  },
  'a validator is slashed as often as it is accused': {
    folder: 'stake',
    patches: [{ file: 'slashing.ts', find: `if (record.slash) return ${AGGRAVATE}`, replace: '' }],
    breaks: 'slashing',
  },
  'what is told first hides what is worse': {
    folder: 'stake',
    patches: [{ file: 'slashing.ts', find: AGGRAVATE, replace: 'false' }],
    breaks: 'slashing',
  },
  'who leaves before the first that was told goes free': {
    folder: 'stake',
    patches: [{ file: 'slashing.ts', find: EARLIEST, replace: 'const infraction = known.infraction' }],
    breaks: 'slashing',
  },
  'what silence costs is not burnt': {
    folder: 'stake',
    patches: [{ file: 'leak-stake.ts', find: 'count(work, { burnt: amount })', replace: '' }],
    breaks: 'supply',
    only: ({ silence }) => silence !== undefined,
  },
  'who leaves first loses nothing by silence': {
    folder: 'stake',
    patches: [{ file: 'leak-stake.ts', find: 'noteLeak(work, id, height - 1, factor)', replace: '' }],
    breaks: 'books',
    only: ({ silence }) => silence !== undefined,
  },
  'who leaves during silence pays for all of the epoch': {
    folder: 'stake',
    patches: [
      {
        file: 'deposits.ts',
        find: '(openIndex(epoch, what.validator, liable) ?? WHOLE_INDEX)',
        replace: 'WHOLE_INDEX',
      },
    ],
    breaks: 'books',
    only: ({ silence }) => silence !== undefined,
  },
  'fees are counted twice': {
    folder: 'stake',
    patches: [
      {
        file: 'block.ts',
        find: 'takeFees(work, height, leader, fees)',
        replace: 'takeFees(work, height, leader, 2n * fees)',
      },
    ],
    breaks: 'supply',
  },
  'a late vote counts again': {
    folder: 'stake',
    patches: [{ file: 'attendance.ts', find: ONCE, replace: '' }],
    breaks: 'attendance',
    only: ({ roles }) => roles.includes('liar'),
  },
  'late votes are forgotten': {
    folder: 'stake',
    patches: [
      {
        file: 'attendance.ts',
        find: 'setEpoch(work, { recent, signed: addSigned(epoch.signed, votes.bitmap) })',
        replace: 'setEpoch(work, { recent })',
      },
    ],
    breaks: 'attendance',
  },
}

/** Commands that tell all there is to tell of one thing: a stake, a validator, the rules. */
import { usageError } from '../cli-error.ts'
import { direct } from '../direct.ts'

const KEY = /^[0-9a-f]{96}$/
const ID = /^[0-9a-f]{64}$/

export const get = direct({
  name: 'stake get',
  method: 'stake.get',
  summary: 'One stake',
  arguments: [{ name: 'STAKE', about: 'Its id, as stegos stake list shows it.' }],
  options: ['account'],
  examples: [['stegos stake get 9b0e…', 'With all that is on its way out.']],
  params: async ({ words: [stakeId], account }) => ({ stakeId: stakeId!, accountId: await account() }),
})

export const validator = direct({
  name: 'stake validator',
  method: 'stake.validator',
  summary: 'One validator',
  arguments: [{ name: 'VALIDATOR', about: 'Its id or a key of it.' }],
  examples: [['stegos stake validator 5d2c…', 'Stake, commission, attendance.']],
  params({ words: [which] }) {
    if (KEY.test(which!)) return { validatorKey: which! }
    if (ID.test(which!)) return { validatorId: which! }
    throw usageError('VALIDATOR is an id of 64 hex digits or a key of 96: see stegos stake validators')
  },
})

export const params = direct({
  name: 'stake params',
  method: 'stake.params',
  summary: 'The numbers of staking',
  examples: [['stegos stake params', 'What the rules of this network ask for.']],
})

/** Commands that tell all there is to tell of one thing: a stake, a validator, the rules. */
import { direct } from '../direct.ts'
import { findStakeId } from './find-stake.ts'
import { findValidatorKey } from './find-validator.ts'

const ID = /^[0-9a-f]{64}$/

export const get = direct({
  name: 'stake get',
  method: 'stake.get',
  summary: 'One stake',
  arguments: [{ name: 'STAKE', about: 'Its id, or the beginning of it.' }],
  options: ['account'],
  examples: [['stegos stake get 9b0e…', 'With all that is on its way out.']],
  async params({ words: [which], client, invocation, account }) {
    const accountId = await account()
    return { accountId, stakeId: await findStakeId(client, accountId, which!, invocation) }
  },
})

export const validator = direct({
  name: 'stake validator',
  method: 'stake.validator',
  summary: 'One validator',
  arguments: [{ name: 'VALIDATOR', about: 'A key of it, its id, or the beginning of that.' }],
  examples: [['stegos stake validator 5d2c81f0', 'Stake, commission, attendance.']],
  async params({ words: [which], client, invocation }) {
    if (ID.test(which!)) return { validatorId: which! }
    const named = { settings: { ...invocation.settings, validator: which! }, io: invocation.io }
    return { validatorKey: (await findValidatorKey(client, named))! }
  },
})

export const params = direct({
  name: 'stake params',
  method: 'stake.params',
  summary: 'The numbers of staking',
  examples: [['stegos stake params', 'What the rules of this network ask for.']],
})

/** Commands that tell of the chain. */
import { usageError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { direct } from '../direct.ts'
import { pageOf } from '../page-of.ts'

const HASH = /^[0-9a-f]{64}$/

const status = direct({
  name: 'chain status',
  method: 'chain.status',
  summary: 'Head of the chain',
  examples: [['stegos chain status', 'Height, time, and what waits.']],
})

const block = direct({
  name: 'chain block',
  method: 'chain.block',
  summary: 'One block',
  arguments: [{ name: 'BLOCK', about: 'Its height or its id (default: the newest).', optional: true }],
  examples: [
    ['stegos chain block', 'The newest.'],
    ['stegos chain block 0', 'The first.'],
  ],
  async params({ words: [which], client, invocation }) {
    if (which === undefined) {
      const { height } = await client.chain.status({}, { signal: invocation.io.signal })
      return { height }
    }
    if (HASH.test(which)) return { id: which }
    if (/^\d{1,15}$/.test(which)) return { height: Number(which) }
    throw usageError(`BLOCK is a height, or an id of 64 hex digits, not ${JSON.stringify(which)}`)
  },
})

const blocks = direct({
  name: 'chain blocks',
  method: 'chain.blocks',
  summary: 'Blocks in order',
  options: ['from-height', 'limit', 'oldest', 'cursor'],
  meanings: { 'from-height': 'Begin with this block.' },
  examples: [
    ['stegos chain blocks --limit 5', 'The newest five.'],
    ['stegos chain blocks --oldest --from-height 100', 'From block 100 on.'],
  ],
  params: ({ invocation, settings }) => ({ from: settings['from-height'], ...pageOf(invocation) }),
})

const transaction = direct({
  name: 'chain transaction',
  method: 'chain.transaction',
  summary: 'One transaction',
  arguments: [{ name: 'TRANSACTION', about: 'Its id.' }],
  options: ['encoded'],
  examples: [
    ['stegos chain transaction 7a2f…', 'Where it stands.'],
    ['stegos chain transaction 7a2f… --encoded --json', 'With its bytes.'],
  ],
  params: ({ words: [transactionId], settings: { encoded } }) => ({
    transactionId: transactionId!,
    encoded,
  }),
})

const output = direct({
  name: 'chain output',
  method: 'chain.output',
  summary: 'One output',
  arguments: [{ name: 'OUTPUT', about: 'Its id.' }],
  options: ['payload'],
  examples: [['stegos chain output 11c0…', 'What anybody can see of it.']],
  params: ({ words: [outputId], settings: { payload } }) => ({ outputId: outputId!, payload }),
})

const outputs = direct({
  name: 'chain outputs',
  method: 'chain.outputs',
  summary: 'Outputs in order of the chain',
  options: ['from-height', 'unspent', 'payload', 'limit', 'cursor'],
  meanings: { 'from-height': 'Begin with the outputs of this block.' },
  examples: [['stegos chain outputs --unspent --limit 5', 'The first that are not spent.']],
  params: ({ settings: { 'from-height': from, unspent, payload, limit = 20, cursor } }) => ({
    ...{ from, unspent, payload, limit, cursor },
  }),
})

const supply = direct({
  name: 'chain supply',
  method: 'chain.supply',
  summary: 'How much money exists',
  examples: [['stegos chain supply', 'Issued, burnt, staked; and what shows that it adds up.']],
})

const params = direct({
  name: 'chain params',
  method: 'chain.params',
  summary: 'Parameters of the network',
  examples: [['stegos chain params --json | jq -r .chainId', 'The id of the chain.']],
})

const fees = direct({
  name: 'chain fees',
  method: 'chain.fees',
  summary: 'What transactions cost',
  examples: [['stegos chain fees', 'By their shape.']],
})

const submit = direct({
  name: 'chain submit',
  method: 'chain.submit',
  summary: 'Hand on a transaction made elsewhere',
  arguments: [{ name: 'TRANSACTION', about: 'Its bytes in hex.' }],
  examples: [['stegos chain submit 0102…', 'It is in a block soon, or says why not.']],
  params: ({ words: [transaction] }) => ({ transaction: transaction! }),
})

export const commands: readonly Command[] = [
  status,
  block,
  blocks,
  transaction,
  output,
  outputs,
  supply,
  params,
  fees,
  submit,
]

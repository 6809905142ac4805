import { type Command, NODE_OPTIONS } from '../command.ts'

export const commands: readonly Command[] = [
  {
    name: 'node',
    summary: 'Run a node of an existing network',
    about: [
      'What it can do now: run the chain of a genesis file whose only validator is this node, from the keys in its data directory. It does not connect to other nodes yet.',
      'The genesis file is needed at the first start alone; afterwards the data directory has it.',
    ],
    options: ['genesis', ...NODE_OPTIONS],
    examples: [
      ['stegos node --genesis genesis.json --data-dir /srv/stegos', 'The first start.'],
      ['stegos node --data-dir /srv/stegos', 'Every other one.'],
    ],
    run: async (invocation) => (await import('../run-node.ts')).runNode(invocation, 'node'),
  },
]

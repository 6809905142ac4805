import { type Command, NODE_OPTIONS } from '../command.ts'

export const commands: readonly Command[] = [
  {
    name: 'devnet',
    summary: 'Run a development network on this machine',
    about: [
      'Makes a chain of its own at the first start, with a faucet, and goes on with it at the next. Blocks come every second, and at once with the method dev.mine.',
      'With --validators 4 it is four full nodes in one process that agree on every block. Each has its data in a directory of its own (node-1, node-2, …), a faucet, and an API: the first where --listen says, the others on the ports after it, all with the same token. Later starts find out by themselves how many there are.',
      'Ctrl-C ends it cleanly; a second Ctrl-C at once. Neither that nor a crash loses what was confirmed.',
    ],
    options: ['validators', ...NODE_OPTIONS],
    examples: [
      ['stegos devnet', 'On 127.0.0.1:3145, with its data in ~/.stegos/dev.'],
      ['stegos devnet --data-dir ./data --listen 127.0.0.1:4000', 'Elsewhere.'],
      ['stegos devnet --validators 4 --data-dir ./four', 'Four nodes, on the ports 3145 to 3148.'],
      ['npm start -- --data-dir ./data', 'The same from a checkout.'],
    ],
    run: async (invocation) => (await import('../run-node.ts')).runNode(invocation, 'devnet'),
  },
]

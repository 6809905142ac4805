import { type Command, NODE_OPTIONS } from '../command.ts'

export const commands: readonly Command[] = [
  {
    name: 'devnet',
    summary: 'Run a development network of one node',
    about: [
      'Makes a chain of its own at the first start, with a faucet, and goes on with it at the next. Blocks come every second, and at once with the method dev.mine.',
      'Ctrl-C ends it cleanly; a second Ctrl-C at once. Neither that nor a crash loses what was confirmed.',
    ],
    options: NODE_OPTIONS,
    examples: [
      ['stegos devnet', 'On 127.0.0.1:3145, with its data in ~/.stegos/dev.'],
      ['stegos devnet --data-dir ./data --listen 127.0.0.1:4000', 'Elsewhere.'],
      ['npm start -- --data-dir ./data', 'The same from a checkout.'],
    ],
    run: async (invocation) => (await import('../run-node.ts')).runNode(invocation, 'devnet'),
  },
]

import { type Command, NODE_OPTIONS } from '../command.ts'

export const commands: readonly Command[] = [
  {
    name: 'devnet',
    summary: 'Run a development network on this machine',
    about: [
      'Makes a chain of its own at the first start, with a faucet, and goes on with it at the next. Blocks come every second, and at once with the method dev.mine.',
      'With --validators 4 it is four full nodes in one process that agree on every block. Each has its data in a directory of its own (node-1, node-2, …), a faucet, and an API: the first where --listen says, the others on the ports after it, all with the same token. Later starts find out by themselves how many there are.',
      'With --processes each of them is a process of its own, and they speak over real sockets: on the ports of their APIs and 10,000. Their logs are shown with the name of the node before each line. One that ends does not end the others; a node.json in its directory is how it was started (stegos node --config). Each has a clock of its own there, so dev.time of one makes the others wait.',
      'Ctrl-C ends it cleanly; a second Ctrl-C at once. Neither that nor a crash loses what was confirmed.',
    ],
    options: ['validators', 'processes', ...NODE_OPTIONS],
    examples: [
      ['stegos devnet', 'On 127.0.0.1:3145, with its data in ~/.stegos/dev.'],
      ['stegos devnet --data-dir ./data --listen 127.0.0.1:4000', 'Elsewhere.'],
      ['stegos devnet --validators 4 --data-dir ./four', 'Four nodes, on the ports 3145 to 3148.'],
      ['stegos devnet --validators 4 --processes --data-dir ./four', 'The same in four processes.'],
      ['npm start -- --data-dir ./data', 'The same from a checkout.'],
    ],
    run: async (invocation) =>
      invocation.settings.processes
        ? (await import('../run-processes.ts')).runProcesses(invocation)
        : (await import('../run-node.ts')).runNode(invocation, 'devnet'),
  },
]

import { type Command, NODE_OPTIONS } from '../command.ts'
import { direct } from '../direct.ts'
import { NETWORK_OPTIONS } from '../network-settings.ts'

export const commands: readonly Command[] = [
  {
    name: 'node',
    summary: 'Run a node of an existing network',
    about: [
      'The genesis file is needed at the first start alone; afterwards the data directory has it. It prints the id of the chain: compare it with what the makers of the network have published, or give that with --chain.',
      'With validator.key in its data directory (see: stegos genesis key) it takes part in consensus; otherwise it follows the chain.',
      'All flags can stand in a file, --config FILE, and a node usually has one (see: stegos help configuration). Ctrl-C ends it cleanly.',
    ],
    options: ['genesis', 'chain', ...NODE_OPTIONS, 'snapshot', ...NETWORK_OPTIONS],
    meanings: {
      chain:
        'Id of the chain that the genesis has to be of, as the makers of the network published it: a false genesis is refused.',
    },
    examples: [
      ['stegos node --config node.json', 'As the file says.'],
      [
        'stegos node --genesis genesis.json --data-dir /srv/stegos --network-bootstrap /dns4/seed.example/tcp/7700/p2p/12D3KooW…',
        'The first start of one that nobody connects to.',
      ],
      ['stegos node --data-dir /srv/stegos --network-listen /ip4/0.0.0.0/tcp/7700', 'A node for everybody.'],
    ],
    run: async (invocation) => (await import('../run-node.ts')).runNode(invocation, 'node'),
  },
  {
    name: 'node id',
    summary: 'The peer id a node keeps',
    about: [
      'Makes it where no node has run yet: network.key in the data directory. It is what sentries are told of the validator behind them, before it is started. A node other than a validator uses it with --network-keep-identity alone, and it says so.',
    ],
    options: ['data-dir', 'network-keep-identity'],
    examples: [['stegos node id --data-dir /srv/validator', 'For network.private-peers of its sentries.']],
    run: async (invocation) => (await import('../node-id.ts')).nodeId(invocation),
  },
  direct({
    name: 'node peers',
    method: 'node.peers',
    summary: 'Nodes that the running one is connected to',
    options: ['limit', 'cursor'],
    examples: [['stegos node peers', 'A development network of one node has none.']],
    params: ({ settings: { limit = 100, cursor } }) => ({ limit, cursor }),
  }),
  direct({
    name: 'node version',
    method: 'node.version',
    summary: 'Versions of the running node',
    examples: [['stegos node version', 'Of its software, its contract, and what it runs on.']],
  }),
]

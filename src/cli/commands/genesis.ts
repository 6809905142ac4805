import type { Command } from '../command.ts'

export const commands: readonly Command[] = [
  {
    name: 'genesis',
    summary: 'Make the genesis of a new network',
    about: [
      'Whoever has the file can run a node of the network. Its first validators are those whose lines (see: stegos genesis key) are given with --validator-file, or --make COUNT makes them here, each with a data directory of its own in --data-dir: node-1, node-2, …. Without either it asks, on a terminal.',
      'It prints the id of the chain, which all who run a node compare with what their node says. A file that is there is never overwritten.',
    ],
    options: [
      'network',
      'out',
      'validator-file',
      'make',
      'data-dir',
      'stake',
      'commission',
      'coins',
      'block-interval',
      'epoch-blocks',
      'award-epochs',
    ],
    examples: [
      [
        'stegos genesis --network test --validator-file ann.json --validator-file ben.json --coins tstg1…=1000',
        'Of two validators who have sent their lines, with first coins for somebody.',
      ],
      ['stegos genesis --network dev --make 4 --data-dir ./private', 'A private network with all its keys.'],
      ['stegos genesis', 'Asks what is to be known.'],
    ],
    run: async (invocation) => (await import('../genesis/make.ts')).make(invocation),
  },
  {
    name: 'genesis key',
    summary: 'Make the keys of a first validator',
    about: [
      'Makes validator.key in the data directory of the node to be, and the phrase of an account that operates it, in operator.phrase, or takes that of an account you have with --phrase-file. Both files are secret. What it prints is not: send it to whoever makes the genesis.',
      'On a development network the account is the faucet of the node, and its phrase is in faucet.phrase.',
    ],
    options: ['network', 'data-dir', 'phrase-file'],
    examples: [
      ['stegos genesis key --network test --data-dir /srv/stegos > ann.json', 'The line for the genesis.'],
    ],
    run: async (invocation) => (await import('../genesis/key.ts')).key(invocation),
  },
]

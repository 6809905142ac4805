import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { fields, moment, print } from '../print.ts'
import { validatorLine } from '../stake/validator-line.ts'
import { progressLine, snapshotLine } from '../sync-line.ts'

export const commands: readonly Command[] = [
  {
    name: 'status',
    summary: 'What the node is doing',
    options: CLIENT_OPTIONS,
    examples: [
      ['stegos status', 'The node on this machine.'],
      ["stegos status --json | jq '.height'", 'Only its height.'],
    ],
    async run(invocation) {
      using client = connect(invocation)
      const status = await client.node.status({}, { signal: invocation.io.signal })
      print(invocation, status, () =>
        fields([
          ['Network', status.network],
          ['State', status.state],
          ['Height', status.height],
          ...(status.sync ? [['Catching up', progressLine(status.sync)] as const] : []),
          ...(status.snapshot ? [['Snapshot', snapshotLine(status.snapshot)] as const] : []),
          ['Last block', `${moment(status.finalizedAt)} UTC`],
          ...(status.validator ? [['Validator', validatorLine(status.validator)] as const] : []),
          ['Peers', status.peers],
          ['Version', status.version],
          ['Contract', `${status.contract.version} (${status.contract.hash.slice(0, 16)}…)`],
          ['Genesis', status.genesis],
        ]),
      )
    },
  },
]

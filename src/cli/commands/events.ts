import type { TopicPattern } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { EXIT } from '../exit-codes.ts'
import { findAccount } from '../find-account.ts'
import { print } from '../print.ts'
import { suggestion } from '../settings.ts'
import { TOPICS } from '../topics.ts'

export const commands: readonly Command[] = [
  {
    name: 'events',
    summary: 'Print events as they come',
    about: [
      'Goes on until it is interrupted, also across lost connections and restarts of the node: each event once, in order. With --json each line is one event, with the `cursor` to go on from.',
    ],
    arguments: [{ name: 'TOPICS', about: 'Topics, with commas between them.', choices: TOPICS }],
    options: ['account', 'from-cursor', ...CLIENT_OPTIONS],
    meanings: { account: 'Only what concerns this account.' },
    examples: [
      ['stegos events chain.block', 'Blocks, from now on.'],
      [
        'stegos events payment.status,message.received -a shop --from-cursor genesis --json',
        'All there was and comes.',
      ],
    ],
    async run(invocation) {
      const { settings, io } = invocation
      const topics = invocation.arguments[0]!.split(',').map((topic) => topic.trim())
      for (const topic of topics) {
        if (!TOPICS.includes(topic as TopicPattern))
          throw usageError(`there is no topic ${topic}${suggestion(topic, TOPICS)}`)
      }
      using client = connect(invocation)
      const named = settings.account !== undefined
      const stream = client.events({
        topics: topics as TopicPattern[],
        accountId: named ? (await findAccount(client, invocation)).accountId : undefined,
        from: settings['from-cursor'],
        signal: io.signal,
        onDisconnect: () => io.note('stegos: the connection is lost; looking for the node …'),
      })
      const { createContractView } = await import('../contract-view.ts')
      const { eventLines } = createContractView()
      for await (const { topic, event, cursor } of stream) {
        if (topic === 'caught_up') continue
        print(invocation, { topic, cursor, event }, () => [topic, ...eventLines(topic, event), ''])
      }
      return EXIT.interrupted
    },
  },
]

import { type Client, decodeBody, type Message, type MessageStatus } from '../../sdk/index.ts'
import { readBody } from '../body-input.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { direct } from '../direct.ts'
import { EXIT } from '../exit-codes.ts'
import { findAccount } from '../find-account.ts'
import { pageOf } from '../page-of.ts'
import { coins, fields, moment, print, readable, table } from '../print.ts'

/** Characters of a body in a list. */
const EXCERPT = 60

const send: Command = {
  name: 'message send',
  summary: 'Send a message',
  about: [
    'A message is a payment of zero: from outside nothing tells the two apart. A long one takes several transactions.',
  ],
  arguments: [
    { name: 'ADDRESS', about: 'The receiver.' },
    { name: 'TEXT', about: 'The message; or use --body-file.', optional: true },
  ],
  options: ['account', 'body-file', 'app', 'wait', 'idempotency-key', ...CLIENT_OPTIONS],
  examples: [
    ["stegos message send dstg1… 'see you at eight'", 'A text.'],
    ['stegos message send dstg1… --body-file photo.jpg --app album', 'A file, for an application.'],
    ['date | stegos message send dstg1… --body-file - --wait', 'From a pipe, until it is final.'],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    const { signal } = io
    const [to, text] = invocation.arguments
    const body = await readBody(text, settings['body-file'], io)
    if (body === undefined) throw usageError('TEXT is missing: the message, or --body-file FILE')
    using client = connect(invocation)
    const { accountId } = await findAccount(client, invocation)
    const sent = await client.message.send(
      { accountId, to: to!, body, app: settings.app },
      { signal, idempotencyKey: settings['idempotency-key'] },
    )
    const status = settings.wait ? await waitUntilSent(client, accountId, sent.messageId, signal) : undefined
    const message = { ...sent, ...status }
    print(invocation, message, () =>
      fields([
        ['Status', message.status],
        ['Message', message.messageId],
        ['Parts', message.parts],
        ['Fee', coins(message.fee)],
        ['Height', status?.height],
      ]),
    )
    return message.status === 'rejected' ? EXIT.rejected : EXIT.ok
  },
}

const list: Command = {
  name: 'message list',
  summary: 'Messages of an account',
  options: ['account', 'app', 'sent', 'limit', 'oldest', 'cursor', ...CLIENT_OPTIONS],
  examples: [
    ['stegos message list', 'The newest messages received.'],
    ['stegos message list --sent --app album --limit 100', 'Those sent by one application.'],
    [
      'stegos message list --oldest --json',
      'From the first on; `next` goes into --cursor for the next page.',
    ],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    using client = connect(invocation)
    const { accountId } = await findAccount(client, invocation)
    const direction = settings.sent ? 'out' : 'in'
    const page = await client.message.list(
      { accountId, app: settings.app, direction, ...pageOf(invocation) },
      { signal: io.signal },
    )
    print(invocation, page, () =>
      table(
        ['Time (UTC)', 'Message', 'Status', 'App', 'Body'],
        page.items.map((message) => [
          moment(message.time ?? message.createdAt),
          message.messageId,
          message.status,
          message.app,
          bodyText(message).split('\n')[0]!.slice(0, EXCERPT),
        ]),
        'No messages.',
      ),
    )
  },
}

const get: Command = {
  name: 'message get',
  summary: 'One message, with its whole body',
  arguments: [{ name: 'MESSAGE', about: 'Its id.' }],
  options: ['account', ...CLIENT_OPTIONS],
  examples: [['stegos message get e45637e1101eeed641a96fa5896bd900', 'Read it.']],
  async run(invocation) {
    const { settings, io } = invocation
    using client = connect(invocation)
    const accountId = settings.account && (await findAccount(client, invocation)).accountId
    const message = await client.message.get(
      { messageId: invocation.arguments[0]!, accountId },
      { signal: io.signal },
    )
    print(invocation, message, () => [...head(message), '', bodyText(message)])
  },
}

const follow: Command = {
  name: 'message follow',
  summary: 'Print messages as they come',
  about: [
    'Goes on until it is interrupted, also across restarts of the node. With --json each line is one message, with the `cursor` to go on from.',
  ],
  options: ['account', 'app', 'from-cursor', ...CLIENT_OPTIONS],
  examples: [
    ['stegos message follow', 'What comes from now on.'],
    [
      'stegos message follow --from-cursor genesis --json',
      'Everything there was, and what comes, for a program.',
    ],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    using client = connect(invocation)
    const { accountId } = await findAccount(client, invocation)
    const stream = client.events({
      topics: ['message.received'],
      accountId,
      from: settings['from-cursor'],
      signal: io.signal,
      onDisconnect: () => io.note('stegos: the connection is lost; looking for the node …'),
    })
    for await (const { topic, event, cursor } of stream) {
      if (topic !== 'message.received' || (settings.app !== undefined && event.app !== settings.app)) continue
      print(invocation, { cursor, ...event }, () => [...head(event), '', bodyText(event), ''])
    }
    return EXIT.interrupted
  },
}

const status = direct({
  name: 'message status',
  method: 'message.status',
  summary: 'Where a message stands',
  arguments: [{ name: 'MESSAGE', about: 'Its id.' }],
  options: ['account'],
  examples: [['stegos message status e45637e1101eeed641a96fa5896bd900', 'How many parts are final.']],
  params: async ({ words: [messageId], namedAccount }) => ({
    messageId: messageId!,
    accountId: await namedAccount(),
  }),
})

const decode = direct({
  name: 'message decode',
  method: 'message.decode',
  summary: 'Read the payload of one output',
  arguments: [{ name: 'OUTPUT', about: 'Its id.' }],
  options: ['account'],
  examples: [['stegos message decode 11c0…', 'One part of a message, or what a payment says.']],
  params: async ({ words: [outputId], account }) => ({
    outputId: outputId!,
    accountId: await account(),
  }),
})

export const commands: readonly Command[] = [send, list, get, status, follow, decode]

function head(message: Message): string[] {
  return fields([
    ['Message', message.messageId],
    [message.direction === 'in' ? 'Received' : 'Sent', moment(message.time ?? message.createdAt)],
    ['Status', message.status],
    ['To', message.to],
    ['App', readable(new TextEncoder().encode(message.app))],
    ['Amount', message.amount === '0' ? undefined : coins(message.amount)],
    ['Height', message.height],
  ])
}

function bodyText({ body }: Message): string {
  return body === undefined ? '(not complete)' : readable(decodeBody(body))
}

/** Follows a message until it is final or rejected. */
async function waitUntilSent(
  client: Client,
  accountId: string,
  messageId: string,
  signal: Invocation['io']['signal'],
): Promise<MessageStatus> {
  const get = () => client.message.status({ messageId, accountId }, { signal })
  for await (const item of client.events({ topics: ['message.status'], accountId, signal })) {
    if (item.topic === 'message.status' && item.event.messageId !== messageId) continue
    const status = await get()
    if (status.status === 'final' || status.status === 'rejected') return status
  }
  signal.throwIfAborted()
  return get()
}

/** The recorded conversations, had through the TypeScript SDK. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Client, createClient, isStegosError, type StreamItem } from '../../src/sdk/index.ts'
import { type Act, actsOf, type Outcome } from '../support/fixtures/acts.ts'
import { CONVERSATIONS } from '../support/fixtures/conversations/index.ts'
import { readRecorded } from '../support/fixtures/record.ts'
import { startScriptedNode } from '../support/fixtures/scripted-node.ts'

for (const name of Object.keys(CONVERSATIONS)) {
  const lines = readRecorded(name)
  const steps = actsOf(lines)
  if (!steps) continue
  // A WebSocket that is not let in does not learn why.
  const refused = lines.some((line) => line.type === 'status' && line.status === 401)
  for (const scheme of refused ? ['http'] : ['http', 'ws'])
    test(`${name}, with calls over ${scheme}`, async (t) => {
      const node = await startScriptedNode(lines)
      t.after(() => node.close())
      const program = new Program(node.url.replace('http', scheme))
      t.after(() => program.close())
      for (const { act, outcome } of steps) {
        const done = program.perform(act)
        // One that asked for something else would wait for its answer for ever.
        await Promise.race([done, node.finished.then(() => done)])
        assert.deepEqual(await done, outcome, JSON.stringify(act))
      }
      await node.finished
    })
}

test('a program that asks for something else is found out', async (t) => {
  const node = await startScriptedNode(readRecorded('payments'))
  t.after(() => node.close())
  const program = new Program(node.url)
  t.after(() => program.close())
  const { act } = actsOf(readRecorded('payments'))![0]!
  const asked = program.perform({ ...act, params: { name: 'somebody else' } } as Act)
  asked.catch(() => {})
  await assert.rejects(node.finished, /somebody else/)
})

/** Does what the acts say by the typed calls of the SDK. */
class Program {
  readonly #url: string
  readonly #clients = new Map<string | undefined, Client>()
  #stream: AsyncGenerator<StreamItem, void, void> | undefined

  constructor(url: string) {
    this.#url = url
  }

  async perform(act: Act): Promise<Outcome> {
    switch (act.act) {
      case 'call':
        return outcomeOf(this.#call(act))
      case 'open':
        this.#stream = this.#client(act.token).events(act.params as never)
        return {}
      case 'read': {
        const items: StreamItem[] = []
        while (items.length < act.items) items.push((await this.#stream!.next()).value!)
        return { items }
      }
      case 'fail':
        return outcomeOf(this.#stream!.next())
      case 'end':
        await this.#stream!.return()
        return {}
    }
  }

  /** `payment.send` is `client.payment.send`. */
  #call({ token, method, params }: Extract<Act, { act: 'call' }>): Promise<unknown> {
    const [group, name] = method.split('.') as [keyof Client, string]
    const functions = this.#client(token)[group] as unknown as Record<
      string,
      (params: object) => Promise<unknown>
    >
    return functions[name]!(params)
  }

  #client(token: string | undefined): Client {
    const client = this.#clients.get(token) ?? createClient({ url: this.#url, token, retry: { delay: 1 } })
    this.#clients.set(token, client)
    return client
  }

  close(): void {
    for (const client of this.#clients.values()) client.close()
  }
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await call }
  } catch (error) {
    if (!isStegosError(error)) throw error
    const { code, symbol, retryable } = error
    const { type, retryable: _, ...data } = error.data as Record<string, unknown>
    assert.equal(type, symbol)
    return { error: { code: code!, symbol, retryable, data } }
  }
}

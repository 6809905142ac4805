/** A token that is narrowed to one account, on a node with two: whatever is called, nothing of the other one comes out. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { METHODS, type MethodName } from '../../src/sdk/generated/contract.ts'
import { METHOD_RULES } from '../../src/server/auth/method-rules.ts'
import { openSocket, type TestSocket } from '../server/support/socket.ts'
import { createAccount } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

const SCOPES = ['read', 'message', 'pay', 'stake', 'packet', 'admin'] as const
const LABEL = 'beths till'
const BODY = Buffer.from('what beth wrote').toString('base64')
const TOPICS = ['chain.*', 'account.*', 'payment.*', 'message.*', 'stake.*', 'award.*']

const node = await startNode()
const client = node.client({ retry: { attempts: 100 } })
after(async () => {
  client.close()
  await node.stop()
})

/** Whose data may come out, and what there is of the other one. */
type Known = Awaited<ReturnType<typeof prepare>>

/** For each method calls that ask for something of the other account. A method that is not here does not compile. */
const ATTEMPTS: { readonly [Name in MethodName]: (known: Known) => readonly object[] } = {
  'rpc.discover': () => [{}],
  'node.status': () => [{}],
  'node.peers': () => [{}],
  'node.version': () => [{}],
  'chain.status': () => [{}],
  'chain.block': ({ height }) => [{ height }],
  'chain.blocks': () => [{ limit: 1_000 }],
  'chain.transaction': ({ transactionId }) => [{ transactionId, encoded: true }],
  'chain.output': ({ outputId }) => [{ outputId, payload: true }],
  'chain.outputs': () => [{ limit: 100, payload: true }],
  'chain.supply': () => [{}],
  'chain.params': () => [{}],
  'chain.fees': () => [{}],
  'chain.submit': ({ transaction }) => [{ transaction }],
  'account.create': () => [{ name: 'new' }],
  'account.recover': ({ beth }) => [{ recoveryPhrase: beth.recoveryPhrase }],
  'account.list': () => [{}, { internal: true }],
  'account.get': ofBeth,
  'account.unlock': ({ beth }) => [{ accountId: beth.accountId, passphrase: 'x' }],
  'account.lock': ofBeth,
  'account.remove': ofBeth,
  'account.changePassphrase': ({ beth }) => [{ accountId: beth.accountId, newPassphrase: 'taken over' }],
  'account.recoveryPhrase': ofBeth,
  'account.address': ofBeth,
  'account.addresses': ofBeth,
  'account.balance': ofBeth,
  'account.history': ofBeth,
  'account.outputs': ofBeth,
  'account.viewKey': ofBeth,
  'account.importViewKey': ({ viewKey }) => [{ viewKey }],
  'account.rescan': ofBeth,
  'payment.send': ({ beth, ann }) => [{ accountId: beth.accountId, to: ann.address, amount: '1' }],
  'payment.sendMany': ({ beth, ann }) => [
    { accountId: beth.accountId, payments: [{ to: ann.address, amount: '1' }] },
  ],
  'payment.sendPublic': ({ beth, ann }) => [{ accountId: beth.accountId, to: ann.address, amount: '1' }],
  'payment.estimate': ({ beth }) => [{ accountId: beth.accountId, amount: '1' }],
  'payment.get': ({ paymentId, beth }) => [{ paymentId }, { paymentId, accountId: beth.accountId }],
  'payment.list': ofBeth,
  'payment.cancel': ({ waitingId }) => [{ paymentId: waitingId }],
  'payment.prove': ({ paymentId, beth }) => [{ paymentId }, { paymentId, accountId: beth.accountId }],
  'payment.verifyProof': ({ proof }) => [{ proof }],
  'payment.consolidate': ofBeth,
  'message.send': ({ beth, ann }) => [{ accountId: beth.accountId, to: ann.address, body: BODY }],
  'message.get': ({ messageId, beth }) => [{ messageId }, { messageId, accountId: beth.accountId }],
  'message.list': ({ beth }) => [
    { accountId: beth.accountId },
    { accountId: beth.accountId, direction: 'out' },
  ],
  'message.status': ({ messageId, beth }) => [{ messageId }, { messageId, accountId: beth.accountId }],
  'message.decode': ({ beth, outputId }) => [{ accountId: beth.accountId, outputId }],
  'stake.deposit': ({ beth }) => [{ accountId: beth.accountId, amount: '20000000' }],
  'stake.withdraw': ofBethsStake,
  'stake.configure': ({ beth }) => [{ accountId: beth.accountId, commission: 100 }],
  'stake.rotate': ofBeth,
  'stake.resume': ofBeth,
  'stake.proveAward': ofBeth,
  'stake.get': ({ ann, beth, stakeId }) => [
    { accountId: beth.accountId, stakeId },
    { accountId: ann.accountId, stakeId },
  ],
  'stake.list': ofBeth,
  'stake.validators': () => [{}],
  'stake.validator': ({ validatorId }) => [{ validatorId }],
  'stake.epoch': () => [{}],
  'stake.params': () => [{}],
  'stake.rewards': ({ beth }) => [{ accountId: beth.accountId }, {}],
  'stake.award': () => [{}],
  'stake.awards': () => [{}],
  'stake.awardProof': () => [{}],
  'stake.slashings': () => [{}],
  subscribe: ({ beth }) => [{ topics: TOPICS, accountId: beth.accountId, from: 'genesis' }],
  unsubscribe: () => [{ subscription: '0123456789abcdef' }],
  'token.create': () => [{ name: 'wider', scopes: ['read'] }],
  'token.list': () => [{}],
  'token.revoke': ({ bethsTokenId }) => [{ tokenId: bethsTokenId }],
  'token.audit': () => [{}],
  'dev.faucet': ({ beth }) => [{ address: beth.address }],
  'dev.mine': () => [{}],
  'dev.time': () => [{ advance: 1 }],
}

function ofBeth({ beth }: Known) {
  return [{ accountId: beth.accountId }]
}

function ofBethsStake({ ann, beth, stakeId }: Known) {
  return [beth, ann].map(({ accountId }) => ({ accountId, stakeId }))
}

test('nothing of another account, by any method or stream', async (context) => {
  const known = await prepare()
  const { ann, beth, secrets, token } = known
  const owner = await openSocket(context, node.url, node.token)
  const narrowed = await openSocket(context, node.url, token)
  assert.deepEqual(Object.keys(ATTEMPTS).sort(), Object.keys(METHODS).sort())
  const before = await stateOf(owner, beth.accountId)

  for (const [method, attempts] of Object.entries(ATTEMPTS) as [
    MethodName,
    (typeof ATTEMPTS)[MethodName],
  ][]) {
    await context.test(method, async () => {
      for (const params of attempts(known)) {
        const given = JSON.stringify(params)
        const answer = await narrowed.rpc(method, params)
        const { accounts } = METHOD_RULES.get(method)!
        const asks = secrets.filter((secret) => given.includes(secret))
        if (asks.length > 0 || accounts === 'all') {
          assert.ok(answer.error, `${method} ${given} is answered`)
          assert.ok(answer.error.data.type !== 'internal_error', `${method}: ${given}`)
        }
        const told = JSON.stringify(answer)
        for (const secret of secrets) {
          if (!given.includes(secret)) assert.ok(!told.includes(secret), `${method} ${given} tells ${secret}`)
        }
        // to the owner the same call is worth something: the attempt is none at nothing
        if (METHODS[method] === 'read' && asks.length > 0 && !given.includes(ann.accountId)) {
          assert.equal((await owner.rpc(method, params)).error, undefined, `${method} ${given}, the owner`)
        }
      }
    })
  }

  await context.test('what both accounts know is told as the one knows it', async () => {
    const { result } = await narrowed.rpc('payment.get', { paymentId: known.sharedId })
    assert.deepEqual([result.accountId, result.direction], [ann.accountId, 'in'])
    assert.equal((await owner.rpc('payment.get', { paymentId: known.sharedId })).result.direction, 'out')
    const list = (await narrowed.rpc('account.list')).result.items
    assert.deepEqual(
      list.map(({ accountId }: { accountId: string }) => accountId),
      [ann.accountId],
    )
  })

  await context.test('all events there were, and none of the other account', async () => {
    const count = async (socket: TestSocket) => {
      const { error } = await socket.rpc('subscribe', { topics: TOPICS, from: 'genesis' })
      assert.equal(error, undefined)
      const texts: string[] = []
      for (;;) {
        const { params } = await socket.next()
        if (params.topic === 'caught_up') return texts
        texts.push(JSON.stringify(params.event))
      }
    }
    const mine = await count(narrowed)
    const all = await count(owner)
    assert.ok(mine.some((text) => text.includes(ann.accountId)))
    assert.ok(all.length > mine.length)
    for (const secret of secrets) {
      assert.ok(!mine.some((text) => text.includes(secret)), secret)
    }
    for (const secret of [beth.accountId, known.paymentId, known.messageId, known.stakeId]) {
      assert.ok(
        all.some((text) => text.includes(secret)),
        `${secret}, the owner`,
      )
    }
  })

  await context.test('a stream of the SDK ends with the token, and says so', async () => {
    const { token: text, tokenId } = await client.token.create({
      ...{ name: 'reader', scopes: ['read'], methods: ['subscribe'], accounts: [ann.accountId] },
    })
    using reader = node.client({ token: text })
    const read = async () => {
      for await (const { topic } of reader.events({ topics: ['payment.status'], from: 'genesis' })) {
        if (topic === 'caught_up') await client.token.revoke({ tokenId })
      }
    }
    await assert.rejects(read(), { symbol: 'token_revoked' })
  })

  await context.test('and nothing has happened to it', async () => {
    assert.deepEqual(await stateOf(owner, beth.accountId), before)
    assert.equal((await owner.rpc('payment.get', { paymentId: known.waitingId })).result.status, 'created')
  })
})

/** Two accounts that have paid, written and staked, and a token for the first of them. */
async function prepare() {
  const ann = await createAccount(client, 'ann')
  const beth = await createAccount(client, 'beth of the hidden name')
  const chris = await createAccount(client, 'chris of another name')
  const dora = await createAccount(client, 'dora')
  for (const { address } of [ann, beth, beth]) await client.dev.faucet({ address, amount: '2000000000' })
  await client.dev.mine({ blocks: 2 })
  const labelled = await client.account.address({ accountId: beth.accountId, label: LABEL })
  const { viewKey } = await client.account.viewKey({ accountId: beth.accountId })
  const pay = (to: string) => client.payment.send({ accountId: beth.accountId, to, amount: '1000000' })
  const { paymentId: sharedId } = await pay(ann.address)
  await client.dev.mine()
  const { paymentId, transactionId } = await pay(chris.address)
  await client.dev.mine()
  const message = { accountId: beth.accountId, to: chris.address, body: BODY }
  const { messageId, transactionIds } = await client.message.send(message)
  await client.dev.mine()
  const { stakeId } = await client.stake.deposit({ accountId: beth.accountId, amount: '20000000' })
  await client.dev.mine({ blocks: 2 })
  const sent = await client.payment.send({ accountId: ann.accountId, to: dora.address, amount: '5' })
  await client.dev.mine({ blocks: 2 })
  const { proof } = await client.payment.prove({ paymentId: sent.paymentId })
  const { height, encoded } = await client.chain.transaction({ transactionId, encoded: true })
  const { items: validators } = await client.stake.validators()
  const narrow = (accountId: string) =>
    client.token.create({ name: `token of ${accountId}`, scopes: [...SCOPES], accounts: [accountId] })
  const { token } = await narrow(ann.accountId)
  const { tokenId: bethsTokenId } = await narrow(beth.accountId)
  const payments = Array.from({ length: 60 }, () => ({ to: chris.address, amount: '1' }))
  const queued = await client.payment.sendMany({ accountId: beth.accountId, payments })
  const waitingId = queued.payments.at(-1)!.paymentId
  const { recoveryPhrase, accountId, address } = beth
  return {
    ...{ ann, beth, token, bethsTokenId, viewKey, sharedId, paymentId, waitingId, transactionId },
    ...{ messageId, stakeId, proof, height, transaction: encoded },
    outputId: await outputOfBeth(transactionIds[0]!, accountId),
    validatorId: validators[0]!.validatorId,
    secrets: [
      ...[accountId, address, labelled.address, 'beth of the hidden name', LABEL, BODY, recoveryPhrase],
      ...[viewKey, paymentId, waitingId, messageId, stakeId, bethsTokenId],
      ...[chris.accountId, chris.address, 'chris of another name'],
    ],
  }
}

/** The output of a transaction that the account can open: its change. */
async function outputOfBeth(transactionId: string, accountId: string): Promise<string> {
  const { outputs } = await client.chain.transaction({ transactionId })
  for (const outputId of outputs) {
    const opened = await client.message.decode({ accountId, outputId }).catch(() => undefined)
    if (opened) return outputId
  }
  throw new Error('the account opens none of the outputs')
}

/** What the attempts could have changed. Blocks go on being made, and change the rest. */
async function stateOf({ rpc }: TestSocket, accountId: string) {
  const { result: account } = await rpc('account.get', { accountId })
  const { result: addresses } = await rpc('account.addresses', { accountId })
  const { result: accounts } = await rpc('account.list')
  const { result: tokens } = await rpc('token.list')
  return {
    locked: account.locked,
    passphrase: account.passphrase,
    addresses: addresses.items.length,
    accounts: accounts.items.length,
    tokens: tokens.items.map(({ status }: { status: string }) => status).slice(0, 2),
  }
}

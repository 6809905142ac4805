/** A node that answers every call with a good value. Tests replace the answers they are about. */
import type { AccountInfo } from '../../../src/node/api/account.ts'
import type { BlockInfo, OutputInfo } from '../../../src/node/api/chain.ts'
import type { MessageInfo } from '../../../src/node/api/message.ts'
import type { PaymentInfo, PaymentSent } from '../../../src/node/api/payment.ts'
import type { NodeApi, NodeStatus } from '../../../src/node/api.ts'
import type { Page } from '../../../src/node/page.ts'
import { MemoryEventLog } from './memory-event-log.ts'
import { sampleStake } from './sample-stake.ts'
import { sampleTokens } from './sample-tokens.ts'

export const ID = 'ab'.repeat(32)
export const ACCOUNT = '0123456789abcdef'
export const ADDRESS = 'dstg1qexample'
export const MESSAGE = 'cd'.repeat(16)
export const TIME = Date.UTC(2030, 0, 1)

const block: BlockInfo = {
  id: ID,
  height: 7,
  time: TIME,
  leader: 'ef'.repeat(48),
  transactions: [ID],
  previous: ID,
  round: 0,
  vrf: '12'.repeat(96),
  transactionRoot: ID,
  outputRoot: ID,
  stateCommitment: ID,
  validatorSetHash: ID,
  outputs: 2,
  bytes: 4_000,
  certificate: { round: 0, signers: '01', signature: '34'.repeat(96) },
}

const output: OutputInfo = {
  outputId: ID,
  height: 7,
  position: 0,
  spent: true,
  key: ID,
  commitment: ID,
  ephemeral: ID,
  viewTag: '000102',
  encryptedAmount: '00'.repeat(8),
  encryptedAnchor: '00'.repeat(16),
  payloadHash: ID,
  payloadPruned: false,
  transactionId: ID,
  spentIn: ID,
  payload: new Uint8Array(1_024),
}

const account: AccountInfo = {
  accountId: ACCOUNT,
  name: 'shop',
  address: ADDRESS,
  locked: false,
  viewOnly: false,
  passphrase: false,
  rescanning: false,
  scannedHeight: 7,
  targetHeight: 7,
}

const sent: PaymentSent = {
  paymentId: ID,
  transactionId: ID,
  status: 'created',
  fee: 10_000n,
  messageId: MESSAGE,
}

const payment: PaymentInfo = {
  paymentId: ID,
  accountId: ACCOUNT,
  direction: 'out',
  transactionId: ID,
  status: 'final',
  amount: 5n,
  to: ADDRESS,
  fee: 10_000n,
  height: 7,
  time: TIME,
  createdAt: TIME,
  messageId: MESSAGE,
  data: Uint8Array.of(1, 2, 3),
  app: 'shop',
}

const message: MessageInfo = {
  messageId: MESSAGE,
  accountId: ACCOUNT,
  direction: 'in',
  status: 'received',
  app: 'chat',
  amount: 0n,
  parts: 1,
  partsDone: 1,
  body: new TextEncoder().encode('hello'),
  to: ADDRESS,
  height: 7,
  time: TIME,
  paymentIds: [ID],
}

const status: NodeStatus = {
  network: 'dev',
  genesis: ID,
  state: 'ready',
  height: 7,
  finalizedAt: TIME,
  syncing: false,
  peers: 0,
  version: '0.1.0',
  messageBodyBytes: 65_536,
}

export type SampleNode = NodeApi & { readonly events: MemoryEventLog }

export function sampleNode(): SampleNode {
  return {
    status: () => status,
    peers: async () =>
      page({ peerId: 'peer', address: 'somewhere', direction: 'inbound', connectedAt: TIME }),
    chain: {
      status: async () => ({
        network: 'dev',
        genesis: ID,
        height: 7,
        id: ID,
        time: TIME,
        earliestHeight: 0,
        unspentOutputs: 4,
        mempool: { transactions: 0, bytes: 0 },
      }),
      block: async () => block,
      blocks: async () => page(block),
      transaction: async ({ encoded }) => ({
        transactionId: ID,
        status: 'final',
        inputs: [ID],
        outputs: [ID, ID],
        fee: 10_000n,
        bytes: 3_000,
        blockId: ID,
        height: 7,
        time: TIME,
        position: 0,
        encoded: encoded ? Uint8Array.of(1, 2) : undefined,
      }),
      output: async () => output,
      outputs: async () => page(output),
      supply: async () => ({
        height: 7,
        issued: 10n ** 15n,
        burnt: 40_000n,
        staked: 10n ** 10n,
        awardPool: 1_600_000n,
        commitments: ID,
        blinding: ID,
        unspentOutputs: 4,
        mints: [{ outputId: ID, height: 0, amount: 10n ** 15n, blinding: ID }],
      }),
      params: async () => ({
        network: 'dev',
        genesis: ID,
        chainId: ID,
        addressPrefix: 'dstg',
        unitsPerCoin: 1_000_000n,
        blockIntervalMs: 1_000,
        maxBlockTransactions: 512,
        maxTimeDriftMs: 10_000,
        payloadRetentionBlocks: 1_000,
        payloadBytes: 1_024,
        maxInputs: 16,
        outputCounts: [2, 4, 8, 16],
        feePerInput: 1_000n,
        feePerOutput: 4_000n,
        feePerOperation: 20_000n,
      }),
      fees: async () => ({
        ordinary: { inputs: 2, outputs: 2, fee: 10_000n },
        shapes: [{ inputs: 1, outputs: 4, fee: 17_000n }],
      }),
      submit: async () => ({ transactionId: ID, status: 'pending' }),
    },
    account: {
      create: async () => ({ accountId: ACCOUNT, address: ADDRESS, recoveryPhrase: 'one two three' }),
      recover: async () => ({ accountId: ACCOUNT, address: ADDRESS }),
      list: async () => page(account),
      get: async () => account,
      unlock: async () => account,
      lock: async () => account,
      remove: async () => {},
      changePassphrase: async () => account,
      recoveryPhrase: async () => 'one two three',
      address: async () => ({ accountId: ACCOUNT, address: ADDRESS, index: 1, label: '' }),
      addresses: async () => page({ accountId: ACCOUNT, address: ADDRESS, index: 0, label: '' }),
      balance: async () => ({
        accountId: ACCOUNT,
        available: 2n ** 63n,
        pending: 1n,
        locked: 2n,
        staked: 0n,
        height: 7,
      }),
      history: async () =>
        page({
          type: 'sent',
          paymentId: ID,
          amount: 5n,
          height: 7,
          time: TIME,
          address: ADDRESS,
          transactionId: ID,
          fee: 10_000n,
        }),
      outputs: async () =>
        page({ outputId: ID, amount: 5n, status: 'unspent', addressIndex: 0, height: 7, transactionId: ID }),
      viewKey: async () => 'view key',
      importViewKey: async () => account,
      rescan: async () => account,
    },
    payment: {
      send: async () => sent,
      sendMany: async () => [sent, { paymentId: ID, status: 'created', fee: 10_000n }],
      sendPublic: async () => ({ ...sent, proof: 'proof' }),
      estimate: async ({ amount }) => ({
        amount,
        fee: 10_000n,
        transactions: 1,
        inputs: 2,
        outputs: 2,
        spendable: 100n,
        sufficient: true,
      }),
      get: async () => payment,
      list: async () => page(payment),
      cancel: async () => ({ ...payment, status: 'cancelled' }),
      prove: async () => ({ paymentId: ID, to: ADDRESS, amount: 5n, proof: 'proof' }),
      verifyProof: async () => ({
        valid: true,
        paymentId: ID,
        to: ADDRESS,
        amount: 5n,
        transactionId: ID,
        height: 7,
      }),
      consolidate: async () => ({
        paymentId: ID,
        transactionId: ID,
        status: 'created',
        fee: 24_000n,
        merged: 16,
        remaining: 1,
      }),
    },
    message: {
      send: async () => ({
        messageId: MESSAGE,
        status: 'created',
        parts: 1,
        fee: 10_000n,
        transactionIds: [ID],
      }),
      get: async () => message,
      list: async () => page(message),
      decode: async () => ({
        outputId: ID,
        kind: 'message',
        amount: 0n,
        height: 7,
        messageId: MESSAGE,
        app: 'chat',
        part: 0,
        parts: 1,
        body: Uint8Array.of(1),
      }),
    },
    stake: sampleStake(),
    ...sampleTokens(),
    dev: {
      faucet: async ({ amount }) => ({ transactionId: ID, paymentId: ID, amount: amount ?? 100_000_000n }),
      mine: async ({ blocks }) => ({ height: 7 + (blocks ?? 1) }),
      time: async ({ advance }) => ({ time: TIME + (advance ?? 0) * 1_000 }),
    },
    events: new MemoryEventLog(),
  }
}

/** An event of the topic chain.block. */
export function blockEvent(height: number) {
  return {
    topic: 'chain.block',
    event: {
      id: ID,
      height,
      time: new Date(TIME + height * 1_000).toISOString(),
      leader: 'ef'.repeat(48),
      transactions: [],
    },
  }
}

/** An event of the topic account.balance. */
export function balanceEvent(accountId: string, available: number) {
  const zero = '0'
  return {
    topic: 'account.balance',
    accountId,
    event: {
      accountId,
      available: String(available),
      pending: zero,
      locked: zero,
      staked: zero,
      total: String(available),
      height: 7,
    },
  }
}

function page<T>(item: T): Page<T> {
  return { items: [item], next: 'next', complete: true }
}

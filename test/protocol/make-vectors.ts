/** Computes the protocol's known answers from fixed seeds. */
import { addressBytes, formatAddress } from '../../src/protocol/address.ts'
import { blockId, encodeHeader } from '../../src/protocol/block.ts'
import { buildTransaction } from '../../src/protocol/build-transaction.ts'
import { toHex, utf8 } from '../../src/protocol/bytes.ts'
import { blsKeyFromSeed, blsPublicKey } from '../../src/protocol/crypto/bls.ts'
import { encodePoint, encodeScalar, multiplyBase } from '../../src/protocol/crypto/group.ts'
import { deriveScalar, hash, hashTo } from '../../src/protocol/crypto/hash.ts'
import { LtHash } from '../../src/protocol/crypto/lthash.ts'
import {
  findOutput,
  makeInternalOutput,
  makeOutput,
  paymentIdOf,
  spendSecret,
} from '../../src/protocol/enote.ts'
import { type Genesis, genesisContext, genesisState } from '../../src/protocol/genesis.ts'
import { accountIdOf, accountKeys, encodeViewKey, subaddress } from '../../src/protocol/keys.ts'
import { merkleRoot } from '../../src/protocol/merkle.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { encodeCore, outputId } from '../../src/protocol/output.ts'
import { encodePayload, type Payload } from '../../src/protocol/payload.ts'
import { encodeTransaction, outputIds } from '../../src/protocol/transaction.ts'

const counting = (length: number, from = 0) => Uint8Array.from({ length }, (_, i) => (from + i) & 0xff)
const payload: Payload = {
  kind: 'message',
  app: 'test',
  messageId: counting(16),
  part: 0,
  count: 1,
  body: utf8('hello'),
}

export function protocolVectors() {
  const keys = accountKeys(counting(64))
  const address = subaddress(keys, 1)
  const context = counting(32, 100)
  const anchor = counting(16, 200)
  const external = makeOutput({ address, amount: 1_234_567n, payload, context, anchor })
  const internal = makeInternalOutput({ keys, amount: 7n, payload: { kind: 'filler' }, context, anchor })
  const found = findOutput(keys, context, external.core)!
  const lthash = new LtHash()
  lthash.add(utf8('one'))
  return {
    description:
      'Known answers of the Stegos protocol, version 1. Byte strings are hex. Seeds count up from a first byte.',
    licence: 'MIT',
    hash: {
      'H("test", 0x, 0x010203)': toHex(hash('test', new Uint8Array(0), Uint8Array.of(1, 2, 3))),
      'H[70]("test", 0x010203)': toHex(hashTo('test', 70, Uint8Array.of(1, 2, 3))),
      'Hs("test", 0x010203)': toHex(encodeScalar(deriveScalar('test', Uint8Array.of(1, 2, 3)))),
      'lthash digest of {"one"}': toHex(lthash.digest()),
      'merkle roots of 0, 1, 2, 3 leaves': [0, 1, 2, 3].map((n) =>
        toHex(merkleRoot(Array.from({ length: n }, (_, i) => counting(32, i)))),
      ),
    },
    account: {
      seed: toHex(counting(64)),
      spendSecret: toHex(encodeScalar(keys.spendSecret)),
      viewKey: toHex(encodeViewKey(keys)),
      accountId: toHex(accountIdOf(keys)),
      addresses: [0, 1, 2].map((index) => ({
        index,
        bytes: toHex(addressBytes(subaddress(keys, index))),
        main: formatAddress(subaddress(keys, index), 'main'),
        dev: formatAddress(subaddress(keys, index), 'dev'),
      })),
    },
    output: {
      to: 'address 1 of the account',
      context: toHex(context),
      anchor: toHex(anchor),
      amount: '1234567',
      plaintext: toHex(encodePayload(payload)),
      core: toHex(encodeCore(external.core)),
      payload: toHex(external.payload),
      blinding: toHex(encodeScalar(external.blinding)),
      id: toHex(outputId(context, 0, external.core)),
      paymentId: toHex(paymentIdOf(anchor, addressBytes(address))),
      spendSecret: toHex(encodeScalar(spendSecret(keys, 1, found.extension))),
    },
    internalOutput: { amount: '7', core: toHex(encodeCore(internal.core)), payload: toHex(internal.payload) },
    ...chainVectors(),
  }
}

/** A genesis with two coins and a transaction that spends both. Its nonces are fixed, so it is one transaction. */
function chainVectors() {
  const keys = accountKeys(counting(64))
  const draft = { params: NETWORKS.dev, time: 1_700_000_000_000, salt: counting(32, 50) }
  const mint = [2_000_000n, 3_000_000n].map((amount, i) => {
    const anchor = counting(16, i)
    const context = genesisContext(draft)
    const made = makeOutput({
      address: subaddress(keys, 0),
      amount,
      payload: { kind: 'none' },
      context,
      anchor,
    })
    return { core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) }
  })
  const secret = blsKeyFromSeed(counting(32))
  const operator = encodePoint(multiplyBase(deriveScalar('test', counting(32))))
  const validator = { key: blsPublicKey(secret), operator, amount: 10_000_000_000n, commission: 1_000 }
  const genesis: Genesis = { ...draft, validators: [validator], mint }
  const { header, state, coins } = genesisState(genesis)
  const spendable = coins.map(({ id, core }) => {
    const { amount, blinding, extension } = findOutput(keys, genesisContext(genesis), core)!
    return { id, amount, blinding, secret: spendSecret(keys, 0, extension) }
  })
  let counter = 0
  const { id, transaction } = buildTransaction({
    chainId: state.chainId,
    params: draft.params,
    keys,
    coins: spendable,
    recipients: [{ address: subaddress(keys, 1), amount: 1_000n, payload, anchor: counting(16, 77) }],
    outputs: 2,
    random: (length) => counting(length, counter++),
  })
  return {
    genesis: {
      salt: toHex(draft.salt),
      time: draft.time,
      validator: {
        key: toHex(validator.key),
        operator: toHex(operator),
        amount: String(validator.amount),
        commission: validator.commission,
      },
      coins: mint.map(({ core, amount, blinding }) => ({
        core: toHex(encodeCore(core)),
        amount: String(amount),
        blinding: toHex(blinding),
      })),
      chainId: toHex(state.chainId),
      header: toHex(encodeHeader(header)),
      blockId: toHex(blockId(header)),
    },
    transaction: {
      comment: 'valid on the genesis above; spends both of its coins',
      inputKeys: spendable.map((coin) => toHex(encodePoint(multiplyBase(coin.secret)))),
      id: toHex(id),
      bytes: toHex(encodeTransaction(transaction)),
      outputIds: outputIds(transaction).map(toHex),
    },
  }
}

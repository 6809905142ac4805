/** Transactions made by hand: what a node's own wallet never does, or would do by itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENESIS_FILE, parseGenesis } from '../../src/node/genesis/genesis-file.ts'
import { entropyOf, keysOfEntropy } from '../../src/node/wallet/phrase.ts'
import { build } from '../../src/node/workers/build.ts'
import { scan } from '../../src/node/workers/scan.ts'
import { addressBytes, parseAddress } from '../../src/protocol/address.ts'
import { concat, fromHex, toHex } from '../../src/protocol/bytes.ts'
import { blsKeyFromSeed, blsPublicKey } from '../../src/protocol/crypto/bls.ts'
import { decodeScalar, encodeScalar } from '../../src/protocol/crypto/group.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { spendSecret } from '../../src/protocol/enote.ts'
import { accountIdOf, encodeViewKey } from '../../src/protocol/keys.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { encodeCore } from '../../src/protocol/output.ts'
import { SPLITTING_SHAPE } from '../../src/protocol/shape.ts'
import { encodeOperation } from '../../src/protocol/stake/operation-codec.ts'
import { operatorKey, operatorSecret } from '../../src/protocol/stake/operator-key.ts'
import { draftOperation } from '../../src/protocol/stake/sign.ts'
import { decodeTransaction, outputIds } from '../../src/protocol/transaction.ts'
import type { Client } from '../../src/sdk/index.ts'
import type { TestAccount } from './accounts.ts'

const params = NETWORKS.dev

/** The account of the faucet of a data directory, which operates the validator there. */
export async function faucetKeys(dataDirectory: string) {
  return keysOfEntropy(entropyOf(readFileSync(join(dataDirectory, 'faucet.phrase'), 'utf8').trim()))
}

export async function faucetAccountId(dataDirectory: string): Promise<string> {
  return toHex(accountIdOf(await faucetKeys(dataDirectory)))
}

/**
 * The faucet's account registers one more validator, with `amount` out of a coin of the payer's. Makes no block.
 * @returns its key
 */
export async function registerValidator(
  client: Client,
  dataDirectory: string,
  payer: TestAccount,
  amount: bigint,
): Promise<string> {
  const { chainId } = parseGenesis(readFileSync(join(dataDirectory, GENESIS_FILE), 'utf8'))
  const operator = await faucetKeys(dataDirectory)
  const secret = blsKeyFromSeed(new Uint8Array(32).fill(7))
  const key = blsPublicKey(secret)
  const draft = draftOperation({
    type: 'register',
    ...{ key, operator: operatorKey(operator), commission: 1_000, amount },
  })
  const { coin, viewKey } = await largestCoin(client, payer)
  const { transaction } = build({
    ...{ chainId, params, viewKey, coins: [coin], recipients: [], outputs: SPLITTING_SHAPE.outputs },
    operation: {
      draft: encodeOperation(draft),
      signer: encodeScalar(operatorSecret(operator)),
      key: secret,
    },
  })
  await client.chain.submit({ transaction: toHex(transaction) })
  return toHex(key)
}

/** A payment out of a coin of the payer's that no wallet knows of, in hex. */
export async function handMadePayment(
  client: Client,
  dataDirectory: string,
  payer: TestAccount,
  to: string,
  amount: bigint,
): Promise<string> {
  const { chainId } = parseGenesis(readFileSync(join(dataDirectory, GENESIS_FILE), 'utf8'))
  const { coin, viewKey } = await largestCoin(client, payer)
  const address = addressBytes(parseAddress(to, 'dev'))
  const recipient = { address, amount, payload: { kind: 'none' } as const, anchor: systemRandom(16) }
  const { outputs } = SPLITTING_SHAPE
  const { transaction } = build({ chainId, params, viewKey, coins: [coin], recipients: [recipient], outputs })
  return toHex(transaction)
}

async function largestCoin(client: Client, { accountId, recoveryPhrase }: TestAccount) {
  const keys = await keysOfEntropy(entropyOf(recoveryPhrase))
  const viewKey = encodeViewKey(keys)
  const { items } = await client.account.outputs({ accountId, status: 'unspent' })
  const [largest] = items.toSorted((one, other) => Number(BigInt(other.amount) - BigInt(one.amount)))
  const { outputId, amount, transactionId, addressIndex } = largest!
  const { encoded } = await client.chain.transaction({ transactionId: transactionId!, encoded: true })
  const { inputs, outputs, ...rest } = decodeTransaction(fromHex(encoded!))
  const position = outputIds({ inputs, outputs }).findIndex((id) => toHex(id) === outputId)
  const scanned = outputs.map((core, at) => ({ core: encodeCore(core), payload: rest.payloads[at] }))
  const origin = { type: 'transaction' as const, inputs: concat(...inputs) }
  const [hits] = scan({ viewKey, transactions: [{ origin, outputs: scanned }] })
  const hit = hits!.find((one) => one.type === 'found' && one.output === position)
  if (hit?.type !== 'found') throw new Error('the coin is not there')
  const spends = spendSecret(keys, addressIndex, decodeScalar(hit.extension))
  return {
    viewKey,
    coin: {
      id: fromHex(outputId),
      amount: BigInt(amount),
      blinding: hit.blinding,
      secret: encodeScalar(spends),
    },
  }
}

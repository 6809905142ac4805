/** The development network in a data directory: made once, opened ever after, refused when it has been tampered with. */
import assert from 'node:assert/strict'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { devnetDirectories, devnetSize } from '../../../src/node/devnet.ts'
import {
  type Devnet,
  FAUCET_COIN_AMOUNT,
  FAUCET_COINS,
  openDevnet,
  openDevnets,
  VALIDATOR_STAKE,
} from '../../../src/node/genesis/devnet.ts'
import { formatGenesis, parseGenesis } from '../../../src/node/genesis/genesis-file.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { entropyOf, keysOfEntropy } from '../../../src/node/wallet/phrase.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { findOutput } from '../../../src/protocol/enote.ts'
import { genesisContext, genesisState } from '../../../src/protocol/genesis.ts'
import { operatorKey } from '../../../src/protocol/stake/operator-key.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, START, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })
const modules = { clock: createManualClock(START), random: systemRandom, workers }
const damaged = (error: unknown) => error instanceof StoreError && error.code === 'corrupt'

const endings: (() => unknown)[] = []
let directory: string
let devnet: Devnet

before(async () => {
  directory = await temporaryDirectory({ after: (end) => endings.push(end) })
  devnet = await openDevnet(directory, modules)
})
after(async () => {
  for (const end of endings) await end()
})

test('is the same when it is opened again', async () => {
  assert.deepEqual(await openDevnet(directory, modules), devnet)
})

test('has one validator, whose key is in the directory, and coins of the faucet alone', async () => {
  const { genesis, blockId, chainId } = devnet.named
  assert.deepEqual(
    genesis.validators.map(({ key }) => key),
    [devnet.validatorKeys.first.publicKey],
  )
  const { state } = genesisState(genesis)
  assert.deepEqual([state.blockId, state.chainId], [blockId, chainId])
  assert.equal(state.supply.issued, BigInt(FAUCET_COINS) * FAUCET_COIN_AMOUNT + VALIDATOR_STAKE)
  const keys = await keysOfEntropy(entropyOf(devnet.faucetPhrase))
  assert.deepEqual(genesis.validators[0]!.operator, operatorKey(keys))
  const amounts = genesis.mint.map(({ core }) => findOutput(keys, genesisContext(genesis), core)!.amount)
  assert.equal(amounts.filter((amount) => amount === FAUCET_COIN_AMOUNT).length, FAUCET_COINS)
  assert.equal(amounts.filter((amount) => amount === 0n).length, FAUCET_COINS)
})

test('keeps its secrets to the owner of the directory', { skip: process.platform === 'win32' }, async () => {
  for (const name of ['validator.key', 'faucet.phrase']) {
    assert.equal((await stat(join(directory, name))).mode & 0o777, 0o600)
  }
  const text = await readFile(join(directory, 'genesis.json'), 'utf8')
  assert.ok(!text.includes(toHex(devnet.validatorKeys.first.secret)))
  assert.ok(!text.includes(devnet.faucetPhrase))
})

test('is made anew when a crash came before the genesis file was written', async () => {
  await rm(join(directory, 'genesis.json'))
  const again = await openDevnet(directory, modules)
  assert.deepEqual(await openDevnet(directory, modules), again)
  devnet = again
})

describe('is refused', () => {
  for (const name of ['validator.key', 'faucet.phrase']) {
    test(`without ${name}`, async () => {
      const path = join(directory, name)
      const content = await readFile(path)
      await rm(path)
      await assert.rejects(openDevnet(directory, modules), damaged)
      await writeFile(path, content)
    })
  }

  test('with a key that is none, and the error does not show it', async () => {
    const path = join(directory, 'validator.key')
    const content = await readFile(path)
    await writeFile(path, 'not a key but a secret')
    await assert.rejects(openDevnet(directory, modules), (error: Error) => {
      assert.ok(damaged(error))
      assert.ok(!String(error.stack).includes('secret'))
      return error.cause === undefined
    })
    await writeFile(path, content)
  })
})

describe('a network of several validators', () => {
  test('has one genesis, and in each directory a key and a faucet of its own', async (t) => {
    const root = await temporaryDirectory(t)
    const directories = devnetDirectories(root, 3)
    assert.equal(await devnetSize(root), undefined)
    const devnets = await openDevnets(directories, modules)
    assert.equal(await devnetSize(root), 3)
    assert.deepEqual(await openDevnets(directories, modules), devnets)
    const { genesis } = devnets[0]!.named
    assert.deepEqual(
      genesis.validators.map(({ key }) => key),
      devnets.map(({ validatorKeys }) => validatorKeys.first.publicKey),
    )
    assert.equal(new Set(genesis.validators.map(({ amount }) => amount)).size, 1)
    for (const { named, faucetPhrase } of devnets) {
      assert.deepEqual(named, devnets[0]!.named)
      const keys = await keysOfEntropy(entropyOf(faucetPhrase))
      const own = genesis.mint.filter(({ core }) => findOutput(keys, genesisContext(genesis), core))
      assert.equal(own.length, genesis.mint.length / 3)
    }
    // It is begun only when every key is proven to be held.
    await workers.run('genesis', genesis)
    const unproven = { ...genesis, possessions: genesis.possessions!.toReversed() }
    await assert.rejects(workers.run('genesis', unproven), { code: 'invalid_block' })
  })

  test('is refused when a directory is missing or of another network', async (t) => {
    const root = await temporaryDirectory(t)
    const [first, second] = devnetDirectories(root, 2) as [string, string]
    await openDevnets([first, second], modules)
    await assert.rejects(openDevnets([first, directory], modules), { code: 'wrong_chain' })
    await rm(second, { recursive: true })
    await assert.rejects(openDevnets([first, second], modules), damaged)
  })
})

describe('a genesis file', () => {
  const { genesis } = createWorld()
  const { state } = genesisState(genesis)
  const text = formatGenesis({ genesis, chainId: state.chainId, blockId: state.blockId })

  test('holds everything', () => {
    assert.deepEqual(parseGenesis(text), { genesis, chainId: state.chainId, blockId: state.blockId })
  })

  test('that has been changed is refused', () => {
    const changes: [string, string][] = [
      ['"commission": 1000', '"commission": 1001'],
      ['"epochBlocks": 30', '"epochBlocks": 31'],
      ['"minStake": "1000000000"', '"minStake": 1000000000'],
      ['"round": 5', '"round": 6'],
      ['"amount": "5000000"', '"amount": "6000000"'],
      ['"feePerInput": "1000"', '"feePerInput": "0"'],
      ['"blockInterval": 1000', '"blockInterval": 1001'],
      ['"network": "dev"', '"network": "toString"'],
      ['"version": 2', '"version": 3'],
      ['"salt": "', '"salt": "ff'],
      ['"time": ', '"time": -'],
    ]
    for (const [before, after] of changes) {
      assert.ok(text.includes(before), before)
      assert.throws(() => parseGenesis(text.replace(before, after)), damaged, before)
    }
    for (const other of ['', '{}', 'null', '[]', text.slice(0, -5)])
      assert.throws(() => parseGenesis(other), damaged)
  })
})

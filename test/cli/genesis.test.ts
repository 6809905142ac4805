import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { parseGenesis } from '../../src/node/genesis/genesis-file.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import { type CommandLine, createCommandLine } from '../support/command-line.ts'

let shell: CommandLine

beforeEach(() => {
  shell = createCommandLine()
})
afterEach(() => shell.remove())

const at = (path: string) => join(shell.directory, path)
const read = (path: string) => readFileSync(at(path), 'utf8')

async function makeKey(name: string): Promise<{ line: string; address: string }> {
  const { code, out, notes } = await shell.run(['genesis', 'key', '--network', 'test', '--data-dir', name])
  assert.equal(code, 0, notes)
  writeFileSync(at(`${name}.json`), out)
  return { line: out, address: /tstg1\w+/.exec(notes)![0] }
}

test('a network of validators who sent their lines, with first coins and a pace of its own', async () => {
  const { line, address } = await makeKey('ann')
  await makeKey('ben')
  const words = '--network test --block-interval 500 --epoch-blocks 40 --award-epochs 3 --stake 60000'.split(
    ' ',
  )
  const files = ['--validator-file', 'ann.json', '--validator-file', 'ben.json', '--coins', `${address}=12.5`]
  const { code, out, notes } = await shell.run(['genesis', ...words, ...files, '--json'])
  assert.equal(code, 0, notes)
  const { genesis, chainId } = parseGenesis(read('genesis.json'))
  assert.equal(JSON.parse(out).chainId, toHex(chainId))
  assert.equal(genesis.params.blockInterval, 500)
  assert.deepEqual([genesis.params.stake.epochBlocks, genesis.params.stake.awardPeriodEpochs], [40, 3])
  assert.equal(genesis.params.stake.halvingBlocks % 40, 0)
  assert.equal(genesis.params.payloadRetention, 5_184_000, 'the same thirty days')
  assert.equal(toHex(genesis.validators[0]!.key), JSON.parse(line).key)
  assert.deepEqual(
    genesis.validators.map(({ amount, commission }) => [amount, commission]),
    [
      [60_000_000_000n, 1_000],
      [60_000_000_000n, 1_000],
    ],
  )
  assert.deepEqual(
    genesis.mint.map(({ amount }) => amount),
    [12_500_000n, 0n],
  )
})

test('what is secret is readable by its owner alone, and not in the line', async () => {
  const { line } = await makeKey('ann')
  for (const file of ['validator.key', 'operator.phrase']) {
    assert.equal(statSync(at(`ann/${file}`)).mode & 0o777, 0o600)
    assert.ok(!line.includes(read(`ann/${file}`).trim()))
  }
})

test('keys and a genesis that are there stay as they are', async () => {
  await makeKey('ann')
  const before = read('ann/validator.key')
  const key = await shell.run(['genesis', 'key', '--network', 'test', '--data-dir', 'ann'])
  assert.equal(key.code, 1)
  assert.match(key.notes, /validator\.key already/)
  assert.equal(read('ann/validator.key'), before)
  writeFileSync(at('genesis.json'), 'mine')
  const made = await shell.run(['genesis', '--network', 'test', '--validator-file', 'ann.json'])
  assert.equal(made.code, 1)
  assert.equal(read('genesis.json'), 'mine')
})

test('an operator can be an account there is already', async () => {
  await makeKey('ann')
  const phrase = ['--phrase-file', 'ann/operator.phrase']
  const { out } = await shell.run(['genesis', 'key', '--network', 'test', '--data-dir', 'ben', ...phrase])
  assert.equal(JSON.parse(out).operator, JSON.parse(read('ann.json')).operator)
  assert.notEqual(JSON.parse(out).key, JSON.parse(read('ann.json')).key)
  assert.equal(existsSync(at('ben/operator.phrase')), false)
})

test('what makes no sense is refused before anything is written', async () => {
  const { line } = await makeKey('ann')
  await makeKey('ben')
  const { possession } = JSON.parse(read('ben.json'))
  const wrong: readonly [object | string, RegExp][] = [
    [{ ...JSON.parse(line), possession }, /"possession" does not prove "key"/],
    [{ ...JSON.parse(line), note: 'hi' }, /"note" is no part of it/],
    [{ ...JSON.parse(line), operator: '00'.repeat(32) }, /"operator" is not a key/],
    [{ ...JSON.parse(line), key: 'ab' }, /"key" is not 48 bytes/],
    ['{', /not JSON/],
  ]
  for (const [entry, message] of wrong) {
    writeFileSync(at('wrong.json'), typeof entry === 'string' ? entry : JSON.stringify(entry))
    const { code, notes } = await shell.run([
      'genesis',
      '--network',
      'test',
      '--validator-file',
      'wrong.json',
    ])
    assert.equal(code, 2)
    assert.match(notes, message)
  }
  const ann = ['--network', 'test', '--validator-file', 'ann.json']
  const flags: readonly [readonly string[], RegExp][] = [
    [[...ann, '--validator-file', 'ann.json'], /two validators with one key/],
    [[...ann, '--block-interval', '5'], /block interval is 200 to/],
    [[...ann, '--epoch-blocks', '5'], /longer than votes may be late/],
    [[...ann, '--epoch-blocks', '12', '--award-epochs', '1'], /before the next freeze/],
    [[...ann, '--stake', '1'], /--stake is 50000 STG at least/],
    [[...ann, '--coins', 'dstg1xyz=1'], /--coins dstg1xyz=1/],
    [[...ann, '--coins', 'tstg1xyz'], /ADDRESS=AMOUNT/],
    [['--validator-file', 'ann.json'], /--network/],
    [['--network', 'test'], /who validates\?/],
    [['--network', 'test', '--make', '2'], /--data-dir/],
    [['--network', 'test', '--make', '99', '--data-dir', 'x'], /1 to 16/],
  ]
  for (const [words, message] of flags) {
    const { code, notes } = await shell.run(['genesis', ...words])
    assert.equal(code, 2, words.join(' '))
    assert.match(notes, message)
  }
  assert.equal(existsSync(at('genesis.json')), false)
})

test('what is refused leaves no key behind', async () => {
  await makeKey('ann')
  const made = ['genesis', '--network', 'test', '--make', '2', '--data-dir', 'net']
  const refused: readonly [readonly string[], RegExp][] = [
    // nobody knows before the state of the genesis is made that a key is in it twice
    [['--validator-file', 'ann.json', '--validator-file', 'ann.json'], /two validators with one key/],
    [['--out', 'nowhere/genesis.json'], /there is no directory .*nowhere/],
    [['--out', 'ann.json/genesis.json'], /ann\.json is not a directory/],
  ]
  for (const [words, message] of refused) {
    const { code, notes } = await shell.run([...made, ...words])
    assert.notEqual(code, 0)
    assert.match(notes, message)
    assert.equal(existsSync(at('net')), false, words.join(' '))
  }
  for (const [file, other] of [
    ['validator.key', 'net/node-1/operator.phrase'],
    ['operator.phrase', 'net/node-1/validator.key'],
  ] as const) {
    mkdirSync(at('net/node-2'), { recursive: true })
    writeFileSync(at(`net/node-2/${file}`), 'mine')
    const { code, notes } = await shell.run(made)
    assert.equal(code, 1)
    assert.match(notes, new RegExp(`node-2/${file} is there already`))
    assert.equal(read(`net/node-2/${file}`), 'mine')
    assert.deepEqual([existsSync(at(other)), existsSync(at('genesis.json'))], [false, false])
    rmSync(at('net'), { recursive: true })
  }
  const { code, notes } = await shell.run([...made, '--out', 'net/genesis.json'])
  assert.equal(code, 0, notes)
  assert.equal(read('net/genesis.json'), read('net/node-2/genesis.json'))
})

test('a phrase that is there is not overwritten', async () => {
  await makeKey('ann')
  rmSync(at('ann/validator.key'))
  const before = read('ann/operator.phrase')
  const { code, notes } = await shell.run(['genesis', 'key', '--network', 'test', '--data-dir', 'ann'])
  assert.equal(code, 1)
  assert.match(notes, /operator\.phrase already/)
  assert.equal(read('ann/operator.phrase'), before)
})

test('on a terminal it asks what flags do not say', async () => {
  const stdin = 'test\n2\nnet\n700\n\n\nnone\nmine.json\n'
  const { code, out, notes } = await shell.run(['genesis'], { stdin, terminal: true })
  assert.equal(code, 0, notes)
  const { genesis, chainId } = parseGenesis(read('mine.json'))
  assert.equal(genesis.params.network, 'test')
  assert.equal(genesis.params.blockInterval, 700)
  assert.equal(genesis.params.stake.epochBlocks, 300)
  assert.equal(genesis.validators.length, 2)
  assert.match(out, new RegExp(`^Chain +${toHex(chainId)}$`, 'm'))
  for (const node of ['node-1', 'node-2']) assert.equal(read(`net/${node}/genesis.json`), read('mine.json'))
})

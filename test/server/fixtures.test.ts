/** The recorded conversations, had with a node again. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { CONVERSATIONS } from '../support/fixtures/conversations/index.ts'
import { type Line, parseConversation, printConversation } from '../support/fixtures/format.ts'
import { play } from '../support/fixtures/play.ts'
import { fileOf, readRecorded, record, SEED } from '../support/fixtures/record.ts'
import { openStage, type Stage } from '../support/fixtures/stage.ts'

const names = Object.keys(CONVERSATIONS)

test('every recording is of a conversation, and reads as it was written', () => {
  const files = readdirSync(dirname(fileOf('any'))).filter((file) => file.endsWith('.io'))
  assert.deepEqual(files.toSorted(), names.map((name) => `${name}.io`).toSorted())
  for (const name of names) {
    const text = readFileSync(fileOf(name), 'utf8')
    assert.equal(printConversation(parseConversation(text)), text)
  }
  assert.throws(() => parseConversation('-- dance\n'), /line 1/)
  assert.throws(() => parseConversation('// cut o'), /cut off/)
})

for (const name of names)
  test(`recording ${name} again changes nothing (npm run fixtures)`, async () => {
    assert.equal(await record(CONVERSATIONS[name]!), readFileSync(fileOf(name), 'utf8'))
  })

test('a recording is all it takes to have the conversation again', async () => {
  await onStage((stage) => play(readRecorded('streams'), stage))
})

test('a node that says anything else is found out', async () => {
  const lines = readRecorded('json-rpc')
  const at = lines.findIndex(({ type }) => type === 'answer')
  const answer = lines[at] as Extract<Line, { type: 'answer' }>
  const other = { ...answer, text: answer.text.replace('"jsonrpc":"2.0"', '"jsonrpc":"2.1"') }
  const rest = lines.slice(at + 1)
  await onStage(async (stage) => {
    await assert.rejects(play([...lines.slice(0, at), other, ...rest], stage), {
      name: 'AssertionError',
      message: new RegExp(`line ${at + 1}`),
    })
  })
})

async function onStage(act: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(SEED)
  try {
    await act(stage)
  } finally {
    await stage.end()
  }
}

/**
 * The recorded conversations of test/fixtures.
 *
 *   npm run fixtures                           records all of them again
 *   npm run fixtures -- payments               only these
 *   npm run fixtures -- --replay dotnet test   has them with a program, by the files that STEGOS_FIXTURES and
 *                                              STEGOS_OUTCOMES name, and says whether it saw what was said
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONVERSATIONS } from '../test/support/fixtures/conversations/index.ts'
import { fileOf, record } from '../test/support/fixtures/record.ts'
import { startReplay } from '../test/support/fixtures/replay.ts'

const [flag, ...command] = process.argv.slice(2)
if (flag === '--replay') await replay(command)
else await recordAll(process.argv.slice(2))

async function recordAll(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(CONVERSATIONS)) {
    const conversation = CONVERSATIONS[name]
    if (!conversation) throw new Error(`there is no conversation ${name}`)
    writeFileSync(fileOf(name), await record(conversation))
    console.log(fileOf(name))
  }
}

async function replay([program, ...words]: readonly string[]): Promise<void> {
  if (!program) throw new Error('which program shall have the conversations?')
  const directory = mkdtempSync(join(tmpdir(), 'stegos-fixtures-'))
  const [fixtures, outcomes] = [join(directory, 'fixtures.json'), join(directory, 'outcomes.json')]
  const conversations = await startReplay(Number(process.env.STEGOS_CLIENTS ?? 1))
  try {
    writeFileSync(fixtures, JSON.stringify(conversations.parts))
    const env = { ...process.env, STEGOS_FIXTURES: fixtures, STEGOS_OUTCOMES: outcomes }
    const [code] = await once(spawn(program, words, { env, stdio: 'inherit' }), 'exit')
    if (code !== 0) throw new Error(`${program} ended with ${code}`)
    await conversations.check(JSON.parse(readFileSync(outcomes, 'utf8')))
    console.log(`${conversations.parts.length} conversations, as recorded`)
  } finally {
    await conversations.close()
    rmSync(directory, { recursive: true })
  }
}

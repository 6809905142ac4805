/**
 * Loaded into a bot before it (`node --import`): ends it, as a power cut does, when a message has been handled and the state that says
 * so is about to be put in place.
 */
import { readFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { rename } = promises
promises.rename = async (from, to) => {
  const { completed } = JSON.parse(readFileSync(from, 'utf8'))
  if (completed.at(-1)?.startsWith('message.received')) process.kill(process.pid, 'SIGKILL')
  await rename(from, to)
}
syncBuiltinESMExports()

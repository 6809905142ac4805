/** What holds for every answer, whatever was sent. */
import assert from 'node:assert/strict'
import { type ContractDocument, readContract } from '../../../src/server/contract/document.ts'
import { Validator } from '../../../src/server/contract/validator.ts'

/** Whether a text shows where in the program something went wrong. */
export function isStackTrace(text: string): boolean {
  return /\bat (?:\S+ )?\(?\S*[\\/]\S+:[0-9]+:[0-9]+|\.[cm]?[jt]s:[0-9]+|node:internal|node_modules|file:\/\//.test(
    text,
  )
}

/** Whether a message has an answer at all: notifications have none, unless they are not even that. */
export function isAnswered(body: Uint8Array): boolean {
  let message: unknown
  try {
    message = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    return true
  }
  if (!Array.isArray(message)) return !isNotification(message)
  return message.length === 0 || !message.every(isNotification)
}

function isNotification(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false
  const { jsonrpc, method, params, id } = message as Record<string, unknown>
  const structured = params === undefined || (typeof params === 'object' && params !== null)
  return jsonrpc === '2.0' && typeof method === 'string' && id === undefined && structured
}

export type AnswerCheck = (text: string) => readonly string[]

/**
 * Makes the check: it fails for what is no answer of the contract, and gives what came of each call: `ok` or the type of its
 * error.
 */
export function createAnswerCheck(document: ContractDocument = readContract().document): AnswerCheck {
  const validator = new Validator(document)
  const table = new Map<string, ContractDocument['x-error-table'][number]>(
    document['x-error-table'].map((entry) => [entry.symbol, entry]),
  )
  const one = (answer: Record<string, unknown>): string => {
    assert.equal(answer.jsonrpc, '2.0')
    assert.ok('id' in answer)
    assert.ok('result' in answer !== 'error' in answer, 'result or error')
    if ('result' in answer) return 'ok'
    const { code, message, data } = answer.error as { code: number; message: string; data: { type: string } }
    const entry = table.get(data.type)
    assert.ok(entry, `${data.type} is not in the table`)
    assert.notEqual(data.type, 'internal_error')
    assert.deepEqual([code, message], [entry.code, entry.message])
    assert.deepEqual(validator.errorData(entry.symbol, data), [])
    return data.type
  }
  return (text) => {
    assert.ok(!isStackTrace(text), 'a stack trace')
    const answer = JSON.parse(text)
    return Array.isArray(answer) ? answer.map(one) : [one(answer)]
  }
}

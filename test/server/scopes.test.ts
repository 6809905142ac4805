import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readContract } from '../../src/server/contract/document.ts'
import { Validator } from '../../src/server/contract/validator.ts'
import { DEFAULT_LIMITS } from '../../src/server/limits.ts'
import { createHandlers } from '../../src/server/methods/handlers.ts'
import type { CallContext, Scope } from '../../src/server/rpc/context.ts'
import { createInvoke } from '../../src/server/rpc/invoke.ts'
import type { RpcError } from '../../src/server/rpc/rpc-error.ts'
import { sampleNode } from './support/sample-node.ts'

const { document } = readContract()
const node = sampleNode()
const invoke = createInvoke({
  document,
  access: node.access,
  handlers: createHandlers(node, document, DEFAULT_LIMITS),
  validator: new Validator(document),
  validateResponses: true,
})

function as(...scopes: readonly Scope[]): CallContext {
  return { caller: { key: 'test', scopes: new Set(scopes) }, subscriptions: undefined, afterAnswer: () => {} }
}

const nobody: CallContext = { ...as(), caller: { key: 'test', scopes: undefined } }

test('each method asks for its scope, and for no other', async () => {
  for (const { name, 'x-scope': scope } of document.methods) {
    if (scope === 'none') continue
    const others = (['read', 'message', 'pay', 'admin'] as const).filter((other) => other !== scope)
    await assert.rejects(invoke(name, {}, nobody), { symbol: 'unauthorized' }, name)
    await assert.rejects(
      invoke(name, {}, as(...others)),
      (error: RpcError) => {
        assert.deepEqual([error.symbol, error.details], ['scope_missing', { scope }], name)
        return true
      },
      name,
    )
  }
})

test('the scope is enough', async () => {
  assert.ok(await invoke('node.status', undefined, as('read')))
  assert.ok(await invoke('dev.mine', undefined, as('admin')))
})

test('what needs none is open to everybody', async () => {
  assert.equal(await invoke('rpc.discover', undefined, nobody), document)
})

test('scope is checked before parameters, so that nobody learns more than that', async () => {
  await assert.rejects(invoke('account.create', { junk: true }, as('read')), { symbol: 'scope_missing' })
})

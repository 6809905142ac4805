/** A method on its way out, in a contract made up for it: told by the types, and once by the client. */
import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import { after, test } from 'node:test'
import { buildModel } from '../../src/sdk/generate/model.ts'
import { emitTypeScript } from '../../src/sdk/generate/typescript.ts'
import type { createClient } from '../../src/sdk/index.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { startFakeNode } from '../support/fake-node.ts'

const deprecation = { since: '0.2.0', instead: 'chain.block', removedIn: '0.4.0' }
const { document } = readContract()
const madeUp = emitTypeScript(
  buildModel({
    ...(document as unknown as Parameters<typeof buildModel>[0]),
    methods: (document as unknown as Parameters<typeof buildModel>[0]).methods.map((method) =>
      method.name === 'chain.status' ? { ...method, 'x-deprecated': deprecation } : method,
    ),
  }),
  'hash',
)

const node = await startFakeNode()
after(() => node.close())

/** The SDK as it would be after `npm run generate` with that contract. */
async function sdkOfMadeUpContract(): Promise<{ createClient: typeof createClient }> {
  const hooks = registerHooks({
    load: (url, context, next) =>
      url.includes('/generated/contract.ts')
        ? { format: 'module-typescript', source: madeUp, shortCircuit: true }
        : next(url, context),
    resolve: (specifier, context, next) => {
      const found = next(specifier, context)
      return found.url.includes('/src/sdk/') ? { ...found, url: `${found.url}#made-up` } : found
    },
  })
  try {
    return await import('../../src/sdk/index.ts')
  } finally {
    hooks.deregister()
  }
}

test('the types say what to use instead', () => {
  assert.match(
    madeUp,
    /@deprecated Deprecated since 0\.2\.0,[\s*]+removed in 0\.4\.0: use[\s*]+chain\.block\./,
  )
})

test('the client warns at the first call of the method, and of no other', async () => {
  node.methods['chain.status'] = () => ({ height: 1 })
  node.methods['chain.fees'] = () => ({})
  const warnings: string[] = []
  const { createClient } = await sdkOfMadeUpContract()
  using client = createClient({
    url: node.url,
    token: 'secret',
    checkContract: false,
    onWarning: (message) => warnings.push(message),
  })
  await client.chain.fees()
  assert.deepEqual(warnings, [])
  await client.chain.status()
  await client.call('chain.status', {})
  assert.deepEqual(warnings, ['chain.status: Deprecated since 0.2.0, removed in 0.4.0: use chain.block.'])
})

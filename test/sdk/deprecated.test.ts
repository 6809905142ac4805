/** A method on its way out, in a contract made up for it: told by the types, and once by the client. */
import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import { after, test } from 'node:test'
import { emitGo } from '../../src/sdk/generate/go.ts'
import { emitJava } from '../../src/sdk/generate/java.ts'
import { buildModel } from '../../src/sdk/generate/model.ts'
import { emitPython } from '../../src/sdk/generate/python.ts'
import { emitRust } from '../../src/sdk/generate/rust.ts'
import { emitTypeScript } from '../../src/sdk/generate/typescript.ts'
import type { createClient } from '../../src/sdk/index.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { startFakeNode } from '../support/fake-node.ts'

const deprecation = { since: '0.2.0', instead: 'chain.block', removedIn: '0.4.0' }
const { document } = readContract()
const model = buildModel({
  ...(document as unknown as Parameters<typeof buildModel>[0]),
  methods: (document as unknown as Parameters<typeof buildModel>[0]).methods.map((method) =>
    method.name === 'chain.status' ? { ...method, 'x-deprecated': deprecation } : method,
  ),
})
const madeUp = emitTypeScript(model, 'hash')

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

/** The text of one file that a language gets of that contract, and of the present one. */
function emitted(emit: typeof emitPython, path: string): [text: string, before: string] {
  const present = buildModel(document as unknown as Parameters<typeof buildModel>[0])
  const of = (each: typeof model) => emit(each, 'hash').find(([name]) => name.endsWith(path))?.[1]
  return [of(model) ?? assert.fail(path), of(present)!]
}

/** In other languages the runtime is told by a table, and the tools of the language by its own mark. */
const MARKS: readonly (readonly [string, typeof emitPython, string, RegExp])[] = [
  [
    'Python warns by a decorator',
    emitPython,
    '/methods.py',
    /from \.\.deprecation import deprecated\n[\s\S]*\n {4}@deprecated\("chain\.status: Deprecated since 0\.2\.0, removed in 0\.4\.0: use chain\.block\."\)\n {4}def status\(/,
  ],
  [
    'asyncio, too',
    emitPython,
    '/async_methods.py',
    /@deprecated\("chain\.status: [^"]*"\)\n {4}async def status\(/,
  ],
  [
    'Python calls by name',
    emitPython,
    '/contract.py',
    /"chain\.status": Method\([^)]*\(\),[^)]*\(\),\s+result=t\.ChainStatus,\s+deprecated="chain\.status: Deprecated since/,
  ],
  [
    'Go documents it as its tools expect',
    emitGo,
    '/methods_gen.go',
    /\n\/\/\n\/\/ Deprecated: since 0\.2\.0, removed in 0\.4\.0: use chain\.block\.\nfunc \(m ChainMethods\) Status\(/,
  ],
  [
    'Go warns',
    emitGo,
    '/contract_gen.go',
    /"chain\.status": +\{deprecated: "Deprecated since 0\.2\.0, removed in 0\.4\.0: use chain\.block\."\},/,
  ],
  [
    'Rust marks the function',
    emitRust,
    '/methods.rs',
    /#\[deprecated\(since = "0\.2\.0", note = "use chain\.block; removed in 0\.4\.0"\)\]\n {4}pub fn status\(/,
  ],
  [
    'Rust warns',
    emitRust,
    'src/generated/mod.rs',
    /DEPRECATED: &\[\(&str, &str\)\] = &\[\n {4}\("chain\.status", "Deprecated since [^"]*"\),\n\];/,
  ],
  [
    'Java marks the method',
    emitJava,
    '/ChainMethods.java',
    /@deprecated Deprecated since 0\.2\.0, removed in 0\.4\.0: use chain\.block\.\n {3}\*\/\n {2}@Deprecated\(since = "0\.2\.0", forRemoval = true\)\n {2}public ChainStatus status\(/,
  ],
  [
    'Java warns',
    emitJava,
    '/MethodFacts.java',
    /DEPRECATED = Map\.ofEntries\(\n\s+Map\.entry\("chain\.status", "Deprecated since [^"]*"\)\);/,
  ],
]
for (const [name, emit, path, mark] of MARKS) {
  test(name, () => {
    const [text, before] = emitted(emit, path)
    assert.match(text, mark)
    assert.doesNotMatch(before, /deprecated since|@deprecated|#\[deprecated/i)
  })
}

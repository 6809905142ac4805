import assert from 'node:assert/strict'
import { afterEach, describe, mock, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import type * as loader from '../../../../src/protocol/crypto/kernel/kernel.ts'

const KERNEL = new URL('../../../../src/protocol/crypto/kernel/kernel.ts', import.meta.url).href

let copies = 0

/** The loader as it is before its first use. */
function freshLoader(): Promise<typeof loader> {
  return import(`${KERNEL}?copy=${++copies}`)
}

/** Makes an engine out of this one: `instantiate` sees the number of instances made before and may throw. */
function engine(instantiate: (before: number, exports: object) => object): () => number {
  const Instance = WebAssembly.Instance
  let made = 0
  mock.method(WebAssembly, 'Instance', function Pretended(module: WebAssembly.Module) {
    return { exports: instantiate(made++, new Instance(module).exports) }
  })
  return () => made
}

describe('the choice of a module', () => {
  afterEach(() => mock.restoreAll())

  test('does no work at import, nor more than once', async () => {
    const made = engine((_before, exports) => exports)
    const compiled = mock.method(WebAssembly, 'Module', WebAssembly.Module)
    const { kernel } = await freshLoader()
    assert.equal(made() + compiled.mock.callCount(), 0)
    kernel()
    const first = made()
    assert.ok(first > 0)
    kernel()
    assert.equal(made(), first)
  })

  test('falls on simd where that computes rightly', async () => {
    const { kernel } = await freshLoader()
    engine((_before, exports) => ({ ...exports, selfTest: () => 1 }))
    assert.equal(kernel().variant, 'simd')
  })

  test('falls on plain WebAssembly where simd does not compile', async () => {
    const { kernel } = await freshLoader()
    engine((_before, exports) => ({ ...exports, selfTest: () => 1 }))
    const Module = WebAssembly.Module
    let compiled = 0
    mock.method(WebAssembly, 'Module', function Pretended(bytes: BufferSource) {
      if (compiled++ === 0) throw new WebAssembly.CompileError('invalid value type')
      return new Module(bytes)
    })
    assert.equal(kernel().variant, 'portable')
  })

  test('falls on plain WebAssembly where simd computes otherwise', async () => {
    const { kernel } = await freshLoader()
    engine((before, exports) => ({ ...exports, selfTest: () => (before === 0 ? 0 : 1) }))
    assert.equal(kernel().variant, 'portable')
  })

  test('falls on plain WebAssembly where simd traps', async () => {
    const { kernel } = await freshLoader()
    engine((before, exports) => ({
      ...exports,
      selfTest() {
        if (before === 0) throw new WebAssembly.RuntimeError('unreachable')
        return 1
      },
    }))
    assert.equal(kernel().variant, 'portable')
  })

  test('is an error where every module computes otherwise', async () => {
    const { kernel, KernelError } = await freshLoader()
    engine((_before, exports) => ({ ...exports, selfTest: () => 0 }))
    const refused = (error: unknown) => error instanceof KernelError && error.code === 'unsupported'
    assert.throws(kernel, refused)
    assert.throws(kernel, refused)
  })

  test('is an error where there is no WebAssembly', async () => {
    const { kernel, KernelError } = await freshLoader()
    const kept = WebAssembly
    Reflect.deleteProperty(globalThis, 'WebAssembly')
    try {
      assert.throws(kernel, (error) => error instanceof KernelError && error.code === 'unsupported')
    } finally {
      globalThis.WebAssembly = kept
    }
  })

  test('decodes with what the engine has', async () => {
    const own = Object.getOwnPropertyDescriptor(Uint8Array, 'fromBase64')
    const decode = mock.fn((text: string) => new Uint8Array(Buffer.from(text, 'base64')))
    Object.defineProperty(Uint8Array, 'fromBase64', { value: decode, configurable: true })
    try {
      const { instantiateKernel } = await freshLoader()
      assert.ok(instantiateKernel('portable').exports.heapBase() > 0)
      assert.equal(decode.mock.callCount(), 1)
    } finally {
      if (own) Object.defineProperty(Uint8Array, 'fromBase64', own)
      else Reflect.deleteProperty(Uint8Array, 'fromBase64')
    }
  })
})

test('a worker thread has a kernel of its own', async () => {
  const code = `import(${JSON.stringify(KERNEL)}).then(({ kernel }) => {
    const bytes = kernel().call((frame) => frame.get(frame.put(Uint8Array.of(1, 2, 3)), 3))
    require('node:worker_threads').parentPort.postMessage(bytes)
  })`
  const worker = new Worker(code, { eval: true })
  try {
    const answer = await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject))
    assert.deepEqual(answer, Uint8Array.of(1, 2, 3))
  } finally {
    await worker.terminate()
  }
})

/** One call of a method of the contract: is it known, may the caller, are the parameters good, and what comes of it. */
import type { MethodName, Methods } from '../../sdk/generated/contract.ts'
import type { ContractDocument } from '../contract/document.ts'
import type { Fault, Validator } from '../contract/validator.ts'
import type { CallContext, Scope } from './context.ts'
import type { Invoke } from './dispatcher.ts'
import { RpcError } from './rpc-error.ts'

export type Handler<Name extends MethodName> = (
  params: Methods[Name]['params'],
  context: CallContext,
) => Methods[Name]['result'] | Promise<Methods[Name]['result']>

/** A handler for every method of the contract and for nothing else. */
export type Handlers = { readonly [Name in MethodName]: Handler<Name> }

/** The handlers of one group: those of `chain.` are `Group<'chain'>`. */
export type Group<Prefix extends string> = Pick<Handlers, Extract<MethodName, `${Prefix}.${string}`>>

export type InvokeModules = {
  readonly document: ContractDocument
  readonly handlers: Handlers
  readonly validator: Validator
  /** Whether answers are held against the contract, too. A result that does not fit becomes an internal error. */
  readonly validateResponses: boolean
}

/** Makes the function that carries out calls. It throws what becomes an error of the contract. */
export function createInvoke({ document, handlers, validator, validateResponses }: InvokeModules): Invoke {
  const scopes = new Map<string, string>(document.methods.map((method) => [method.name, method['x-scope']]))
  return async (name, given, context) => {
    const scope = scopes.get(name)
    if (scope === undefined) throw new RpcError('unknown_method', { method: name.slice(0, 64) })
    if (scope !== 'none') requireScope(context, scope as Scope)
    const method = name as MethodName
    const params = byName(given)
    const faults = validator.params(method, params)
    if (faults.length > 0) throw new RpcError('invalid_params', { faults })
    // The map's type ties each handler to its own parameters; that they fit was checked against the schema just now.
    const handler = handlers[method] as (params: unknown, context: CallContext) => unknown
    const result = await handler(params, context)
    if (validateResponses) refuseFaults(name, validator.result(method, result))
    return result
  }
}

function requireScope({ caller }: CallContext, scope: Scope): void {
  if (!caller.scopes) throw new RpcError('unauthorized', {})
  if (!caller.scopes.has(scope)) throw new RpcError('scope_missing', { scope })
}

/** Parameters go by name. An empty list is what some clients send for none. */
function byName(params: unknown): unknown {
  if (params === undefined) return {}
  if (!Array.isArray(params)) return params
  if (params.length === 0) return {}
  throw new RpcError('invalid_params', {
    faults: [{ pointer: '', message: 'parameters go by name: an object, not a list' }],
  })
}

function refuseFaults(name: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const list = faults.map(({ pointer, message }) => `${pointer || 'it'} ${message}`).join('; ')
  throw new Error(`the result of ${name} does not fit the contract: ${list}`)
}

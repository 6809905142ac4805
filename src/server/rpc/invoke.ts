/** One call of a method of the contract: is it known, may the caller, are the parameters good, and what comes of it. */
import type { Access, CallNote, CallRules } from '../../node/access/access.ts'
import type { CallKey } from '../../node/call.ts'
import { NodeError } from '../../node/errors.ts'
import type { MethodName, Methods } from '../../sdk/generated/contract.ts'
import { METHOD_RULES, type Rule } from '../auth/method-rules.ts'
import { assertAccounts, assertMethod } from '../auth/narrowing.ts'
import { feesOf, idsOf } from '../auth/outcomes.ts'
import type { ContractDocument } from '../contract/document.ts'
import type { Fault, Validator } from '../contract/validator.ts'
import type { CallContext, Scope } from './context.ts'
import type { Invoke } from './dispatcher.ts'
import { RpcError } from './rpc-error.ts'

/** Parameters as handlers get them: a key comes with the call it belongs to, and goes on to the node like that. */
export type Given<Params> = 'idempotencyKey' extends keyof Params
  ? Omit<Params, 'idempotencyKey'> & { readonly idempotencyKey?: CallKey | undefined }
  : Params

export type Handler<Name extends MethodName> = (
  params: Given<Methods[Name]['params']>,
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
  /** Budgets, and the log of what was done. */
  readonly access: Pick<Access, 'assertActive' | 'call' | 'performed' | 'refused'>
}

type Method = { readonly name: MethodName; readonly scope: Scope | undefined; readonly rule: Rule }

/** What the log tells of refused calls: lack of rights, not faults of the call. */
const REFUSALS: ReadonlySet<string> = new Set([
  'scope_missing',
  'method_not_allowed',
  'account_not_allowed',
  'over_budget',
  'token_expired',
  'token_revoked',
  'wrong_passphrase',
])

/** Makes the function that carries out calls. It throws what becomes an error of the contract. */
export function createInvoke(modules: InvokeModules): Invoke {
  const { document, handlers, validator, validateResponses, access } = modules
  const methods = new Map<string, Method>(
    document.methods.map(({ name, 'x-scope': scope }) => [
      name,
      { name, scope: scope === 'none' ? undefined : (scope as Scope), rule: METHOD_RULES.get(name)! },
    ]),
  )

  const carryOut = async (method: Method, given: unknown, context: CallContext): Promise<unknown> => {
    const { name, scope, rule } = method
    const { caller } = context
    if (caller.token) access.assertActive(caller.token)
    if (scope !== undefined) assertMethod(caller, name, scope)
    const params = byName(given)
    const faults = validator.params(name, params)
    if (faults.length > 0) throw new RpcError('invalid_params', { faults })
    assertAccounts(caller, rule.accounts, params)
    // The map's type ties each handler to its own parameters; that they fit was checked against the schema just now.
    const handler = handlers[name] as (params: unknown, context: CallContext) => unknown
    const note = rule.audited ? noteOf(name, params, context) : undefined
    if (!note) return handler(params, context)
    if (rule.keyed) {
      const call = access.call(note, rulesOf(rule, params))
      return handler({ ...(params as object), idempotencyKey: call }, context)
    }
    const result = await handler(params, context)
    await access.performed(note, idsOf(result))
    return result
  }

  return async (name, given, context) => {
    const method = methods.get(name)
    if (!method) throw new RpcError('unknown_method', { method: name.slice(0, 64) })
    try {
      const result = await carryOut(method, given, context)
      if (validateResponses) refuseFaults(name, validator.result(method.name, result))
      return result
    } catch (error) {
      const refusal = method.rule.audited && context.caller.scopes && symbolOf(error)
      if (refusal && REFUSALS.has(refusal)) access.refused(noteOf(method.name, given, context), refusal)
      throw error
    }
  }
}

/** What is kept of a call; parameters of a refused one may be anything. */
function noteOf(method: MethodName, params: unknown, { caller }: CallContext): CallNote {
  const { accountId, idempotencyKey } = Object(params) as Record<string, unknown>
  const account = typeof accountId === 'string' && /^[0-9a-f]{16}$/.test(accountId) ? accountId : undefined
  const key = typeof idempotencyKey === 'string' ? idempotencyKey : undefined
  return { token: caller.token, method, accountId: account, key }
}

function rulesOf({ takes }: Rule, params: unknown): CallRules {
  if (typeof takes !== 'function') return { least: 0n, cost: () => 0n, made: idsOf }
  const amount = takes(params as never)
  // there is no transaction without a fee
  return { least: amount > 0n ? amount : 1n, cost: (outcome) => amount + feesOf(outcome), made: idsOf }
}

function symbolOf(error: unknown): string | undefined {
  if (error instanceof RpcError) return error.symbol
  return error instanceof NodeError ? error.code : undefined
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

/**
 * Checks values against the contract's schemas. A schema is compiled when it is first needed, so that a server starts at
 * once.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { ErrorSymbol, MethodName } from '../../sdk/generated/contract.ts'
import { MAX_FAULTS, MAX_PARAMETERS } from '../limits.ts'
import { type ContractDocument, type ContractMethod, paramsSchema, type Schema } from './document.ts'
import { FORMATS } from './formats.ts'

/** One thing that is wrong, and where: a JSON pointer into the value. */
export type Fault = { readonly pointer: string; readonly message: string }

const NO_FAULTS: readonly Fault[] = []
const TOO_MANY: readonly Fault[] = [
  { pointer: '', message: `must not have more than ${MAX_PARAMETERS} parameters` },
]
const CONTRACT = 'contract'
const EXTENSIONS = ['components', 'x-brand', 'x-transitions']

export class Validator {
  readonly #ajv: Ajv
  readonly #methods: ReadonlyMap<string, ContractMethod>
  readonly #topics: ReadonlyMap<string, Schema>
  readonly #errors: ReadonlyMap<string, Schema>
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(document: ContractDocument) {
    this.#ajv = new Ajv({ allErrors: true, strict: true, validateSchema: false, formats: FORMATS })
    for (const keyword of EXTENSIONS) this.#ajv.addKeyword(keyword)
    this.#ajv.addSchema({ components: document.components }, CONTRACT)
    this.#methods = new Map(document.methods.map((method) => [method.name, method]))
    this.#errors = new Map(document['x-error-table'].map(({ symbol, data }) => [symbol, data]))
    const streams = document.methods.find((method) => method['x-subscription'])?.['x-subscription']
    const topics = Object.entries({ ...streams?.topics, ...streams?.markers })
    this.#topics = new Map(topics.map(([topic, { event }]) => [topic, event]))
  }

  /** Faults of the parameters of a call; none when they are good. */
  params(name: MethodName, params: unknown): readonly Fault[] {
    if (tooMany(params)) return TOO_MANY
    const method = this.#methods.get(name)!
    const faults = this.#check(`params of ${name}`, () => paramsSchema(method), params)
    const choice = method['x-exactly-one-of']
    if (faults.length > 0 || choice === undefined) return faults
    const given = choice.filter((parameter) => (params as Record<string, unknown>)[parameter] !== undefined)
    return given.length === 1
      ? NO_FAULTS
      : [{ pointer: '', message: `exactly one of ${choice.join(', ')} is needed` }]
  }

  result(name: MethodName, result: unknown): readonly Fault[] {
    return this.#check(`result of ${name}`, () => this.#methods.get(name)!.result.schema, result)
  }

  event(topic: string, event: unknown): readonly Fault[] {
    const schema = this.#topics.get(topic)
    return schema
      ? this.#check(`event ${topic}`, () => schema, event)
      : [{ pointer: '', message: 'unknown topic' }]
  }

  errorData(symbol: ErrorSymbol, data: unknown): readonly Fault[] {
    return this.#check(`error ${symbol}`, () => this.#errors.get(symbol)!, data)
  }

  #check(key: string, schema: () => Schema, value: unknown): readonly Fault[] {
    let validate = this.#compiled.get(key)
    if (!validate) {
      validate = this.#ajv.compile(pointToContract(schema()) as Schema)
      this.#compiled.set(key, validate)
    }
    return validate(value) ? NO_FAULTS : (validate.errors ?? []).slice(0, MAX_FAULTS).map(faultOf)
  }
}

/** A fault is made for every parameter that is not known: a call must not ask for more of them than can be told. */
function tooMany(params: unknown): boolean {
  return typeof params === 'object' && params !== null && Object.keys(params).length > MAX_PARAMETERS
}

/** References inside the document become references to the document. */
function pointToContract(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointToContract)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? `${CONTRACT}${value}` : pointToContract(value),
    ]),
  )
}

function faultOf({ keyword, instancePath, params, message }: ErrorObject): Fault {
  switch (keyword) {
    case 'required':
      return {
        pointer: `${instancePath}/${escapePointer(String(params.missingProperty))}`,
        message: 'is missing',
      }
    case 'additionalProperties':
      return {
        pointer: `${instancePath}/${escapePointer(String(params.additionalProperty))}`,
        message: 'is not known here',
      }
    case 'enum':
      return {
        pointer: instancePath,
        message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}`,
      }
    default:
      return { pointer: instancePath, message: message ?? keyword }
  }
}

/** A name as a token of a JSON pointer; the caller chose it, so it is cut. */
function escapePointer(name: string): string {
  return name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Emits the model as Go: what is named *_gen.go in sdks/go. The runtime beside it is written by hand. */
import type { Deprecation } from './document.ts'
import { aligned, comment, fieldsText, goName, HEADER, quote, type Types, typeText } from './go-text.ts'
import {
  callable,
  groupsOf,
  type MethodModel,
  type Model,
  type NamedType,
  pageItems,
  SECRET_TYPES,
  type TopicModel,
} from './model.ts'
import { leaving, sentence } from './words.ts'

const FOLDER = 'sdks/go'

/** Every generated file of the Go SDK, with its text. */
export function emitGo(model: Model, hash: string): [path: string, text: string][] {
  const types: Types = new Map(model.types.map((each) => [each.name, each.type]))
  return [
    [`${FOLDER}/contract_gen.go`, emitContract(model, hash)],
    [`${FOLDER}/types_gen.go`, emitTypes(model, types)],
    [`${FOLDER}/errors_gen.go`, emitErrors(model)],
    [`${FOLDER}/items_gen.go`, emitItems(model)],
    [`${FOLDER}/methods_gen.go`, emitMethods(model, types)],
  ]
}

function emitContract(model: Model, hash: string): string {
  const facts = callable(model).map(({ name, idempotency, deprecated }) => {
    const said = [
      ...(idempotency === 'key' ? ['keyed: true'] : []),
      ...(deprecated ? [`deprecated: ${quote(leaving(deprecated))}`] : []),
    ]
    return [`${quote(name)}:`, `{${said.join(', ')}},`] as const
  })
  return `${HEADER}
// Version is that of the contract this was made from, and of this module.
const Version = ${quote(model.version)}

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = ${quote(hash)}

// methodFacts is what the runtime has to know of a method.
type methodFacts struct {
	// Whether it takes an idempotency key.
	keyed bool

	// What to say of it, if it is on its way out.
	deprecated string
}

// contractMethods has every method but those that concern a connection.
var contractMethods = map[string]methodFacts{
${aligned(facts, '\t')}}
`
}

function emitTypes(model: Model, types: Types): string {
  return `${HEADER}${model.types.map((each) => namedText(each, types)).join('')}`
}

function namedText(named: NamedType, types: Types): string {
  const { name, description, type } = named
  const own = goName(name)
  const about = `\n${comment(sentence(`${own}: ${description}`))}`
  // Written by hand: they are more than their text.
  if (type.kind === 'string' && own === typeText(type)) return ''
  if (type.kind === 'object') {
    const item = pageItems(type.fields)
    if (item) return `${about}type ${own} = Page[${typeText(item)}]\n`
    return `${about}type ${own} struct${body(fieldsText(type.fields, types))}`
  }
  if (SECRET_TYPES.has(name)) return `${about}${secretText(own)}`
  if (type.kind !== 'string' || !type.values) return `${about}type ${own} = ${typeText(type)}\n`
  const values = type.values.map((value) => [`${own}${goName(value)}`, `${own} = ${quote(value)}`] as const)
  return `${about}type ${own} string

// What ${own} can be. A newer node may say others.
const (
${aligned(values, '\t')})
`
}

function body(fields: string): string {
  return fields === '' ? '{}\n' : ` {\n${fields}}\n`
}

function secretText(name: string): string {
  return `type ${name} string

// String hides it: what prints a value does not give it away. The text itself is string(v).
func (${name}) String() string { return hidden }

// GoString hides it, too.
func (${name}) GoString() string { return hidden }
`
}

function emitErrors({ errors }: Model): string {
  const constants = errors.map(
    ({ symbol, code, meaning }) =>
      `${comment(`${errorName(symbol)} (${code}): ${sentence(meaning)}`, '\t')}\t${errorName(symbol)} Symbol = ${quote(symbol)}\n`,
  )
  const data = errors.map(({ symbol, data: type }) => {
    return [`${errorName(symbol)}:`, `func() any { return new(${typeText(type)}) },`] as const
  })
  return `${HEADER}
// The errors of the contract: errors.Is(err, stegos.ErrInsufficientFunds). Numbers never change their meaning.
const (
${constants.join('\n')})

// errorData makes what travels with each error, to be decoded into.
var errorData = map[Symbol]func() any{
${aligned(data, '\t')}}
`
}

function errorName(symbol: string): string {
  return `Err${goName(symbol)}`
}

function emitItems({ topics, markers }: Model): string {
  const told = [...topics, ...markers.filter(({ name }) => name !== 'stop')]
  const makers = told.map(
    ({ name }) =>
      [`${quote(name)}:`, `func(at place) decodable { return &${goName(name)}Item{place: at} },`] as const,
  )
  return `${HEADER}${told.map(itemText).join('')}
// items makes the item of each topic, to be decoded into.
var items = map[string]func(at place) decodable{
${aligned(makers, '\t')}}
`
}

function itemText({ name, summary, event }: TopicModel): string {
  const own = `${goName(name)}Item`
  return `
${comment(sentence(`${own} is an item of ${name}: ${summary}`))}type ${own} struct {
	place

	Event ${typeText(event)}
}

// Topic is ${quote(name)}.
func (*${own}) Topic() string { return ${quote(name)} }

func (item *${own}) event() any { return &item.Event }
`
}

function emitMethods(model: Model, types: Types): string {
  const groups = groupsOf(callable(model))
  const names = [...groups.keys()].map(goName)
  return `${HEADER}
import "context"

// Methods has all methods of the contract, in their groups.
type Methods struct {
${aligned(
  names.map((name) => [name, `${name}Methods`] as const),
  '\t',
)}}

func newMethods(c *caller) Methods {
	return Methods{
${aligned(
  names.map((name) => [`${name}:`, `${name}Methods{c},`] as const),
  '\t\t',
)}	}
}
${[...groups].map(([group, methods]) => groupText(group, methods, types)).join('')}`
}

function groupText(group: string, methods: readonly MethodModel[], types: Types): string {
  return `
// ${goName(group)}Methods has the methods ${group}.*.
type ${goName(group)}Methods struct{ caller *caller }
${methods.map((method) => methodText(group, method, types)).join('')}`
}

function methodText(group: string, method: MethodModel, types: Types): string {
  const { name, summary, description, params, exactlyOneOf, errors, result, idempotency, deprecated } = method
  const own = goName(name.split('.')[1]!)
  const paramsName = `${goName(name)}Params`
  const resultText = typeText(result)
  const choice = exactlyOneOf.map(goName).join(' and ')
  const about = [
    `${own} calls ${name}: ${sentence(summary)} ${sentence(description)}`,
    ...(choice ? [`Give exactly one of ${choice}.`] : []),
    ...(errors.length > 0 ? [`Errors of its own: ${errors.map(errorName).join(', ')}.`] : []),
  ].join(' ')
  const taken = params.length > 0 ? `, params ${paramsName}` : ''
  const keyed = idempotency === 'key'
  const declared =
    params.length === 0
      ? ''
      : `
${comment(`${paramsName} are the parameters of ${name}.`)}type ${paramsName} struct${body(fieldsText(params, types))}`
  const key = keyed ? 'params.IdempotencyKey' : '""'
  const given = params.length > 0 ? 'params' : 'struct{}{}'
  return `${declared}
${comment(about)}${deprecated ? `//\n${comment(goLeaving(deprecated))}` : ''}func (m ${goName(group)}Methods) ${own}(ctx context.Context${taken}) (*${resultText}, error) {
${keyed ? '\tparams.IdempotencyKey = keyOr(params.IdempotencyKey)\n' : ''}	return invoke[${resultText}](ctx, m.caller, ${quote(name)}, ${key}, ${given})
}
`
}

/** The paragraph that Go's tools look for. */
function goLeaving(deprecated: Deprecation): string {
  return leaving(deprecated).replace('Deprecated since', 'Deprecated: since')
}

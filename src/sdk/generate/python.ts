/** Emits the model as Python: what sdks/python/stegos/generated holds. The runtime beside it is written by hand. */
import { callable, type ErrorModel, type Field, type Model, pascalCase, type TopicModel } from './model.ts'
import { emitMethods } from './python-methods.ts'
import { attribute, codec, docString, HEADER, quote, type Types, typeText } from './python-text.ts'
import { emitTypes } from './python-types.ts'
import { leaving, sentence } from './words.ts'

const FOLDER = 'sdks/python/stegos/generated'

/** Every generated file of the Python SDK, with its text. */
export function emitPython(model: Model, hash: string): [path: string, text: string][] {
  const types: Types = new Map(model.types.map((each) => [each.name, each.type]))
  return [
    [`${FOLDER}/__init__.py`, `${HEADER}"""What follows from the contract."""\n`],
    [
      `${FOLDER}/version.py`,
      `${HEADER}"""Version of this package: that of its contract."""\n\nVERSION = ${quote(model.version)}\n`,
    ],
    [`${FOLDER}/types.py`, emitTypes(model, types)],
    [`${FOLDER}/errors.py`, emitErrors(model, types)],
    [`${FOLDER}/items.py`, emitItems(model, types)],
    [`${FOLDER}/contract.py`, emitContract(model, hash, types)],
    [`${FOLDER}/methods.py`, emitMethods(model, 'plain')],
    [`${FOLDER}/async_methods.py`, emitMethods(model, 'async')],
  ]
}

/** `insufficient_funds` → `InsufficientFundsError`. */
export function errorClass(symbol: string): string {
  const name = pascalCase(symbol)
  return name.endsWith('Error') ? name : `${name}Error`
}

function emitErrors({ errors }: Model, types: Types): string {
  const classes = errors.map((error) => errorText(error, types))
  const table = errors.map(({ symbol }) => `    ${quote(symbol)}: ${errorClass(symbol)},\n`)
  return `${HEADER}"""The errors of the contract, each a class of its own. Numbers never change their meaning."""

from typing import Any, ClassVar, Dict, Type

from . import types as t
from ..errors import StegosError

__all__ = [
${errors.map(({ symbol }) => `    "${errorClass(symbol)}",\n`).join('')}]

${classes.join('\n')}
ERRORS: Dict[str, Type[StegosError]] = {
${table.join('')}}
"""The class of each symbol."""
`
}

function errorText({ symbol, code, meaning, retryable, data }: ErrorModel, types: Types): string {
  const retry = retryable ? 'The same call may succeed later.' : ''
  return `
class ${errorClass(symbol)}(StegosError):
${docString(`${sentence(meaning)} ${retry}`.trim(), '    ')}
    NUMBER: ClassVar[int] = ${code}
    SYMBOL: ClassVar[str] = ${quote(symbol)}
    DATA: ClassVar[Any] = ${codec(data, types)}

    data: ${typeText(data, 't.')}
`
}

function emitItems({ topics, markers }: Model, types: Types): string {
  const told = [...topics, ...markers.filter(({ name }) => name !== 'stop')]
  const union = told.map(({ name }) => itemClass(name))
  return `${HEADER}"""The steps of a stream. Tell them apart by class, or by \`topic\`."""

from dataclasses import dataclass
from typing import Any, Callable, Dict, Literal, Union

from . import types as t
from ..item import Item, UnknownItem

__all__ = [
${[...union, 'StreamItem'].map((name) => `    "${name}",\n`).join('')}]

${told.map(itemText).join('\n')}

StreamItem = Union[
${[...union, 'UnknownItem'].map((name) => `    ${name},\n`).join('')}]
"""One step of a stream."""

ITEMS: Dict[str, Callable[[str, Any], StreamItem]] = {
${told.map((topic) => makerText(topic, types)).join('')}}
"""What makes the item of each topic, of a cursor and an event in JSON."""
`
}

function makerText({ name, event }: TopicModel, types: Types): string {
  const made = `${itemClass(name)}(cursor, ${codec(event, types)}.from_json(event))`
  return `    ${quote(name)}: lambda cursor, event: ${made},\n`
}

function itemClass(topic: string): string {
  return `${pascalCase(topic)}Item`
}

function itemText({ name, summary, event }: TopicModel): string {
  return `
@dataclass(frozen=True)
class ${itemClass(name)}(Item):
${docString(summary, '    ')}
    event: ${typeText(event, 't.')}
    topic: Literal[${quote(name)}] = ${quote(name)}
`
}

function emitContract(model: Model, hash: string, types: Types): string {
  const specs = callable(model).map(
    ({ name, idempotency, params, result, exactlyOneOf, deprecated }) =>
      `    ${quote(name)}: Method(
        ${quote(name)},
        keyed=${idempotency === 'key' ? 'True' : 'False'},
        params=(${params.map((param) => `\n            ${wireText(param, types)},`).join('')}${params.length > 0 ? '\n        ' : ''}),
        exactly_one_of=(${exactlyOneOf.map((each) => `${quote(each)}, `).join('')}),
        result=${codec(result, types)},
${deprecated ? `        deprecated=${quote(`${name}: ${leaving(deprecated)}`)},\n` : ''}    ),\n`,
  )
  return `${HEADER}"""Which contract this is, and how each call looks on the wire."""

from typing import Dict

from . import types as t
from .version import VERSION
from ..method import Method
from ..record import AMOUNT, BYTES, PLAIN, TIME, Wire, each

CONTRACT_VERSION = VERSION
"""Version of the contract this was made from."""

CONTRACT_HASH = ${quote(hash)}
"""SHA-256 of the contract in canonical form; \`node.version\` tells that of the node."""

METHODS: Dict[str, Method] = {
${specs.join('')}}
"""Every method but those that concern a connection, which streams look after."""
`
}

/** A field as the runtime encodes and decodes it. */
export function wireText(field: Field, types: Types, prefix = 't.'): string {
  const required = field.required ? '' : ', required=False'
  return `Wire(${quote(field.name)}, ${quote(attribute(field.name))}, ${codec(field.type, types, prefix)}${required})`
}

/** Emits the methods of the contract as Python: one class per group, once for plain programs and once for asyncio. */
import { callable, type Field, groupsOf, type MethodModel, type Model, pascalCase } from './model.ts'
import { errorClass } from './python.ts'
import { attribute, docString, escaped, HEADER, quote, typeText } from './python-text.ts'
import { leaving, sentence, wrap } from './words.ts'

/** Whether a call blocks or is awaited. */
export type Style = 'plain' | 'async'

/** The text of methods.py or async_methods.py. */
export function emitMethods(model: Model, style: Style): string {
  const groups = groupsOf(callable(model))
  const leave = model.methods.some(({ deprecated }) => deprecated)
    ? 'from ..deprecation import deprecated\n'
    : ''
  const about = style === 'plain' ? 'calls that return when they are answered' : 'calls to be awaited'
  const caller = style === 'plain' ? 'PlainCall' : 'AsyncCall'
  return `${HEADER}"""The methods of the contract: ${about}."""

from typing import Any, Dict, Optional, Sequence

from . import types as t
from .contract import METHODS
${leave}from ..method import ${caller}

${[...groups].map(([group, methods]) => groupText(group, methods, style, caller)).join('\n')}

class Methods:
    """All groups of methods."""

    def __init__(self, call: ${caller}) -> None:
${[...groups.keys()].map((group) => `        self.${group} = ${pascalCase(group)}Methods(call)\n`).join('')}`
}

function groupText(group: string, methods: readonly MethodModel[], style: Style, caller: string): string {
  return `
class ${pascalCase(group)}Methods:
    """The methods \`${group}.*\`."""

    def __init__(self, call: ${caller}) -> None:
        self._call = call
${methods.map((method) => methodText(method, style)).join('')}`
}

function methodText(method: MethodModel, style: Style): string {
  const { name, params, result, deprecated } = method
  const mark = deprecated ? `    @deprecated(${quote(`${name}: ${leaving(deprecated)}`)})\n` : ''
  const needed = params.filter(({ required }) => required)
  const optional = params.filter(({ required }) => !required)
  const declared = [
    ...needed.map((param) => `${attribute(param.name)}: ${paramType(param)}`),
    ...optional.map((param) => `${attribute(param.name)}: Optional[${paramType(param)}] = None`),
    'timeout: Optional[float] = None',
  ]
  const [def, wait] = style === 'plain' ? ['def', ''] : ['async def', 'await ']
  const given = params.map((param) => `                ${quote(param.name)}: ${attribute(param.name)},\n`)
  const kept = given.length === 0 ? '{}' : `{\n${given.join('')}            }`
  return `
${mark}    ${def} ${attribute(name.split('.')[1]!)}(
        self,
        *,
${declared.map((each) => `        ${each},\n`).join('')}    ) -> ${typeText(result, 't.')}:
${docString(sentence(method.summary), '        ', aboutText(method))}        result: ${typeText(result, 't.')} = ${wait}self._call(
            METHODS[${quote(name)}],
            ${kept},
            timeout,
        )
        return result
`
}

function paramType({ type }: Field): string {
  return type.kind === 'array' ? `Sequence[${typeText(type.items, 't.')}]` : typeText(type, 't.')
}

/** Lines of a doc string: what it does, its parameters, its errors. */
function aboutText({ name, description, params, exactlyOneOf, errors }: MethodModel): string[] {
  const choice = exactlyOneOf.map((each) => `\`${attribute(each)}\``).join(' and ')
  const about = [
    ...wrap(
      escaped(`\`${name}\`. ${sentence(description)}${choice && ` Give exactly one of ${choice}.`}`),
      99,
    ),
    '',
    'Args:',
    ...params.flatMap((param) => argument(attribute(param.name), param.description)),
    ...argument('timeout', 'Seconds one attempt may take, instead of those of the client.'),
  ]
  if (errors.length === 0) return about
  const raised = wrap(`${errors.map(errorClass).join(', ')}; and those that every call can meet.`, 95)
  return [...about, '', 'Raises:', ...raised.map((line) => `    ${line}`)]
}

function argument(name: string, about: string): string[] {
  return wrap(escaped(`${name}: ${sentence(about)}`), 93).map(
    (line, index) => (index === 0 ? '    ' : '        ') + line,
  )
}

/** Emits the types of the contract as Python: frozen dataclasses, and aliases for what is no object. */
import { type Field, type Model, type NamedType, SECRET_TYPES, type Type } from './model.ts'
import { wireText } from './python.ts'
import { attribute, docString, HEADER, type Types, typeText } from './python-text.ts'

/** The text of types.py. */
export function emitTypes(model: Model, types: Types): string {
  const texts = inOrder(model.types).map((named) =>
    named.type.kind === 'object' ? classText(named, named.type.fields, types) : aliasText(named),
  )
  return `${HEADER}"""The types of the contract: amounts are int in base units, times are datetime in UTC, bodies are bytes.

A newer node may say more than these know: further fields are left out, further words of a Literal come as they are.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Dict, Literal, Optional, Tuple

from ..record import AMOUNT, BYTES, PLAIN, TIME, Record, Wire, each

${texts.join('\n')}`
}

/** Classes after those they are made of. @throws Error for types that contain each other */
function inOrder(types: readonly NamedType[]): NamedType[] {
  const byName = new Map(types.map((each) => [each.name, each]))
  const done = new Set<NamedType>()
  const under = new Set<NamedType>()
  const visit = (named: NamedType) => {
    if (done.has(named)) return
    if (under.has(named)) throw new Error(`${named.name} contains itself`)
    under.add(named)
    for (const name of namesIn(named.type)) visit(byName.get(name)!)
    done.add(named)
  }
  for (const named of types) visit(named)
  return [...done]
}

function namesIn(type: Type): string[] {
  if (type.kind === 'named') return [type.name]
  if (type.kind === 'array') return namesIn(type.items)
  return type.kind === 'object' ? type.fields.flatMap((field) => namesIn(field.type)) : []
}

function aliasText({ name, description, type }: NamedType): string {
  // The contract describes the text that travels.
  const about = type.kind === 'string' && type.format ? `In JSON: ${description}` : description
  return `${name} = ${typeText(type, '')}\n${docString(about, '')}`
}

function classText({ name, description }: NamedType, given: readonly Field[], types: Types): string {
  // What has a default comes last.
  const fields = [...given.filter(({ required }) => required), ...given.filter(({ required }) => !required)]
  const wires = given.map((each) => `        ${wireText(each, types, '')},\n`).join('')
  const wire = wires === '' ? '()' : `(\n${wires}    )`
  return `
@dataclass(frozen=True)
class ${name}(Record):
${docString(description, '    ')}${fields.map(fieldText).join('')}
    WIRE = ${wire}
`
}

function fieldText({ name, description, required, type }: Field): string {
  const secret = type.kind === 'named' && SECRET_TYPES.has(type.name)
  const text = required ? typeText(type, '') : `Optional[${typeText(type, '')}]`
  const options = [...(required ? [] : ['default=None']), ...(secret ? ['repr=False'] : [])]
  const initial = secret ? ` = field(${options.join(', ')})` : required ? '' : ' = None'
  const about = description === '' ? '' : docString(description, '    ')
  return `\n    ${attribute(name)}: ${text}${initial}\n${about}`
}

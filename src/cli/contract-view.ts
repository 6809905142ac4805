/** Results for people, as the contract describes them: amounts in coins, times in UTC, lists as tables. */
import { decodeBody } from '../sdk/body.ts'
import type { MethodName } from '../sdk/generated/contract.ts'
import { readContract } from '../server/contract/document.ts'
import { coins, fields, moment, readable, table } from './print.ts'
import { percent } from './read-amount.ts'

/** A table that is wider than this is told as one record after the other. */
const WIDTH = 140

type Shape = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
}

type Fields = Readonly<Record<string, unknown>>

/** What people see. */
export type ContractView = {
  /** The result of a method, line by line. */
  readonly resultLines: (method: MethodName, result: unknown) => string[]
  /** An event of a topic, line by line; none when the contract does not know it. */
  readonly eventLines: (topic: string, event: unknown) => string[]
}

/** Reads the contract, once for all that is shown. */
export function createContractView(): ContractView {
  const { methods, components } = readContract().document
  const schemas = components.schemas as Readonly<Record<string, Shape>>
  const resolve = (shape: Shape): Shape =>
    shape.$ref === undefined ? shape : resolve(schemas[nameOf(shape)!] ?? {})
  const events = methods.flatMap(({ 'x-subscription': told }) => Object.entries(told?.topics ?? {}))
  const lines = lineMaker(resolve)
  return {
    resultLines(method, result) {
      const found = methods.find(({ name }) => name === method)
      return found ? lines(result, found.result.schema as Shape) : []
    },
    eventLines(topic, event) {
      const found = events.find(([name]) => name === topic)
      return found ? lines(event, found[1].event as Shape) : []
    },
  }
}

function lineMaker(resolve: (shape: Shape) => Shape) {
  function linesOf(value: unknown, shape: Shape): string[] {
    const { properties } = resolve(shape)
    if (!properties) return typeof value === 'object' ? [JSON.stringify(value)] : [textOf(value, shape)]
    const { items } = properties
    return items && 'complete' in properties
      ? list((value as { items: Fields[] }).items, itemsOf(items))
      : record(value as Fields, properties)
  }

  /** Texts and numbers first, then what has parts. */
  function record(value: Fields, properties: Readonly<Record<string, Shape>>): string[] {
    const there = Object.entries(properties).filter(([name]) => value[name] !== undefined)
    const plain = there.filter(([, shape]) => !hasParts(shape))
    const parts = there.filter(([, shape]) => hasParts(shape))
    return [
      ...fields(plain.map(([name, shape]) => [label(name), textOf(value[name], shape)])),
      ...parts.flatMap(([name, shape]) => {
        const lines = Array.isArray(value[name])
          ? list(value[name] as unknown[], itemsOf(shape))
          : linesOf(value[name], shape)
        return ['', label(name), ...lines.map((line) => (line === '' ? '' : `  ${line}`))]
      }),
    ]
  }

  function list(items: readonly unknown[], shape: Shape): string[] {
    const { properties } = resolve(shape)
    if (!properties) return items.length === 0 ? ['None.'] : items.map((item) => textOf(item, shape))
    const rows = items as readonly Fields[]
    const columns = Object.entries(properties).filter(
      ([name, each]) => !hasParts(each) && rows.some((row) => row[name] !== undefined),
    )
    const lines = table(
      columns.map(([name]) => label(name)),
      rows.map((row) => columns.map(([name, each]) => cellOf(row[name], each))),
      'None.',
    )
    if (lines.every((line) => line.length <= WIDTH)) return lines
    return rows.flatMap((row) => [...record(row, properties), '']).slice(0, -1)
  }

  function cellOf(value: unknown, shape: Shape): string | number {
    if (typeof value === 'number' && nameOf(shape) !== 'BasisPoints') return value
    return value === undefined ? '' : textOf(value, shape)
  }

  function textOf(value: unknown, shape: Shape): string {
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    if (typeof value === 'number') return nameOf(shape) === 'BasisPoints' ? percent(value) : String(value)
    const text = String(value)
    const { format } = resolve(shape)
    if (format === 'uint64') return coins(text)
    if (format === 'date-time') return `${moment(text)} UTC`
    return readable(format === 'byte' ? decodeBody(text) : new TextEncoder().encode(text))
  }

  /** Whether it takes lines of its own. */
  function hasParts(shape: Shape): boolean {
    const { type } = resolve(shape)
    return type === 'object' || type === 'array'
  }

  function itemsOf(shape: Shape): Shape {
    return resolve(shape).items ?? {}
  }

  return linesOf
}

function nameOf({ $ref }: Shape): string | undefined {
  return $ref?.slice('#/components/schemas/'.length)
}

/** `transactionId` → `Transaction id`. */
function label(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

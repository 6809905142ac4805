/** Flags over environment over configuration file. Whatever is not known is an error that names it. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { usageError } from './cli-error.ts'
import type { Io } from './io.ts'
import {
  CONFIG_VARIABLE,
  OPTION_NAMES,
  type OptionName,
  optionSpec,
  SECRET_VARIABLES,
  type Settings,
  variableOf,
} from './options.ts'

type Value = string | boolean | number | readonly string[]

const PERSISTENT = OPTION_NAMES.filter((name) => optionSpec(name).persistent)

/**
 * Adds to the flags what the environment and the configuration file say.
 *
 * @throws CliError naming the variable or the key that is unknown or ill-formed
 */
export function completeSettings(flags: Settings, io: Pick<Io, 'env' | 'cwd' | 'home'>): Settings {
  const environment = readEnvironment(io.env)
  const given = flags.config ?? io.env[CONFIG_VARIABLE]
  const file = given === undefined ? join(io.home, '.stegos', 'config.json') : resolve(io.cwd, given)
  return { ...readConfig(file, given !== undefined), ...environment, ...flags }
}

/** @throws CliError when the text is no value of that flag; `where` says where it stands */
export function readValue(name: OptionName, text: string, where: string): Value {
  const { kind, choices } = optionSpec(name)
  switch (kind) {
    case 'switch':
      if (['true', '1', 'yes'].includes(text)) return true
      if (['false', '0', 'no'].includes(text)) return false
      throw usageError(`${where} is on or off: true or false, not ${JSON.stringify(text)}`)
    case 'count':
      if (!/^\d{1,15}$/.test(text))
        throw usageError(`${where} takes a whole number, not ${JSON.stringify(text)}`)
      return Number(text)
    case 'list':
      return text.split(',').map((item) => item.trim())
    default:
      if (text === '') throw usageError(`${where} is empty`)
      if (choices && !choices.includes(text))
        throw usageError(`${where} is one of ${choices.join(', ')}, not ${text}`)
      return text
  }
}

function readEnvironment(env: Io['env']): Settings {
  const settings: Record<string, Value> = {}
  const known = new Map(PERSISTENT.map((name) => [variableOf(name), name]))
  const others: readonly string[] = [...SECRET_VARIABLES, CONFIG_VARIABLE]
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith('STEGOS_') || text === undefined || others.includes(variable)) continue
    const name = known.get(variable)
    if (!name)
      throw usageError(
        `unknown environment variable ${variable}${suggestion(variable, [...known.keys(), ...others])}`,
      )
    settings[name] = readValue(name, text, variable)
  }
  return settings
}

function readConfig(file: string, required: boolean): Settings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if (!required && (cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw usageError(`cannot read the configuration file ${file}: ${(cause as Error).message}`)
  }
  const settings: Record<string, Value> = {}
  for (const { name, path, value } of entriesOf(parseObject(text, file), file)) {
    if (Object.hasOwn(settings, name)) throw usageError(`${JSON.stringify(path)} in ${file} is there twice`)
    settings[name] = configValue(name, value, path, file)
  }
  return settings
}

type Entry = { readonly name: OptionName; readonly path: string; readonly value: unknown }

/** Keys and values; an object under a key holds the flags that begin with it: `{"network": {"dht": true}}` is `--network-dht`. */
function* entriesOf(object: object, file: string, within = ''): Generator<Entry> {
  for (const [key, value] of Object.entries(object)) {
    const flag = within === '' ? key : `${within}-${key}`
    const path = within === '' ? key : `${within}.${key}`
    const name = PERSISTENT.find((persistent) => persistent === flag)
    if (name) yield { name, path, value }
    else if (within === '' && isObject(value) && PERSISTENT.some((other) => other.startsWith(`${flag}-`)))
      yield* entriesOf(value, file, key)
    else {
      const near = PERSISTENT.filter((other) => within === '' || other.startsWith(`${within}-`))
      const names = near.map((other) =>
        within === '' ? other : `${within}.${other.slice(within.length + 1)}`,
      )
      throw usageError(`unknown key ${JSON.stringify(path)} in ${file}${suggestion(path, names)}`)
    }
  }
}

/** @throws CliError with the path of what is of the wrong kind */
function configValue(name: OptionName, value: unknown, path: string, file: string): Value {
  const { kind } = optionSpec(name)
  const where = (inside = '') => `${JSON.stringify(path + inside)} in ${file}`
  if (Array.isArray(value) && kind === 'list') {
    const wrong = value.findIndex((item) => typeof item !== 'string' || item === '')
    if (wrong >= 0) throw usageError(`${where(`[${wrong}]`)} is not a text`)
    return value
  }
  const fits =
    typeof value === 'string' ||
    (typeof value === 'boolean' && kind === 'switch') ||
    (typeof value === 'number' && kind === 'count')
  if (!fits) throw usageError(`${where()} has a value of the wrong kind`)
  return readValue(name, String(value), where())
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(text: string, file: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw usageError(`${file} is not JSON: ${(cause as Error).message}`)
  }
  if (!isObject(value)) throw usageError(`${file} is not a JSON object of flags`)
  return value
}

/** `; did you mean …?` when one of the names is close. */
export function suggestion(given: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, distance: editDistance(given, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 4))
    .sort((left, right) => left.distance - right.distance)[0]
  return near ? `; did you mean ${near.name}?` : ''
}

/** Insertions, deletions and substitutions from one text to the other (Levenshtein). */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const substituted = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, substituted)
    }
    row = next
  }
  return row[right.length]!
}

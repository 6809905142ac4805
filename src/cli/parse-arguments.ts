/** The command line of one command, taken apart. */
import { parseArgs } from 'node:util'
import { usageError } from './cli-error.ts'
import { COMMON_OPTIONS, type Command } from './command.ts'
import { OPTION_NAMES, type OptionName, optionSpec, type Settings } from './options.ts'
import { readValue, suggestion } from './settings.ts'

export type ParsedArguments = {
  readonly flags: Settings
  readonly arguments: readonly (string | undefined)[]
}

/** Flags the command takes. */
export function optionsOf(command: Command): readonly OptionName[] {
  return [...(command.options ?? []), ...COMMON_OPTIONS]
}

/**
 * @param words what follows the name of the command
 * @throws CliError naming what is unknown, missing or ill-formed
 */
export function parseArguments(command: Command, words: readonly string[]): ParsedArguments {
  const allowed = optionsOf(command)
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(allowed.map((name) => [name, parseArgsOption(name)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const flags: Record<string, unknown> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const name = allowed.find((option) => option === token.name)
    if (!name) {
      const word = words[token.index]!
      if (NEGATIVE.test(word)) throw usageError(belowZero(word, command, positionals.length))
      throw usageError(unknownFlag(token.rawName, command, allowed))
    }
    const swallowed = token.inlineValue === false && token.value.length > 1 && token.value.startsWith('-')
    if (swallowed && NEGATIVE.test(token.value))
      throw usageError(`${token.rawName} ${token.value}: no flag takes a number below zero`)
    const value = flagValue(name, token.rawName, swallowed ? undefined : token.value)
    flags[name] = together(name, flags[name], value)
  }
  const wanted = command.arguments ?? []
  if (!flags.help) checkCount(command, positionals)
  return { flags, arguments: wanted.map((_, index) => positionals[index]) }
}

/** What a flag that may be given several times stands for; otherwise the last one counts. */
function together(name: OptionName, before: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return [...((before as string[] | undefined) ?? []), ...value]
  return before !== undefined && optionSpec(name).row ? `${before},${value}` : value
}

function parseArgsOption(name: OptionName) {
  const { kind, short } = optionSpec(name)
  return { type: kind === 'switch' ? ('boolean' as const) : ('string' as const), ...(short ? { short } : {}) }
}

function flagValue(name: OptionName, raw: string, value: string | undefined): unknown {
  if (optionSpec(name).kind !== 'switch') {
    if (value === undefined) throw usageError(`${raw} needs a value: ${raw} ${optionSpec(name).value}`)
    return readValue(name, value, raw)
  }
  return value === undefined ? true : readValue(name, value, raw)
}

/** What looks like a flag and was meant as a value. */
const NEGATIVE = /^-[.\d]/

function belowZero(word: string, { name, arguments: wanted = [] }: Command, given: number): string {
  const meant = wanted[given]
  const known = meant ? `${meant.name} is not below zero: ${meant.about}` : 'no number here is below zero'
  return `${word} is a number below zero, and ${known}\nSee: stegos ${name} --help`
}

function unknownFlag(raw: string, command: Command, allowed: readonly OptionName[]): string {
  const elsewhere = OPTION_NAMES.some((name) => `--${name}` === raw)
  const hint = elsewhere
    ? ''
    : suggestion(
        raw,
        allowed.map((name) => `--${name}`),
      )
  return `unknown flag ${raw} for stegos ${command.name}${hint}\nSee: stegos ${command.name} --help`
}

function checkCount({ name, arguments: wanted = [] }: Command, given: readonly string[]): void {
  const missing = wanted[given.length]
  if (missing && !missing.optional) {
    throw usageError(`${missing.name} is missing: ${missing.about}\nSee: stegos ${name} --help`)
  }
  if (given.length > wanted.length) {
    throw usageError(`stegos ${name} does not know what to do with ${JSON.stringify(given[wanted.length])}`)
  }
}

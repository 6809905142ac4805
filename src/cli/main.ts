/** From the command line to a command, and from its end to an exit code. */

import { usageError } from './cli-error.ts'
import type { Command } from './command.ts'
import { findCommand, GROUP_NAMES, loadAll, loadGroup } from './commands.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { OPTION_NAMES } from './options.ts'
import { parseArguments } from './parse-arguments.ts'
import { reportError } from './report-error.ts'
import { completeSettings, suggestion } from './settings.ts'

/** Runs what `words` (the command line after `stegos`) ask for. Never throws. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(words, io)
  } catch (error) {
    const json = words.includes('--json') || /^(true|1|yes)$/.test(io.env.STEGOS_JSON ?? '')
    return reportError(error, json, io)
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    return help(words.slice(1), io)
  if (first === '--version' || first === '-v' || first === 'version') {
    io.out((await import('./version.ts')).packageVersion())
    return EXIT.ok
  }
  if (first.startsWith('-'))
    throw usageError(`flags come after the command: stegos <command> ${first}\nSee: stegos help`)
  const group = await loadGroup(first)
  if (!group) throw usageError(`unknown command ${first}${suggestion(first, GROUP_NAMES)}\nSee: stegos help`)
  const command = findCommand(group, words)
  if (!command) return incomplete(first, words[1], group, io)
  return run(command, words.slice(command.name.split(' ').length), io)
}

async function run(command: Command, words: readonly string[], io: Io): Promise<ExitCode> {
  const parsed = parseArguments(command, words)
  if (parsed.flags.help) return help(command.name.split(' '), io)
  const settings = completeSettings(parsed.flags, io)
  return (await command.run({ settings, arguments: parsed.arguments, io })) ?? EXIT.ok
}

/** `stegos account` alone, or with a word that is none of its commands. */
async function incomplete(
  first: string,
  second: string | undefined,
  group: readonly Command[],
  io: Io,
): Promise<ExitCode> {
  if (second !== undefined && !second.startsWith('-')) {
    const names = group.map(({ name }) => name.split(' ')[1] ?? '')
    throw usageError(
      `unknown command ${first} ${second}${suggestion(second, names)}\nSee: stegos ${first} --help`,
    )
  }
  io.out((await import('./help.ts')).groupHelp(first, group))
  return second === undefined ? EXIT.usage : EXIT.ok
}

async function help(words: readonly string[], io: Io): Promise<ExitCode> {
  const { commandHelp, groupHelp, overview, topic } = await import('./help.ts')
  const [first] = words
  if (first === undefined) {
    io.out(overview(await loadAll(), (await import('./version.ts')).packageVersion()))
    return EXIT.ok
  }
  const group = await loadGroup(first)
  const command = group && findCommand(group, words)
  const page = command ? commandHelp(command) : group ? groupHelp(first, group) : topic(first, OPTION_NAMES)
  if (page === undefined)
    throw usageError(`no help on ${first}${suggestion(first, GROUP_NAMES)}\nSee: stegos help`)
  io.out(page)
  return EXIT.ok
}

/** The pages of `stegos help`. */
import { type Command, meaningOf } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { type OptionName, optionSpec, SECRET_VARIABLES, variableOf } from './options.ts'
import { optionsOf } from './parse-arguments.ts'

/** What `stegos help` prints. */
export function overview(commands: readonly Command[], version: string): string {
  return [
    `stegos ${version}: private payments and messages`,
    '',
    'Usage: stegos <command> [arguments] [flags]',
    '',
    'Commands',
    ...columns(commands.map((command) => [usage(command), command.summary])),
    '',
    'More',
    ...columns([
      ['help <command>', 'What a command does, its flags, and examples.'],
      ['help configuration', 'Flags, environment and configuration file.'],
      ['help exit-codes', 'How commands end.'],
      ['--version', 'Version of this program.'],
    ]),
    '',
    'Begin with: stegos devnet',
  ].join('\n')
}

/** What `stegos <command> --help` prints. */
export function commandHelp(command: Command): string {
  const { about = [], arguments: args = [], examples } = command
  return [
    `${command.summary}`,
    ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 96)]),
    ...(command.method ? ['', `Calls ${command.method}, which GET /docs of the node describes.`] : []),
    '',
    `Usage: stegos ${usage(command)} [flags]`,
    ...section(
      'Arguments',
      args.map(({ name, about: text, optional }) => [name, optional ? `${text} May be left out.` : text]),
    ),
    ...section(
      'Flags',
      optionsOf(command).map((name) => [flag(name), meaningOf(command, name)]),
    ),
    '',
    'Examples',
    ...examples.flatMap(([line, text]) => [`  # ${text}`, `  ${line}`]),
  ].join('\n')
}

/** What `stegos <group> --help` prints, such as `stegos account --help`. */
export function groupHelp(word: string, commands: readonly Command[]): string {
  return [
    `Usage: stegos ${word} <command> [arguments] [flags]`,
    ...section(
      'Commands',
      commands.map((command) => [usage(command), command.summary]),
    ),
    '',
    `More: stegos help ${word} <command>`,
  ].join('\n')
}

/** Pages beside those of the commands. */
export function topic(name: string, names: readonly OptionName[]): string | undefined {
  if (name === 'exit-codes') {
    return ['How commands end', ...columns(EXIT_CODES.map(([code, text]) => [String(code), text]))].join('\n')
  }
  if (name !== 'configuration') return undefined
  const persistent = names.filter((option) => optionSpec(option).persistent)
  return [
    ...wrap(
      'A flag goes before its environment variable, and that before the configuration file. The file is --config FILE, or STEGOS_CONFIG, or ~/.stegos/config.json if it exists: a JSON object whose keys are flags without the dashes, such as {"data-dir": "/srv/stegos", "listen": "127.0.0.1:4000"}. Flags that begin with network- are the keys of an object there: {"network": {"listen": ["/ip4/0.0.0.0/tcp/7700"], "dht": true}}. A variable STEGOS_… or a key that is not known is an error.',
      96,
    ),
    '',
    'Flag and variable',
    ...columns(persistent.map((option) => [`--${option}`, variableOf(option)])),
    '',
    ...wrap(
      `Secrets have no flag, since command lines can be seen by others: ${SECRET_VARIABLES.join(', ')}.`,
      96,
    ),
  ].join('\n')
}

function usage({ name, arguments: args = [] }: Command): string {
  return [name, ...args.map((argument) => (argument.optional ? `[${argument.name}]` : argument.name))].join(
    ' ',
  )
}

function flag(name: OptionName): string {
  const { short, value } = optionSpec(name)
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...columns(rows)]
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)))
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, 96 - width)
    const indent = ' '.repeat(width + 4)
    const head =
      left.length > width ? [`  ${left}`, `${indent}${first}`] : [`  ${left.padEnd(width)}  ${first}`]
    return [...head, ...rest.map((line) => indent + line)]
  })
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

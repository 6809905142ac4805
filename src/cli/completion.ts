/** Scripts that teach a shell the words of `stegos`, made from the same table as help. */
import { type Argument, type Command, meaningOf } from './command.ts'
import { OPTION_NAMES, type OptionName, optionSpec } from './options.ts'
import { optionsOf } from './parse-arguments.ts'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

export function completionScript(shell: Shell, commands: readonly Command[]): string {
  return { bash, zsh, fish }[shell](commands)
}

/** Words that may follow a beginning such as `` or `account`. */
function nextWords(commands: readonly Command[]): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>()
  for (const { name } of commands) {
    const words = name.split(' ')
    words.forEach((word, index) => {
      const before = words.slice(0, index).join(' ')
      next.set(before, (next.get(before) ?? new Set()).add(word))
    })
  }
  next.set('help', new Set([...next.get('')!, 'configuration', 'exit-codes']))
  next.get('')!.add('help')
  return next
}

function choicesOf(args: readonly Argument[] = []): readonly string[] {
  return args[0]?.choices ?? []
}

function bash(commands: readonly Command[]): string {
  const next = [...nextWords(commands)].map(
    ([before, words]) => `    '${before}') words='${[...words].join(' ')}' ;;`,
  )
  const own = commands.map((command) => {
    const flags = optionsOf(command).map((name) => `--${name}`)
    return `    '${command.name}') words="$words ${[...choicesOf(command.arguments), ...flags].join(' ')}" ;;`
  })
  return `# Completion for stegos. Load it with: source <(stegos completion bash)
_stegos() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} before='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${before:+$before }$word" in
      ${quoted(beginnings(commands))}) before="\${before:+$before }$word" ;;
      *) break ;;
    esac
  done
  case $previous in
${valueCases()}
  esac
  case $before in
${next.join('\n')}
  esac
  case $before in
${own.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _stegos stegos
`
}

/** Commands, and the words they begin with. */
function beginnings(commands: readonly Command[]): readonly string[] {
  const names = [...nextWords(commands).keys(), ...commands.map(({ name }) => name)]
  return [...new Set(names.filter((name) => name !== ''))]
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join('|')
}

function valueCases(): string {
  const of = (wanted: (name: OptionName) => boolean) =>
    OPTION_NAMES.filter(wanted)
      .map((name) => `--${name}`)
      .join('|')
  return [
    `    ${of((name) => optionSpec(name).path === 'file')}) COMPREPLY=($(compgen -f -- "$current")); return ;;`,
    `    ${of((name) => optionSpec(name).path === 'folder')}) COMPREPLY=($(compgen -d -- "$current")); return ;;`,
  ].join('\n')
}

function zsh(commands: readonly Command[]): string {
  return `#compdef stegos
# Completion for stegos. Load it with: source <(stegos completion zsh)
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`
}

function fish(commands: readonly Command[]): string {
  const lines = [...nextWords(commands)].flatMap(([before, words]) =>
    [...words].map((word) => `complete -c stegos -f -n ${condition(before)} -a ${word}`),
  )
  const flags = commands.flatMap((command) => [
    ...choicesOf(command.arguments).map(
      (word) => `complete -c stegos -f -n ${condition(command.name)} -a ${word}`,
    ),
    ...optionsOf(command).map((name) => fishFlag(command, name)),
  ])
  return `# Completion for stegos. Load it with: stegos completion fish | source
function __stegos_before
    set -l words (commandline -opc)
    string match -qr -- "^$argv[1]( -.*)?\\$" (string join ' ' -- $words[2..-1])
end
${[...lines, ...flags].join('\n')}
`
}

function condition(before: string): string {
  return `"__stegos_before '${before}'"`
}

function fishFlag(command: Command, option: OptionName): string {
  const { name } = command
  const about = meaningOf(command, option)
  const { value, short, path, choices } = optionSpec(option)
  const takes = value === undefined ? '' : path ? ' -r -F' : ' -x'
  const proposals = choices ? ` -a '${choices.join(' ')}'` : ''
  const letter = short ? ` -s ${short}` : ''
  return `complete -c stegos -n "__stegos_before '${name}.*'"${letter} -l ${option}${takes}${proposals} -d '${about.replaceAll("'", "\\'")}'`
}

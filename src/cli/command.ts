import type { MethodName } from '../sdk/generated/contract.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { type OptionName, optionSpec, type Settings } from './options.ts'

export type Argument = {
  /** In capitals, as help shows it. */
  readonly name: string
  readonly about: string
  readonly optional?: boolean
  /** Values the shell can propose. */
  readonly choices?: readonly string[]
}

/** One command: what help and completion tell of it, and what it does. */
export type Command = {
  /** Words after `stegos`, such as `account create`. */
  readonly name: string
  readonly summary: string
  /** More about it, in paragraphs. */
  readonly about?: readonly string[]
  readonly arguments?: readonly Argument[]
  readonly options?: readonly OptionName[]
  /** Of flags that mean something else here than elsewhere. */
  readonly meanings?: Readonly<Partial<Record<OptionName, string>>>
  /** The method of the interface that it calls, where it is little more than that. */
  readonly method?: MethodName
  /** Whole command lines, with what each does. */
  readonly examples: readonly (readonly [string, string])[]
  /** @returns how it ended; `ok` when nothing is returned */
  readonly run: (invocation: Invocation) => Promise<ExitCode | undefined>
}

export type Invocation = {
  readonly settings: Settings
  /** In the order of `arguments`; an optional one may be undefined. */
  readonly arguments: readonly (string | undefined)[]
  readonly io: Io
}

/** What a flag means for a command. */
export function meaningOf({ meanings }: Command, name: OptionName): string {
  return meanings?.[name] ?? optionSpec(name).about
}

/** Flags every command has. */
export const COMMON_OPTIONS: readonly OptionName[] = ['json', 'config', 'help']

/** Flags of commands that talk to a node. */
export const CLIENT_OPTIONS: readonly OptionName[] = ['url', 'listen', 'data-dir', 'token-file', 'timeout']

/** Flags of commands that run a node. */
export const NODE_OPTIONS: readonly OptionName[] = [
  'data-dir',
  'listen',
  'token-file',
  'allow-public',
  'tls-cert',
  'tls-key',
  'allow-host',
  'allow-origin',
  'award-prover',
  'prune',
  'serve-snapshots',
  'snapshot-blocks',
  'state-check',
  'audit-entries',
  'audit-days',
  'log-level',
  'check-answers',
]

/** All commands, by their first word. Each is loaded when it is called, so that a node is not kept waiting by the others. */
import type { Command } from './command.ts'

const GROUPS: Readonly<Record<string, () => Promise<{ readonly commands: readonly Command[] }>>> = {
  devnet: () => import('./commands/devnet.ts'),
  node: () => import('./commands/node.ts'),
  genesis: () => import('./commands/genesis.ts'),
  chain: () => import('./commands/chain.ts'),
  account: () => import('./commands/account.ts'),
  send: () => import('./commands/send.ts'),
  payment: () => import('./commands/payment.ts'),
  message: () => import('./commands/message.ts'),
  stake: () => import('./commands/stake.ts'),
  award: () => import('./commands/award.ts'),
  token: () => import('./commands/token.ts'),
  events: () => import('./commands/events.ts'),
  dev: () => import('./commands/dev.ts'),
  faucet: () => import('./commands/faucet.ts'),
  status: () => import('./commands/status.ts'),
  rpc: () => import('./commands/rpc.ts'),
  completion: () => import('./commands/completion.ts'),
}

/** First words there are, in the order help shows them. */
export const GROUP_NAMES: readonly string[] = Object.keys(GROUPS)

/** Commands that begin with that word; undefined when there is none. */
export async function loadGroup(word: string): Promise<readonly Command[] | undefined> {
  const group = Object.hasOwn(GROUPS, word) ? await GROUPS[word]!() : undefined
  return group?.commands
}

export async function loadAll(): Promise<readonly Command[]> {
  const groups = await Promise.all(Object.values(GROUPS).map((load) => load()))
  return groups.flatMap(({ commands }) => commands)
}

/** The command that `words` begin with, the longest name first. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter(({ name }) => name === words.slice(0, name.split(' ').length).join(' '))
    .sort((left, right) => right.name.length - left.name.length)[0]
}

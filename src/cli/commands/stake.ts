import type { Command } from '../command.ts'
import { configure, deposit, resume, rotate, withdraw } from '../stake/change.ts'
import { get, params, validator } from '../stake/inspect.ts'
import { list } from '../stake/list.ts'
import { award, awards, epoch, rewards, slashings, validators } from '../stake/read.ts'

export const commands: readonly Command[] = [
  deposit,
  withdraw,
  list,
  get,
  validators,
  validator,
  epoch,
  params,
  rewards,
  award,
  awards,
  slashings,
  configure,
  rotate,
  resume,
]

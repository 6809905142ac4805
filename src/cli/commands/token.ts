import type { Command } from '../command.ts'
import { create } from '../token/create.ts'
import { audit, list } from '../token/read.ts'
import { revoke } from '../token/revoke.ts'

export const commands: readonly Command[] = [create, list, revoke, audit]

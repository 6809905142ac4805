import type { Command } from '../command.ts'
import { cancel, consolidate, many, receipt } from '../payment/change.ts'
import { estimate, get, list, prove, verify } from '../payment/read.ts'

export const commands: readonly Command[] = [
  list,
  get,
  cancel,
  estimate,
  many,
  receipt,
  prove,
  verify,
  consolidate,
]

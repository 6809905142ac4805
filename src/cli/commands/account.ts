import { address, remove, rescan } from '../account/change.ts'
import { lock, passphrase, phrase, showViewKey, unlock } from '../account/keys.ts'
import { create, importViewKey, recover } from '../account/make.ts'
import { addresses, balance, get, history, list, outputs } from '../account/read.ts'
import type { Command } from '../command.ts'

export const commands: readonly Command[] = [
  create,
  recover,
  list,
  get,
  balance,
  history,
  address,
  addresses,
  outputs,
  unlock,
  lock,
  passphrase,
  phrase,
  showViewKey,
  importViewKey,
  rescan,
  remove,
]

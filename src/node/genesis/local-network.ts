/** What a data directory says of the network its node belongs to: the genesis all nodes share, and the keys only this one has. */
import { join } from 'node:path'
import { loadValidatorKeys, type ValidatorKeys } from '../consensus/validator-keys.ts'
import { readTextFile } from '../files.ts'
import { GENESIS_FILE, type NamedGenesis, parseGenesis } from './genesis-file.ts'

export const FAUCET_FILE = 'faucet.phrase'

export type LocalNetwork = {
  readonly named: NamedGenesis
  /** Of a node that takes part in consensus. */
  readonly validatorKeys: ValidatorKeys | undefined
  /** On a development network: the phrase of the account that owns the first coins. */
  readonly faucetPhrase: string | undefined
}

/** Undefined when the directory has no genesis file. @throws StoreError `corrupt`. */
export async function readLocalNetwork(dataDirectory: string): Promise<LocalNetwork | undefined> {
  const text = await readTextFile(join(dataDirectory, GENESIS_FILE))
  if (text === undefined) return undefined
  return {
    named: parseGenesis(text),
    validatorKeys: await loadValidatorKeys(dataDirectory),
    faucetPhrase: (await readTextFile(join(dataDirectory, FAUCET_FILE)))?.trim() || undefined,
  }
}

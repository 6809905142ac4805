import { devnetSize, MAX_DEVNET_VALIDATORS } from '../node/devnet.ts'
import { CliError, usageError } from './cli-error.ts'
import { EXIT } from './exit-codes.ts'
import type { Settings } from './options.ts'
import { startError } from './start-error.ts'

/** How many nodes the development network has: what the data directory says, or at the first start the flag. */
export async function validatorsOf({ validators: given }: Settings, dataDirectory: string): Promise<number> {
  if (given !== undefined && (given < 1 || given > MAX_DEVNET_VALIDATORS)) {
    throw usageError(`--validators takes 1 to ${MAX_DEVNET_VALIDATORS}, not ${given}`)
  }
  const found = await devnetSize(dataDirectory).catch((error) => {
    throw startError(error, dataDirectory)
  })
  if (found !== undefined && given !== undefined && found !== given) {
    throw new CliError(
      EXIT.cannotStart,
      `${dataDirectory} holds a network of ${found} validator${found === 1 ? '' : 's'}.\nLeave --validators out, or take another directory with --data-dir DIR.`,
    )
  }
  return found ?? given ?? 1
}

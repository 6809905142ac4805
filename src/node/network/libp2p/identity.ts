/** Who a node is to its neighbours: a key pair, fresh at every start or kept in a file. */
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import type { Ed25519PrivateKey } from '@libp2p/interface'
import { fromHex, toHex } from '../../../protocol/bytes.ts'
import type { Random } from '../../../protocol/crypto/random.ts'
import { readTextFile, writeFileDurably } from '../../files.ts'
import { NetworkError } from './network-error.ts'

const SEED_LENGTH = 32

/** A new identity, that nobody can link to an earlier one. */
export function freshIdentity(random: Random): Promise<Ed25519PrivateKey> {
  return generateKeyPairFromSeed('Ed25519', random(SEED_LENGTH))
}

/** The identity of a file, which is made with mode 0600 when there is none. @throws NetworkError `corrupt_identity`. */
export async function keptIdentity(path: string, random: Random): Promise<Ed25519PrivateKey> {
  const text = await readTextFile(path)
  if (text !== undefined) return generateKeyPairFromSeed('Ed25519', seedOf(text, path))
  const seed = random(SEED_LENGTH)
  await writeFileDurably(path, `${toHex(seed)}\n`)
  return generateKeyPairFromSeed('Ed25519', seed)
}

function seedOf(text: string, path: string): Uint8Array {
  try {
    const seed = fromHex(text.trim())
    if (seed.length === SEED_LENGTH) return seed
  } catch {
    // told below, without what the file holds
  }
  throw new NetworkError(
    'corrupt_identity',
    `${path} is damaged; put it back, or remove it for a new identity`,
  )
}

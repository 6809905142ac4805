/** Who a node is to its neighbours: a key pair, fresh at every start or kept in a file. */
import { join } from 'node:path'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import type { Ed25519PrivateKey } from '@libp2p/interface'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { fromHex, toHex } from '../../../protocol/bytes.ts'
import type { Random } from '../../../protocol/crypto/random.ts'
import { readTextFile, writeFileDurably } from '../../files.ts'
import { NetworkError } from './network-error.ts'

const SEED_LENGTH = 32

/** Where a node with an identity that lasts keeps it, in its data directory. */
export const IDENTITY_FILE = 'network.key'

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

/** The peer id that a node with this data directory has at every start, if it keeps one. @throws NetworkError */
export async function peerIdOf(dataDirectory: string, random: Random): Promise<string> {
  return peerIdFromPrivateKey(await keptIdentity(join(dataDirectory, IDENTITY_FILE), random)).toString()
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

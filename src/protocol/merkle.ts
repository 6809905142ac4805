/** Merkle root over a list of hashes: leaves and nodes are hashed under different domains, the count is bound in. */
import { le32 } from './bytes.ts'
import { hash } from './crypto/hash.ts'

/** The root of `leaves` (32 bytes each). A lone node at the end of a row moves up unchanged (as in RFC 6962). */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  let row = leaves.map((leaf) => hash('merkle leaf', leaf))
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i < row.length; i += 2) {
      const right = row[i + 1]
      above.push(right ? hash('merkle node', row[i]!, right) : row[i]!)
    }
    row = above
  }
  return hash('merkle root', le32(leaves.length), ...row)
}

/** A run of headers as bytes: count (4) ‖ (length (4) ‖ header)* ‖ certificate ‖ (length (4) ‖ epoch proof)*. */
import { readHeader } from './block.ts'
import { type Certificate, readCertificate, writeCertificate } from './certificate.ts'
import { decodeAll, Writer } from './codec.ts'
import { maxEpochProof } from './epoch-proof.ts'
import { ProtocolError } from './errors.ts'
import type { StakeParams } from './stake/params.ts'
import { epochOf } from './stake/schedule.ts'
import type { HeaderRun } from './trail.ts'

/** Bytes of a header, at most: the bitmaps of its certificate are all that varies. */
export const MAX_HEADER_LENGTH = 4_096

/** @param headers encoded */
export function encodeHeaderRun(
  headers: readonly Uint8Array[],
  certificate: Certificate,
  epochProofs: readonly Uint8Array[],
): Uint8Array {
  const writer = new Writer().u32(headers.length)
  for (const header of headers) writer.sized(header)
  writeCertificate(writer, certificate)
  for (const proof of epochProofs) writer.sized(proof)
  return writer.finish()
}

/**
 * @param from the height of its first header: it says how many epochs end in the run
 * @param most headers there may be; there is one at least
 * @throws ProtocolError `invalid_encoding`.
 */
export function decodeHeaderRun(
  bytes: Uint8Array,
  from: number,
  most: number,
  params: StakeParams,
): HeaderRun {
  return decodeAll(bytes, (reader) => {
    const count = reader.u32()
    if (count === 0 || count > most)
      throw new ProtocolError('invalid_encoding', 'a run of no headers, or of more than were asked for')
    const headers = Array.from({ length: count }, () =>
      decodeAll(reader.sized(MAX_HEADER_LENGTH), readHeader),
    )
    const certificate = readCertificate(reader)
    const ends = epochOf(from + count, params) - epochOf(from, params)
    const epochProofs = Array.from({ length: ends }, () => reader.sized(maxEpochProof(params)))
    return { headers, certificate, epochProofs }
  })
}

/**
 * Merlin transcripts: the Fiat-Shamir heuristic as an object. Prover and verifier append the same labelled messages and
 * draw the same challenges, each of which depends on everything before it.
 *
 * Merlin v1.0 (merlin.cool) over STROBE-128; byte-compatible with the `merlin` crate 1.x to 3.x.
 */
import { le32, le64, utf8 } from '../bytes.ts'
import { reduceWide, type Scalar } from './group.ts'
import { Strobe } from './strobe.ts'

/** Frames an operation as Merlin does: its label, then the length of its data. */
function frame(strobe: Strobe, label: string | Uint8Array, length: number): void {
  strobe.metaAd(label, false)
  strobe.metaAdLength(length)
}

export class Transcript {
  readonly #strobe: Strobe

  /** A transcript of the protocol that `label` names, or one that goes on from where another is. */
  constructor(label: string | Uint8Array | Transcript) {
    if (label instanceof Transcript) {
      this.#strobe = label.#strobe.clone()
      return
    }
    this.#strobe = new Strobe('Merlin v1.0')
    this.append('dom-sep', typeof label === 'string' ? utf8(label) : label)
  }

  append(label: string | Uint8Array, message: Uint8Array): void {
    frame(this.#strobe, label, message.length)
    this.#strobe.ad(message)
  }

  /** Appends an unsigned 64-bit integer, little endian. */
  appendU64(label: string | Uint8Array, value: bigint | number): void {
    this.append(label, le64(value))
  }

  challengeBytes(label: string | Uint8Array, length: number): Uint8Array {
    frame(this.#strobe, label, length)
    return this.#strobe.prf(length)
  }

  /** A uniform scalar: 64 bytes of challenge reduced mod ℓ. */
  challengeScalar(label: string | Uint8Array): Scalar {
    return reduceWide(this.challengeBytes(label, 64))
  }

  clone(): Transcript {
    return new Transcript(this)
  }

  /**
   * A source of secret nonces for a prover at this point of the transcript. They depend on the transcript, on every
   * `witness` and on `entropy`: neither a broken random generator nor a repeated statement alone makes them repeat for
   * different proofs or lets anyone without the witness predict them.
   * @param witness labelled secrets of the proof
   * @param entropy 32 fresh random bytes
   */
  nonces(
    witness: readonly (readonly [label: string, secret: Uint8Array])[],
    entropy: Uint8Array,
  ): NonceSource {
    const strobe = this.#strobe.clone()
    for (const [label, secret] of witness) {
      frame(strobe, label, secret.length)
      strobe.key(secret)
    }
    strobe.metaAd('rng', false)
    strobe.key(entropy)
    return new NonceSource(strobe)
  }
}

/** Merlin's TranscriptRng. Made by {@link Transcript.nonces}. */
export class NonceSource {
  readonly #strobe: Strobe

  constructor(strobe: Strobe) {
    this.#strobe = strobe
  }

  bytes(length: number): Uint8Array {
    this.#strobe.metaAd(le32(length), false)
    return this.#strobe.prf(length)
  }

  scalar(): Scalar {
    return reduceWide(this.bytes(64))
  }
}

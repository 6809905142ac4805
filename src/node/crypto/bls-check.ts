/**
 * Whether a BLS backend may be used: it gives known answers, and on fresh keys the same ones as another backend. A node whose
 * library accepts or refuses one signature more than others would leave the chain.
 */
import { equalBytes, fromHex } from '../../protocol/bytes.ts'
import { BLS_SECRET_LENGTH, type BlsBackend } from '../../protocol/crypto/bls-backend.ts'
import { blsKeyFromSeed } from '../../protocol/crypto/bls-secret.ts'
import { type Random, systemRandom } from '../../protocol/crypto/random.ts'

// From ethereum/bls12-381-tests: two keys, one message signed by both, another signed by the first.
const secret = fromHex('263dbd792f5b1be47ed85f8938c0f29586af0d3ac7b977f21c278fe1462040e3')
const alice = fromHex(
  'a491d1b0ecd9bb917989f0e74f0dea0422eac4a873e5e2644f368dffb9a6e20fd6e10c1b77654d067c0618f6e5a7f79a',
)
const bob = fromHex(
  'b301803f8b5ac4a1133581fc676dfedc60d891dd5fa99028805e5ea5b08d3491af75d0707adab3b70c6a6a580217bf81',
)
const message = new Uint8Array(32).fill(0x56)
const other = new Uint8Array(32)
const byAlice = fromHex(
  '882730e5d03f6b42c3abc26d3372625034e1d871b65a8a6b900a56dae22da98abbe1b68f85e49fe7652a55ec3d0591c2' +
    '0767677e33e5cbb1207315c41a9ac03be39c2e7668edc043d6cb1d9fd93033caa8a1c5b0e84bedaeb6c64972503a43eb',
)
const byBob = fromHex(
  'af1390c3c47acdb37131a51216da683c509fce0e954328a59f93aebda7e4ff974ba208d9a4a2a2389f892a9d418d6184' +
    '18dd7f7a6bc7aa0da999a9d3a5b815bc085e14fd001f6a1948768a3f4afefc8b8240dda329f984cb345c6363272ba4fe',
)
const byBoth = fromHex(
  '912c3615f69575407db9392eb21fee18fff797eeb2fbe1816366ca2a08ae574d8824dbfafb4c9eaa1cf61b63c6f9b699' +
    '11f269b664c42947dd1b53ef1081926c1e82bb2a465f927124b08391a5249036146d6f3f1e17ff5f162f779746d830d1',
)
const otherByAlice = fromHex(
  'b6ed936746e01f8ecf281f020953fbf1f01debd5657c4a383940b020b26507f6076334f91e2366c96e9ab279fb515809' +
    '0352ea1c5b0c9274504f4f0e7053af24802e51e4568d164fe986834f41e55c8e850ce1f98458c0cfc9ab380b55285a55',
)
const infinity = (length: number): Uint8Array => Uint8Array.of(0xc0, ...new Uint8Array(length - 1))
const negated = (point: Uint8Array): Uint8Array => Uint8Array.of(point[0]! ^ 0x20, ...point.subarray(1))
const digits = '0123456789abcdef'
const modulus =
  '1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab'

/** What stands in place of a point of so many bytes and must be refused; nothing here depends on the group but the length. */
const malformed = (length: 48 | 96): Record<string, Uint8Array> => ({
  nothing: new Uint8Array(0),
  zeros: new Uint8Array(length),
  'zero, not marked as infinity': Uint8Array.of(0x80, ...new Uint8Array(length - 1)),
  'infinity with the sign set': Uint8Array.of(0xe0, ...new Uint8Array(length - 1)),
  'infinity with a coordinate': Uint8Array.of(0xc0, 1, ...new Uint8Array(length - 2)),
  'too short': infinity(length).subarray(1),
  'too long': Uint8Array.of(...infinity(length), 0),
  'not compressed': fromHex(digits.repeat(length / 8)),
  'outside the subgroup': fromHex(`8${digits.repeat(length / 8).slice(1)}`),
  'off the curve': fromHex(`8${digits.repeat(length / 8).slice(1, -1)}0`),
  'a coordinate that is the modulus': fromHex(`9${modulus.slice(1)}${'00'.repeat(length - 48)}`),
})

const knownAnswers: Record<string, (bls: BlsBackend) => boolean> = {
  'public key': (bls) => equalBytes(bls.publicKey(secret), alice),
  signature: (bls) => equalBytes(bls.sign(secret, message), byAlice),
  verification: (bls) =>
    bls.verifyAggregate([alice], message, byAlice) &&
    !bls.verifyAggregate([alice], other, byAlice) &&
    !bls.verifyAggregate([bob], message, byAlice) &&
    !bls.verifyAggregate([alice], message, negated(byAlice)) &&
    !bls.verifyAggregate([alice], message, infinity(96)),
  aggregate: (bls) =>
    same(bls.aggregate([byAlice, byBob]), byBoth) &&
    bls.verifyAggregate([alice, bob], message, byBoth) &&
    !bls.verifyAggregate([alice, bob, bob], message, byBoth) &&
    !bls.verifyAggregate([alice], message, byBoth) &&
    !bls.verifyAggregate([], message, infinity(96)),
  'aggregate key': (bls) => {
    const both = bls.aggregateKeys([alice, bob])
    return both !== undefined && bls.verifyAggregate([both], message, byBoth)
  },
  'keys that cancel each other': (bls) =>
    bls.isPublicKey(negated(alice)) &&
    bls.aggregateKeys([alice, negated(alice)]) === undefined &&
    !bls.verifyAggregate([alice, negated(alice)], message, infinity(96)),
  batch: (bls) => {
    const one = { publicKey: alice, message, signature: byAlice }
    const two = { publicKey: bob, message, signature: byBob }
    const three = { publicKey: alice, message: other, signature: otherByAlice }
    return (
      bls.verifyMany([one]) &&
      bls.verifyMany([one, two]) &&
      bls.verifyMany([one, two, three]) &&
      !bls.verifyMany([one, two, { ...three, message }]) &&
      // The same sum of signatures: only the random coefficients tell them apart.
      !bls.verifyMany([
        { ...one, signature: byBob },
        { ...two, signature: byAlice },
      ]) &&
      !bls.verifyMany([{ ...one, signature: otherByAlice }, two, { ...three, signature: byAlice }]) &&
      !bls.verifyMany([one, { ...two, signature: infinity(96) }])
    )
  },
  'malformed keys': (bls) =>
    Object.values({ ...malformed(48), infinity: infinity(48), 'a signature': byAlice }).every(
      (bytes) =>
        !bls.isPublicKey(bytes) &&
        !bls.verifyAggregate([bytes], message, infinity(96)) &&
        bls.aggregateKeys([alice, bytes]) === undefined &&
        !bls.verifyMany([{ publicKey: bytes, message, signature: byAlice }]),
    ),
  'malformed signatures': (bls) =>
    Object.values({ ...malformed(96), 'a key': alice }).every(
      (bytes) =>
        bls.aggregate([bytes]) === undefined &&
        !bls.verifyAggregate([alice], message, bytes) &&
        !bls.verifyMany([
          { publicKey: alice, message, signature: byAlice },
          { publicKey: alice, message, signature: bytes },
        ]),
    ),
}

/** The name of the first known answer that a backend does not give; undefined when it gives all. */
export function wrongBlsAnswer(bls: BlsBackend): string | undefined {
  return Object.entries(knownAnswers).find(([, gives]) => !gives(bls))?.[0]
}

/**
 * What a backend computes otherwise than `reference` for a key and a message drawn at random; undefined when nothing.
 * @param random where the key, the message and the damage done to them come from
 */
export function blsDisagreement(
  bls: BlsBackend,
  reference: BlsBackend,
  random: Random = systemRandom,
): string | undefined {
  const fresh = blsKeyFromSeed(random(BLS_SECRET_LENGTH))
  const text = random(random(1)[0]!)
  const publicKey = reference.publicKey(fresh)
  if (!same(bls.publicKey(fresh), publicKey)) return 'public key'
  const signature = reference.sign(fresh, text)
  if (!same(bls.sign(fresh, text), signature)) return 'signature'
  if (!bls.verifyAggregate([publicKey], text, signature)) return 'verification'
  const [damagedKey, damagedSignature] = [damaged(publicKey, random), damaged(signature, random)]
  if (bls.isPublicKey(damagedKey) !== reference.isPublicKey(damagedKey)) return 'damaged key'
  if (!same(bls.aggregate([damagedSignature]), reference.aggregate([damagedSignature]))) {
    return 'damaged signature'
  }
  return undefined
}

/** One bit flipped. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const [at, bit] = random(2)
  const copy = bytes.slice()
  copy[at! % copy.length]! ^= 1 << (bit! & 7)
  return copy
}

function same(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equalBytes(left, right)
}

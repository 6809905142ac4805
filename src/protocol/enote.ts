/**
 * Making an output for an address, and finding and opening one's own: Carrot (jeffro256/carrot, carrot.md sections 5-7)
 * reduced to ristretto255 and to one spend key.
 *
 * Sender:    r = H(anchor, context, S, V)   R = r·S   shared = r·V
 * Receiver:  shared = k_v·R, since V = k_v·S
 * Everything else follows from the shared secret. The receiver recomputes R from the decrypted anchor, which defeats
 * forged keys (burning) and mixed-up address halves (Janus). Change is opened with a symmetric secret instead.
 */
import { type Address, addressBytes } from './address.ts'
import { concat, equalBytes, fromLe64, le64, xor } from './bytes.ts'
import { openSealed, seal } from './crypto/aead.ts'
import {
  addPoints,
  addScalars,
  decodePoints,
  ENCODED_LENGTH,
  encodePoint,
  multiply,
  multiplyBase,
  multiplyEncodings,
  type Point,
  type Scalar,
  subtractPoints,
} from './crypto/group.ts'
import { deriveScalar, hash, hashEach, hashTo } from './crypto/hash.ts'
import { commit } from './crypto/pedersen.ts'
import { type AccountKeys, subaddressSecret, type ViewKeys } from './keys.ts'
import { ANCHOR_LENGTH, type OutputCore, payloadHash, VIEW_TAG_LENGTH } from './output.ts'
import { decodePayload, encodePayload, type Payload } from './payload.ts'

/** Who can open an output: the holder of an address, or (change, fillers) only the account that made it. */
export type Direction = 'external' | 'internal'

/** An output with the secrets its maker needs to finish the transaction. */
export type MadeOutput = {
  readonly core: OutputCore
  readonly payload: Uint8Array
  readonly amount: bigint
  readonly blinding: Scalar
}

/** An output that the account's view keys open. */
export type FoundOutput = {
  readonly direction: Direction
  readonly amount: bigint
  readonly blinding: Scalar
  /** S_j of the address it was sent to, encoded. The coin is the account's only if this is one of its addresses. */
  readonly spendKey: Uint8Array
  /** The sender's 16 random bytes. */
  readonly anchor: Uint8Array
  /** k_o: added to the address's spend secret it gives the secret of the one-time key. */
  readonly extension: Scalar
  /** Opens the payload. */
  readonly secret: Uint8Array
}

/** An output for `address`. `anchor` is 16 fresh random bytes. */
export function makeOutput(request: {
  address: Address
  amount: bigint
  payload: Payload
  context: Uint8Array
  anchor: Uint8Array
}): MadeOutput {
  const { address, context, anchor } = request
  const r = ephemeralScalar(address, context, anchor)
  const ephemeral = encodePoint(multiply(address.spend, r))
  const shared = encodePoint(multiply(address.view, r))
  return finishOutput({ ...request, direction: 'external', spend: address.spend, ephemeral, shared })
}

/** An output only the account itself can find and open: change, or a filler of amount zero. */
export function makeInternalOutput(request: {
  keys: ViewKeys
  amount: bigint
  payload: Payload
  context: Uint8Array
  anchor: Uint8Array
}): MadeOutput {
  const { keys, context, anchor } = request
  const ephemeral = encodePoint(multiplyBase(internalEphemeralScalar(keys, context, anchor)))
  return finishOutput({
    ...request,
    direction: 'internal',
    spend: keys.spend,
    ephemeral,
    shared: keys.viewBalance,
  })
}

function finishOutput(request: {
  direction: Direction
  spend: Point
  ephemeral: Uint8Array
  shared: Uint8Array
  amount: bigint
  payload: Payload
  context: Uint8Array
  anchor: Uint8Array
}): MadeOutput {
  const { direction, spend, ephemeral, shared, amount, context, anchor } = request
  const secret = outputSecret(direction, shared, ephemeral, context)
  const blinding = blindingOf(secret, amount, spend)
  const commitment = encodePoint(commit(amount, blinding))
  const key = encodePoint(addPoints(spend, multiplyBase(extensionOf(secret, commitment))))
  const open = {
    key,
    commitment,
    ephemeral,
    viewTag: viewTagOf(direction, shared, context, key),
    amount: xor(le64(amount), mask('amount', secret, key, 8)),
    anchor: xor(anchor, mask('anchor', secret, key, ANCHOR_LENGTH)),
  }
  const payload = seal(...payloadKeys(secret, key), encodePayload(request.payload), payloadContext(open))
  return { core: { ...open, payloadHash: payloadHash(payload) }, payload, amount, blinding }
}

/** An output with what it is bound to: the context of its transaction, or of genesis. */
export type SeenOutput = { readonly context: Uint8Array; readonly core: OutputCore }

/**
 * Recognizes and opens one output; see {@link findOutputs}.
 */
export function findOutput(keys: ViewKeys, context: Uint8Array, core: OutputCore): FoundOutput | undefined {
  return findOutputs(keys, [{ context, core }])[0]
}

/**
 * Recognizes and opens outputs with an account's view keys; undefined in place of those that are not the account's. Costs
 * one decoding and one multiplication for a foreign output, however many addresses the account has; many outputs at once
 * cost less than one by one. Never throws, whatever the bytes: a stranger writes them.
 */
export function findOutputs(keys: ViewKeys, seen: readonly SeenOutput[]): (FoundOutput | undefined)[] {
  const tags = hashEach(
    'internal view tag',
    seen.map(({ context, core }) => [keys.viewBalance, context, core.key]),
  )
  const shared = receivedSecrets(
    keys,
    seen.map(({ core }) => core.ephemeral),
  )
  return seen.map(({ context, core }, i) => {
    const own = isTag(core.viewTag, tags[i]!)
      ? openOutput('internal', keys, keys.viewBalance, context, core)
      : undefined
    const secret = shared[i]
    if (own || !secret || !isTag(core.viewTag, hash('external view tag', secret, context, core.key)))
      return own
    return openOutput('external', keys, secret, context, core)
  })
}

/** A tag is the beginning of its hash. */
function isTag(tag: Uint8Array, digest: Uint8Array): boolean {
  return equalBytes(tag, digest.subarray(0, VIEW_TAG_LENGTH))
}

/** k_v·R for every R that is an encoding, and not of the identity. */
function receivedSecrets(keys: ViewKeys, ephemerals: readonly Uint8Array[]): (Uint8Array | undefined)[] {
  const usable = (bytes: Uint8Array) => bytes.length === ENCODED_LENGTH && bytes.some((byte) => byte !== 0)
  const products = multiplyEncodings(ephemerals.filter(usable), keys.incoming)
  let next = 0
  return ephemerals.map((bytes) => (usable(bytes) ? products[next++] : undefined))
}

function openOutput(
  direction: Direction,
  keys: ViewKeys,
  shared: Uint8Array,
  context: Uint8Array,
  core: OutputCore,
): FoundOutput | undefined {
  const [key] = decodePoints([core.key])
  if (!key) return undefined
  const secret = outputSecret(direction, shared, core.ephemeral, context)
  const extension = extensionOf(secret, core.commitment)
  const spend = subtractPoints(key, multiplyBase(extension))
  const amount = fromLe64(xor(core.amount, mask('amount', secret, core.key, 8)))
  const blinding = blindingOf(secret, amount, spend)
  if (!equalBytes(core.commitment, encodePoint(commit(amount, blinding)))) return undefined
  const anchor = xor(core.anchor, mask('anchor', secret, core.key, ANCHOR_LENGTH))
  // V = k_v·S for every address of the account, so the address the sender must have used follows from S alone
  const expected =
    direction === 'internal'
      ? multiplyBase(internalEphemeralScalar(keys, context, anchor))
      : ephemeralFor({ spend, view: multiply(spend, keys.incoming) }, context, anchor)
  if (!equalBytes(core.ephemeral, encodePoint(expected))) return undefined
  return { direction, amount, blinding, spendKey: encodePoint(spend), anchor, extension, secret }
}

/**
 * The plaintext of a payload.
 * @returns undefined when it was not sealed with this output's secret or is not of a known format.
 */
export function openPayload(secret: Uint8Array, core: OutputCore, payload: Uint8Array): Payload | undefined {
  const plaintext = openSealed(...payloadKeys(secret, core.key), payload, payloadContext(core))
  if (!plaintext) return undefined
  try {
    return decodePayload(plaintext)
  } catch {
    return undefined
  }
}

/** The secret of the one-time key of an output sent to the account's address number `addressIndex`. */
export function spendSecret(keys: AccountKeys, addressIndex: number, extension: Scalar): Scalar {
  return addScalars(subaddressSecret(keys, addressIndex), extension)
}

/** A name for a payment that its sender and its receiver know and nobody else: it follows from the anchor. */
export function paymentIdOf(anchor: Uint8Array, address: Uint8Array): Uint8Array {
  return hash('payment id', anchor, address)
}

/**
 * The output a sender made, from what the sender remembers: address, amount and anchor.
 * @returns its secret when `core` is exactly that output, otherwise undefined. So a sender reads what it sent and a payment
 * is proved to others.
 */
export function reopenSent(
  sent: { address: Address; amount: bigint; anchor: Uint8Array },
  context: Uint8Array,
  core: OutputCore,
): Uint8Array | undefined {
  const { address, amount, anchor } = sent
  const r = ephemeralScalar(address, context, anchor)
  const ephemeral = encodePoint(multiply(address.spend, r))
  if (!equalBytes(ephemeral, core.ephemeral)) return undefined
  const shared = encodePoint(multiply(address.view, r))
  const secret = outputSecret('external', shared, ephemeral, context)
  const commitment = encodePoint(commit(amount, blindingOf(secret, amount, address.spend)))
  const key = encodePoint(addPoints(address.spend, multiplyBase(extensionOf(secret, commitment))))
  const same =
    equalBytes(commitment, core.commitment) &&
    equalBytes(key, core.key) &&
    equalBytes(core.viewTag, viewTagOf('external', shared, context, key)) &&
    equalBytes(core.amount, xor(le64(amount), mask('amount', secret, key, 8))) &&
    equalBytes(core.anchor, xor(anchor, mask('anchor', secret, key, ANCHOR_LENGTH)))
  return same ? secret : undefined
}

function ephemeralFor(address: Address, context: Uint8Array, anchor: Uint8Array): Point {
  return multiply(address.spend, ephemeralScalar(address, context, anchor))
}

function ephemeralScalar(address: Address, context: Uint8Array, anchor: Uint8Array): Scalar {
  return deriveScalar('ephemeral', anchor, context, addressBytes(address))
}

function internalEphemeralScalar(keys: ViewKeys, context: Uint8Array, anchor: Uint8Array): Scalar {
  return deriveScalar('internal ephemeral', anchor, context, keys.viewBalance)
}

function outputSecret(
  direction: Direction,
  shared: Uint8Array,
  ephemeral: Uint8Array,
  context: Uint8Array,
): Uint8Array {
  return hash(`${direction} output secret`, shared, ephemeral, context)
}

function viewTagOf(
  direction: Direction,
  shared: Uint8Array,
  context: Uint8Array,
  key: Uint8Array,
): Uint8Array {
  return hashTo(`${direction} view tag`, VIEW_TAG_LENGTH, shared, context, key)
}

function blindingOf(secret: Uint8Array, amount: bigint, spend: Point): Scalar {
  return deriveScalar('blinding', secret, le64(amount), encodePoint(spend))
}

function extensionOf(secret: Uint8Array, commitment: Uint8Array): Scalar {
  return deriveScalar('key extension', secret, commitment)
}

function mask(field: 'amount' | 'anchor', secret: Uint8Array, key: Uint8Array, length: number): Uint8Array {
  return hashTo(`${field} mask`, length, secret, key)
}

/** Key and nonce: both are used once, since the secret is bound to the output. */
function payloadKeys(secret: Uint8Array, key: Uint8Array): [key: Uint8Array, nonce: Uint8Array] {
  const bytes = hashTo('payload key', 56, secret, key)
  return [bytes.subarray(0, 32), bytes.subarray(32)]
}

/** What the payload is bound to: the rest of its own output. */
function payloadContext(core: Omit<OutputCore, 'payloadHash'>): Uint8Array {
  return concat(core.key, core.commitment, core.ephemeral, core.viewTag, core.amount, core.anchor)
}

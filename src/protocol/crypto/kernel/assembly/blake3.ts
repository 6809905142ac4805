/**
 * BLAKE3 (O'Connor, Aumasson, Neves and Wilcox-O'Hearn, "BLAKE3: one function, fast everywhere", 2021): any length in, any
 * length out. Section numbers below are of that paper.
 *
 * With SIMD, four compressions that do not depend on each other (chunks of one message, equal places of four messages,
 * blocks of a long output) run at once, one lane for each.
 * A state lies with the caller, so that secrets are wiped with the caller's memory; what lies in `scratch` is wiped here.
 */

/** Bytes of a message that make a leaf of the tree, and of a block. */
const CHUNK: u32 = 1024
const BLOCK: u32 = 64

// Flags (table 3).
const CHUNK_START: u32 = 1
const CHUNK_END: u32 = 2
const PARENT: u32 = 4
const ROOT: u32 = 8

// Places in a state: the key, the chunks absorbed, the flags of the mode, and the chaining values that wait for a sibling.
const KEY: usize = 0
const ABSORBED: usize = 32
const MODE: usize = 40
const WAITING: usize = 48

/** Bytes of a state for a message of `length` bytes; for one whose length is not known, that of any long one. */
export function blake3StateBytes(length: u32): usize {
  return length > CHUNK ? WAITING + 54 * 32 : WAITING
}

const iv = memory.data<u32>(
  [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  16,
)

/** The words of a message in the order in which each round takes them (table 2, applied again and again). */
const schedule = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8,
  3, 4, 10, 12, 13, 2, 7, 14, 6, 5, 9, 0, 11, 15, 8, 1,
  10, 7, 12, 9, 14, 3, 13, 15, 4, 0, 11, 2, 5, 8, 1, 6,
  12, 13, 9, 11, 15, 10, 14, 8, 7, 2, 5, 3, 0, 1, 6, 4,
  9, 14, 11, 5, 8, 12, 15, 1, 13, 3, 0, 10, 2, 6, 4, 7,
  11, 15, 5, 0, 1, 9, 8, 6, 14, 10, 2, 12, 3, 4, 7, 13,
])

// Scratch, wiped before a call returns; first what the portable module uses too, which leaves the rest alone.
const SCRATCH: usize = ASC_FEATURE_SIMD ? 1120 : 224
const scratch = memory.data(1120, 16)
/** The value on its way through a chunk. */
const value = scratch
/** The block of a parent. */
const children = scratch + 32
/** The last block of a chunk, padded; room for those of four lanes. */
const padded = scratch + 96
/** The state, and those of four lanes. */
const lanes = ASC_FEATURE_SIMD ? scratch + 352 : scratch + 160
/** Message words of four lanes. */
const words = scratch + 608
/** Chaining values of four lanes, word by word; and one after the other. */
const vectors = scratch + 864
const values = scratch + 992

function wipe(): void {
  for (let at: usize = 0; at < SCRATCH; at += 32) {
    store<u64>(scratch + at, 0)
    store<u64>(scratch + at, 0, 8)
    store<u64>(scratch + at, 0, 16)
    store<u64>(scratch + at, 0, 24)
  }
}

// Copies of a few words are spelled out: memory.copy calls out of the module.

// @ts-ignore: decorator
@inline
function copy16(to: usize, from: usize): void {
  store<u64>(to, load<u64>(from))
  store<u64>(to, load<u64>(from, 8), 8)
}

/** Copies a chaining value. */
// @ts-ignore: decorator
@inline
function copyValue(to: usize, from: usize): void {
  copy16(to, from)
  copy16(to + 16, from + 16)
}

// ── Rounds of the compression function, on one lane (T = u32) or on four (T = v128) ──

// @ts-ignore: decorator
@inline
function sum<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.add(a, b)
  // @ts-ignore: T is an integer here
  return a + b
}

/** (a ⊕ b) turned right. */
// @ts-ignore: decorator
@inline
function turned<T>(a: T, b: T, bits: i32): T {
  if (isVector<T>()) {
    const x = v128.xor(a, b)
    if (bits == 16) return i8x16.shuffle(x, x, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)
    if (bits == 8) return i8x16.shuffle(x, x, 1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12)
    return v128.or(i32x4.shr_u(x, bits), i32x4.shl(x, 32 - bits))
  }
  // @ts-ignore: T is an integer here
  return rotr<T>(a ^ b, bits)
}

/** Word number `index` of the round whose schedule begins at `order`. */
// @ts-ignore: decorator
@inline
function word<T>(message: usize, order: usize, index: usize): T {
  return load<T>(message + ((<usize>load<u8>(order + index)) << (isVector<T>() ? 4 : 2)))
}

/** Seven rounds (section 2.2) over the sixteen words at `lanes`, with the message words at `message`. */
function rounds<T>(message: usize): void {
  const size = sizeof<T>()
  let v0 = load<T>(lanes), v1 = load<T>(lanes + size), v2 = load<T>(lanes + 2 * size), v3 = load<T>(lanes + 3 * size)
  let v4 = load<T>(lanes + 4 * size), v5 = load<T>(lanes + 5 * size), v6 = load<T>(lanes + 6 * size), v7 = load<T>(lanes + 7 * size)
  let v8 = load<T>(lanes + 8 * size), v9 = load<T>(lanes + 9 * size), v10 = load<T>(lanes + 10 * size), v11 = load<T>(lanes + 11 * size)
  let v12 = load<T>(lanes + 12 * size), v13 = load<T>(lanes + 13 * size), v14 = load<T>(lanes + 14 * size), v15 = load<T>(lanes + 15 * size)
  for (let order = schedule; order < schedule + 112; order += 16) {
    // Columns
    v0 = sum<T>(sum<T>(v0, v4), word<T>(message, order, 0)); v1 = sum<T>(sum<T>(v1, v5), word<T>(message, order, 2))
    v2 = sum<T>(sum<T>(v2, v6), word<T>(message, order, 4)); v3 = sum<T>(sum<T>(v3, v7), word<T>(message, order, 6))
    v12 = turned<T>(v12, v0, 16); v13 = turned<T>(v13, v1, 16); v14 = turned<T>(v14, v2, 16); v15 = turned<T>(v15, v3, 16)
    v8 = sum<T>(v8, v12); v9 = sum<T>(v9, v13); v10 = sum<T>(v10, v14); v11 = sum<T>(v11, v15)
    v4 = turned<T>(v4, v8, 12); v5 = turned<T>(v5, v9, 12); v6 = turned<T>(v6, v10, 12); v7 = turned<T>(v7, v11, 12)
    v0 = sum<T>(sum<T>(v0, v4), word<T>(message, order, 1)); v1 = sum<T>(sum<T>(v1, v5), word<T>(message, order, 3))
    v2 = sum<T>(sum<T>(v2, v6), word<T>(message, order, 5)); v3 = sum<T>(sum<T>(v3, v7), word<T>(message, order, 7))
    v12 = turned<T>(v12, v0, 8); v13 = turned<T>(v13, v1, 8); v14 = turned<T>(v14, v2, 8); v15 = turned<T>(v15, v3, 8)
    v8 = sum<T>(v8, v12); v9 = sum<T>(v9, v13); v10 = sum<T>(v10, v14); v11 = sum<T>(v11, v15)
    v4 = turned<T>(v4, v8, 7); v5 = turned<T>(v5, v9, 7); v6 = turned<T>(v6, v10, 7); v7 = turned<T>(v7, v11, 7)
    // Diagonals
    v0 = sum<T>(sum<T>(v0, v5), word<T>(message, order, 8)); v1 = sum<T>(sum<T>(v1, v6), word<T>(message, order, 10))
    v2 = sum<T>(sum<T>(v2, v7), word<T>(message, order, 12)); v3 = sum<T>(sum<T>(v3, v4), word<T>(message, order, 14))
    v15 = turned<T>(v15, v0, 16); v12 = turned<T>(v12, v1, 16); v13 = turned<T>(v13, v2, 16); v14 = turned<T>(v14, v3, 16)
    v10 = sum<T>(v10, v15); v11 = sum<T>(v11, v12); v8 = sum<T>(v8, v13); v9 = sum<T>(v9, v14)
    v5 = turned<T>(v5, v10, 12); v6 = turned<T>(v6, v11, 12); v7 = turned<T>(v7, v8, 12); v4 = turned<T>(v4, v9, 12)
    v0 = sum<T>(sum<T>(v0, v5), word<T>(message, order, 9)); v1 = sum<T>(sum<T>(v1, v6), word<T>(message, order, 11))
    v2 = sum<T>(sum<T>(v2, v7), word<T>(message, order, 13)); v3 = sum<T>(sum<T>(v3, v4), word<T>(message, order, 15))
    v15 = turned<T>(v15, v0, 8); v12 = turned<T>(v12, v1, 8); v13 = turned<T>(v13, v2, 8); v14 = turned<T>(v14, v3, 8)
    v10 = sum<T>(v10, v15); v11 = sum<T>(v11, v12); v8 = sum<T>(v8, v13); v9 = sum<T>(v9, v14)
    v5 = turned<T>(v5, v10, 7); v6 = turned<T>(v6, v11, 7); v7 = turned<T>(v7, v8, 7); v4 = turned<T>(v4, v9, 7)
  }
  store<T>(lanes, v0); store<T>(lanes + size, v1); store<T>(lanes + 2 * size, v2); store<T>(lanes + 3 * size, v3)
  store<T>(lanes + 4 * size, v4); store<T>(lanes + 5 * size, v5); store<T>(lanes + 6 * size, v6); store<T>(lanes + 7 * size, v7)
  store<T>(lanes + 8 * size, v8); store<T>(lanes + 9 * size, v9); store<T>(lanes + 10 * size, v10); store<T>(lanes + 11 * size, v11)
  store<T>(lanes + 12 * size, v12); store<T>(lanes + 13 * size, v13); store<T>(lanes + 14 * size, v14); store<T>(lanes + 15 * size, v15)
}

// ── One compression ──

/**
 * Compresses one block into `out` (section 2.2): 32 bytes, or with `wide` all 64. `input` and `out` may be the same.
 * It stays on integers where there is SIMD too: with the rows of the state as vectors it took 113 ns instead of 94.
 */
function compress(input: usize, block: usize, length: u32, counter: u64, flags: u32, out: usize, wide: bool): void {
  copyValue(lanes, input)
  copy16(lanes + 32, iv)
  store<u64>(lanes, counter, 48)
  store<u32>(lanes, length, 56)
  store<u32>(lanes, flags, 60)
  rounds<u32>(block)
  for (let at: usize = 0; at < 32; at += 8) {
    const before = load<u64>(input + at)
    const high = load<u64>(lanes + at, 32)
    store<u64>(out + at, load<u64>(lanes + at) ^ high)
    if (wide) store<u64>(out + at, before ^ high, 32)
  }
}

// ── Four compressions at once ──

/** Lays four blocks, `stride` apart, as sixteen vectors of equal words. */
function transposeBlocks(first: usize, stride: usize): void {
  for (let at: usize = 0; at < 64; at += 16) {
    const m0 = v128.load(first + at)
    const m1 = v128.load(first + stride + at)
    const m2 = v128.load(first + 2 * stride + at)
    const m3 = v128.load(first + 3 * stride + at)
    const low01 = v128.shuffle<i32>(m0, m1, 0, 4, 1, 5)
    const high01 = v128.shuffle<i32>(m0, m1, 2, 6, 3, 7)
    const low23 = v128.shuffle<i32>(m2, m3, 0, 4, 1, 5)
    const high23 = v128.shuffle<i32>(m2, m3, 2, 6, 3, 7)
    const to = words + 4 * at
    v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2))
    v128.store(to, v128.shuffle<i64>(low01, low23, 1, 3), 16)
    v128.store(to, v128.shuffle<i64>(high01, high23, 0, 2), 32)
    v128.store(to, v128.shuffle<i64>(high01, high23, 1, 3), 48)
  }
}

/** Eight vectors of equal words as four chaining values, `stride` apart. */
function separateValues(from: usize, to: usize, stride: usize): void {
  for (let half: usize = 0; half < 2; half++) {
    const at = from + 64 * half
    const w0 = v128.load(at)
    const w1 = v128.load(at, 16)
    const w2 = v128.load(at, 32)
    const w3 = v128.load(at, 48)
    const low01 = v128.shuffle<i32>(w0, w1, 0, 4, 1, 5)
    const high01 = v128.shuffle<i32>(w0, w1, 2, 6, 3, 7)
    const low23 = v128.shuffle<i32>(w2, w3, 0, 4, 1, 5)
    const high23 = v128.shuffle<i32>(w2, w3, 2, 6, 3, 7)
    const out = to + 16 * half
    v128.store(out, v128.shuffle<i64>(low01, low23, 0, 2))
    v128.store(out + stride, v128.shuffle<i64>(low01, low23, 1, 3))
    v128.store(out + 2 * stride, v128.shuffle<i64>(high01, high23, 0, 2))
    v128.store(out + 3 * stride, v128.shuffle<i64>(high01, high23, 1, 3))
  }
}

/** Each word of `from` in all four lanes. */
function spread(from: usize, to: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) v128.store(to + 16 * i, v128.load32_splat(from + 4 * i))
}

/** The state of four lanes that start from the values at `from` and count on from `counter` in steps of `step`. */
function openLanes(from: usize, length: u32, counter: u64, step: u64, flags: u32): void {
  for (let at: usize = 0; at < 128; at += 16) v128.store(lanes + at, v128.load(from + at))
  spread(iv, lanes + 128, 4)
  for (let lane: usize = 0; lane < 4; lane++) {
    store<u32>(lanes + 4 * lane, <u32>counter, 192)
    store<u32>(lanes + 4 * lane, <u32>(counter >> 32), 208)
    counter += step
  }
  v128.store(lanes, i32x4.splat(length), 224)
  v128.store(lanes, i32x4.splat(flags), 240)
}

/** Compresses the blocks that lie in `words`, each into its lane of the values at `to`. */
function compressLanes(from: usize, length: u32, counter: u64, step: u64, flags: u32, to: usize): void {
  openLanes(from, length, counter, step, flags)
  rounds<v128>(words)
  for (let at: usize = 0; at < 128; at += 16) {
    v128.store(to + at, v128.xor(v128.load(lanes + at), v128.load(lanes + at, 128)))
  }
}

/**
 * Four chunks of `length` bytes each, which lie `stride` apart, into their chaining values, word by word at `to`; `last`
 * are further flags of their last block.
 */
function chunkLanes(
  key: usize,
  mode: u32,
  first: usize,
  stride: usize,
  length: u32,
  counter: u64,
  step: u64,
  last: u32,
  to: usize,
): void {
  spread(key, to, 8)
  let flags = mode | CHUNK_START
  while (length > BLOCK) {
    transposeBlocks(first, stride)
    compressLanes(to, BLOCK, counter, step, flags, to)
    flags = mode
    first += BLOCK
    length -= BLOCK
  }
  if (length < BLOCK) {
    memory.fill(padded, 0, 256)
    for (let lane: usize = 0; lane < 4; lane++) memory.copy(padded + 64 * lane, first + stride * lane, length)
    transposeBlocks(padded, 64)
  } else {
    transposeBlocks(first, stride)
  }
  compressLanes(to, length, counter, step, flags | CHUNK_END | last, to)
}

// ── The tree (section 2.4) ──

/** A chunk up to its last block, whose input value is left at `to`. Returns the flags of that block. */
function chunkBody(key: usize, mode: u32, first: usize, length: u32, counter: u64, to: usize): u32 {
  copyValue(to, key)
  let flags = mode | CHUNK_START
  for (; length > BLOCK; length -= BLOCK, first += BLOCK) {
    compress(to, first, BLOCK, counter, flags, to, false)
    flags = mode
  }
  return flags | CHUNK_END
}

/** Bytes of the last block of a chunk. */
// @ts-ignore: decorator
@inline
function lastLength(length: u32): u32 {
  return length == 0 ? 0 : ((length - 1) % BLOCK) + 1
}

/** The last block of a chunk, padded with zeros if need be. */
function lastBlock(first: usize, length: u32): usize {
  const rest = lastLength(length)
  const block = first + length - rest
  if (rest == BLOCK) return block
  for (let at: usize = 0; at < BLOCK; at += 8) store<u64>(padded + at, 0)
  memory.copy(padded, block, rest)
  return padded
}

/** Takes the value of the next whole chunk, at `leaf`, into the tree: every subtree it completes becomes one value. */
function push(state: usize, leaf: usize): void {
  const absorbed = load<u64>(state, ABSORBED)
  let top = state + WAITING + 32 * <usize>popcnt(absorbed)
  copyValue(top, leaf)
  for (let rest = absorbed; (rest & 1) != 0; rest >>= 1) {
    top -= 32
    compress(state + KEY, top, BLOCK, 0, load<u32>(state, MODE) | PARENT, top, false)
  }
  store<u64>(state, absorbed + 1, ABSORBED)
}

function absorb(state: usize, message: usize, chunks: u32): void {
  const mode = load<u32>(state, MODE)
  if (ASC_FEATURE_SIMD) {
    for (; chunks >= 4; chunks -= 4, message += 4 * CHUNK) {
      chunkLanes(state + KEY, mode, message, CHUNK, CHUNK, load<u64>(state, ABSORBED), 1, 0, vectors)
      separateValues(vectors, values, 32)
      for (let at: usize = 0; at < 128; at += 32) push(state, values + at)
    }
  }
  for (; chunks > 0; chunks--, message += CHUNK) {
    const counter = load<u64>(state, ABSORBED)
    const flags = chunkBody(state + KEY, mode, message, CHUNK, counter, value)
    compress(value, message + CHUNK - BLOCK, BLOCK, counter, flags, value, false)
    push(state, value)
  }
}

/** Writes the root's output (section 2.6); there is room for a whole number of blocks. */
function squeeze(input: usize, block: usize, length: u32, flags: u32, output: usize, outputLength: u32): void {
  flags |= ROOT
  let blocks = (outputLength + BLOCK - 1) / BLOCK
  let counter: u64 = 0
  if (ASC_FEATURE_SIMD) {
    if (blocks >= 4) {
      spread(input, vectors, 8)
      spread(block, words, 16)
      for (; blocks >= 4; blocks -= 4, counter += 4, output += 4 * BLOCK) {
        openLanes(vectors, length, counter, 1, flags)
        rounds<v128>(words)
        for (let at: usize = 0; at < 128; at += 16) {
          const high = v128.load(lanes + at, 128)
          v128.store(lanes + at, v128.xor(v128.load(lanes + at), high))
          v128.store(lanes + at, v128.xor(v128.load(vectors + at), high), 128)
        }
        separateValues(lanes, output, BLOCK)
        separateValues(lanes + 128, output + 32, BLOCK)
      }
    }
  }
  const wide = outputLength > 32
  for (; blocks > 0; blocks--, counter++, output += BLOCK) {
    compress(input, block, length, counter, flags, output, wide)
  }
}

/**
 * Absorbs whole chunks, 1,024 bytes each, of a message of which more is to come.
 * `state`, aligned to 8: key (32), zeros (8) before the first chunk, flags of the mode (8), then room for values that wait:
 * {@link blake3StateBytes} in all.
 */
export function blake3Absorb(state: usize, message: usize, chunks: u32): void {
  absorb(state, message, chunks)
  wipe()
}

/**
 * Absorbs the last part of a message (empty only if nothing came before) and writes `outputLength` bytes of output, for
 * which there is room rounded up to whole blocks of 64.
 */
export function blake3Finish(state: usize, message: usize, length: u32, output: usize, outputLength: u32): void {
  finish(state, message, length, output, outputLength)
  wipe()
}

function finish(state: usize, message: usize, length: u32, output: usize, outputLength: u32): void {
  if (length > CHUNK) {
    const chunks = (length - 1) / CHUNK
    absorb(state, message, chunks)
    message += chunks * CHUNK
    length -= chunks * CHUNK
  }
  const mode = load<u32>(state, MODE)
  const counter = load<u64>(state, ABSORBED)
  const flags = chunkBody(state + KEY, mode, message, length, counter, value)
  const block = lastBlock(message, length)
  const rest = lastLength(length)
  if (counter == 0) {
    squeeze(value, block, rest, flags, output, outputLength)
  } else {
    compress(value, block, rest, counter, flags, children + 32, false)
    let top = state + WAITING + 32 * <usize>popcnt(counter)
    while (true) {
      top -= 32
      copyValue(children, top)
      if (top == state + WAITING) break
      compress(state + KEY, children, BLOCK, 0, mode | PARENT, children + 32, false)
    }
    squeeze(state + KEY, children, BLOCK, mode | PARENT, output, outputLength)
  }
}

/**
 * Hashes `count` messages of `length` bytes each, which lie one behind the other, to 32 bytes each, four at once where there
 * is SIMD. `work`: room for {@link blake3EachBytes}, wiped by the caller like the messages.
 */
export function blake3Each(
  key: usize,
  mode: u32,
  messages: usize,
  length: u32,
  count: u32,
  output: usize,
  work: usize,
): void {
  if (ASC_FEATURE_SIMD) {
    for (; count >= 4; count -= 4, messages += 4 * length, output += 128) {
      hashLanes(key, mode, messages, length, work)
      separateValues(work, output, 32)
    }
  }
  for (; count > 0; count--, messages += length, output += 32) {
    copyValue(work + KEY, key)
    store<u64>(work, 0, ABSORBED)
    store<u64>(work, mode, MODE)
    finish(work, messages, length, output, 32)
  }
  wipe()
}

/** Bytes that {@link blake3Each} works in. */
export function blake3EachBytes(length: u32): usize {
  const ofLanes = (length / CHUNK + 1) * 128
  return max<usize>(ofLanes, blake3StateBytes(length))
}

/** Four messages into their hashes, word by word at `work`. */
function hashLanes(key: usize, mode: u32, messages: usize, length: u32, work: usize): void {
  let nodes: u32 = length == 0 ? 1 : (length + CHUNK - 1) / CHUNK
  for (let chunk: u32 = 0; chunk < nodes; chunk++) {
    const size = min(CHUNK, length - chunk * CHUNK)
    const last = nodes == 1 ? ROOT : 0
    chunkLanes(key, mode, messages + chunk * CHUNK, length, size, chunk, 0, last, work + 128 * chunk)
  }
  // Level by level, a value without a sibling goes up as it is: the same tree as that of section 2.4.
  while (nodes > 1) {
    for (let node: u32 = 0; node < nodes >> 1; node++) {
      for (let at: usize = 0; at < 256; at += 16) v128.store(words + at, v128.load(work + 256 * node + at))
      spread(key, vectors, 8)
      compressLanes(vectors, BLOCK, 0, 0, mode | PARENT | (nodes == 2 ? ROOT : 0), work + 128 * node)
    }
    if ((nodes & 1) != 0) memory.copy(work + 128 * (nodes >> 1), work + 128 * (nodes - 1), 128)
    nodes = (nodes + 1) >> 1
  }
}

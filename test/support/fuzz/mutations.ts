/** Ways to spoil a call: in its values, in its frame, in its bytes. */
import fc from 'fast-check'

/** Values that have troubled somebody somewhere. */
const NASTY: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    2 ** 64,
    1e308,
    5e-324,
    '',
    ' ',
    '0',
    '-1',
    '1e3',
    '0x10',
  ],
  ...['NaN', 'null', 'true', '01', '1.0', '18446744073709551615', '18446744073709551616', '9'.repeat(400)],
  ...[
    '\u0000',
    '\ud800',
    '\udc00\ud800',
    '\u202e',
    'é',
    'e\u0301',
    '\u{1f600}',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    '../../etc/passwd',
    '%s%n',
    '{{7*7}}',
    '"; DROP',
    '<script>',
    '$accountId',
    'x'.repeat(5_000),
    '00'.repeat(5_000),
  ],
  ...[
    [],
    {},
    [[]],
    [{}],
    { length: 1 },
    { toString: 1 },
    { valueOf: null },
    { type: 'none' },
    [null],
    Array(100).fill(0),
  ],
]

const nasty = fc.constantFrom(...NASTY)

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The same value with something in it put in place of something else, left out, added or nested. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value as Json, [])
  return fc
    .tuple(
      fc.nat(),
      fc.constantFrom('replace', 'remove', 'add', 'nest', 'wrap'),
      nasty,
      fc.integer({ min: 1, max: 200 }),
    )
    .map(([at, how, bad, depth]) =>
      change(value as Json, places[at % places.length]!, how, bad as Json, depth),
    )
}

function placesOf(value: Json, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, item]) => placesOf(item, [...path, name]))]
}

function change(value: Json, path: readonly string[], how: string, bad: Json, depth: number): Json {
  const [name, ...rest] = path
  if (name !== undefined && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      if (key !== name) return [[key, item]]
      if (rest.length === 0 && how === 'remove') return []
      return [[key, change(item, rest, how, bad, depth)]]
    })
    return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
  }
  switch (how) {
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, [typeof bad === 'string' ? bad : 'surplus']: bad }
        : [value, bad]
    case 'nest':
      return JSON.parse('['.repeat(depth) + JSON.stringify(value) + ']'.repeat(depth))
    case 'wrap':
      return { value }
    default:
      return bad
  }
}

/** The bytes of a text with some of them cut, doubled, swapped or turned over. */
export function damaged(text: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(text)
  const damage = fc.tuple(
    fc.nat(Math.max(0, bytes.length - 1)),
    fc.nat(255),
    fc.constantFrom('cut', 'flip', 'insert', 'double', 'end'),
  )
  return fc.array(damage, { minLength: 1, maxLength: 3 }).map((list) =>
    list.reduce((now, [at, byte, how]) => {
      const place = Math.min(at, now.length)
      const [head, tail] = [now.subarray(0, place), now.subarray(place)]
      if (how === 'cut') return Buffer.concat([head, tail.subarray(1)])
      if (how === 'flip') return Buffer.concat([head, Buffer.of((tail[0] ?? 0) ^ byte), tail.subarray(1)])
      if (how === 'insert') return Buffer.concat([head, Buffer.of(byte), tail])
      if (how === 'double') return Buffer.concat([head, tail, tail])
      return head
    }, bytes),
  )
}

import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { askNewSecret, askSecret, confirm } from '../../src/cli/ask.ts'
import { CliError } from '../../src/cli/cli-error.ts'

/** A terminal on which somebody types. */
function terminal(...typed: string[]) {
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    raw: [] as boolean[],
    setRawMode(raw: boolean) {
      this.raw.push(raw)
      if (raw) stdin.write(typed.shift() ?? '')
    },
  })
  const drawn: string[] = []
  return { stdin, drawn, draw: (text: string) => drawn.push(text), signal: new AbortController().signal }
}

test('a secret is not echoed, and the terminal is left as it was', async () => {
  const io = terminal('hunter2\r')
  assert.equal(await askSecret('Passphrase', io), 'hunter2')
  assert.deepEqual(io.drawn, ['Passphrase: ', '\n'])
  assert.deepEqual(io.stdin.raw, [true, false])
})

test('backspace takes back a character, Ctrl-U all of them', async () => {
  assert.equal(await askSecret('Passphrase', terminal('wrong\u0015hunterr\u007f2\r')), 'hunter2')
})

test('Ctrl-C ends the command, and the terminal is left as it was', async () => {
  const io = terminal('hun\u0003')
  await assert.rejects(
    askSecret('Passphrase', io),
    (error) => error instanceof CliError && error.code === 130,
  )
  assert.deepEqual(io.stdin.raw, [true, false])
})

test('nothing is no secret', async () => {
  await assert.rejects(askSecret('Passphrase', terminal('\r')), /nothing was given/)
})

test('a new secret is asked for twice', async () => {
  assert.equal(await askNewSecret('New passphrase', terminal('one\r', 'one\r')), 'one')
  await assert.rejects(askNewSecret('New passphrase', terminal('one\r', 'two\r')), /not the same/)
})

test('several secrets come from one pipe, a line each', async () => {
  const stdin = new PassThrough()
  const io = { stdin, draw: () => {}, signal: new AbortController().signal }
  stdin.end('first\nsecond\r\nthird')
  assert.equal(await askSecret('First', io), 'first')
  assert.equal(await askSecret('Second', io), 'second')
  assert.equal(await askSecret('Third', io), 'third')
  await assert.rejects(askSecret('Fourth', io), /nothing was given/)
})

test('asking back takes yes for yes and anything else for no', async () => {
  for (const [answer, expected] of [
    ['y\n', true],
    ['YES\n', true],
    ['\n', false],
    ['no\n', false],
  ] as const) {
    const io = terminal()
    io.stdin.write(answer)
    assert.equal(await confirm('Sure?', io), expected)
  }
})

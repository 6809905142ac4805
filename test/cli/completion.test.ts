import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, test } from 'node:test'
import { createCommandLine } from '../support/command-line.ts'

const shell = createCommandLine()
after(() => shell.remove())

/** What bash proposes for a command line that ends here. */
async function propose(...words: string[]): Promise<string[]> {
  const { out } = await shell.run(['completion', 'bash'])
  const script = `${out}
COMP_WORDS=(stegos ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_stegos
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    cwd: shell.directory,
  })
  assert.equal(status, 0, stderr)
  return stdout.split('\n').filter((line) => line !== '')
}

test('bash completes commands, their second words, flags and methods', async () => {
  assert.deepEqual(await propose('acc'), ['account'])
  assert.deepEqual(await propose('account', 'cre'), ['create'])
  assert.deepEqual(await propose('status', '--ur'), ['--url'])
  assert.deepEqual(await propose('rpc', 'payment.sendP'), ['payment.sendPublic'])
  assert.deepEqual(await propose('completion', 'z'), ['zsh'])
  assert.ok((await propose('help', '')).includes('exit-codes'))
  assert.ok((await propose('send', 'dstg1x', '--wa')).includes('--wait'))
})

test('every shell gets a script', async () => {
  for (const name of ['bash', 'zsh', 'fish']) {
    const { code, out } = await shell.run(['completion', name])
    assert.equal(code, 0)
    assert.match(out, /account/)
  }
})

/** Questions at the terminal; at the other end of a pipe, the next line of it. */
import { CliError, usageError } from './cli-error.ts'
import { EXIT } from './exit-codes.ts'
import type { Io } from './io.ts'

type AskIo = Pick<Io, 'stdin' | 'draw' | 'signal'>

/** Asks for something nobody may read over the shoulder: nothing is echoed. @throws CliError when nothing is given */
export async function askSecret(question: string, io: AskIo): Promise<string> {
  const { stdin } = io
  if (!stdin.isTTY) return required(await readLine(io), question)
  io.draw(`${question}: `)
  stdin.setRawMode?.(true)
  try {
    return required(await typeLine(io), question)
  } finally {
    stdin.setRawMode?.(false)
    stdin.pause()
    io.draw('\n')
  }
}

/** Asks for a secret twice, so that a slip of the finger is noticed; once at the end of a pipe. */
export async function askNewSecret(question: string, io: AskIo): Promise<string> {
  const secret = await askSecret(question, io)
  if (io.stdin.isTTY && (await askSecret('Once more', io)) !== secret)
    throw usageError('the two are not the same')
  return secret
}

/** Asks back before something that cannot be undone. */
export async function confirm(question: string, io: AskIo): Promise<boolean> {
  if (!io.stdin.isTTY) throw usageError(`${question} Nobody can be asked: confirm with --yes`)
  io.draw(`${question} [y/N] `)
  const answer = await readLine(io)
  return /^y(es)?$/i.test(answer?.trim() ?? '')
}

/** Asks for something; an empty line stands for what is usual. */
export async function askLine(question: string, usual: string, io: AskIo): Promise<string> {
  io.draw(`${question} [${usual}] `)
  return (await readLine(io))?.trim() || usual
}

function required(text: string | undefined, question: string): string {
  if (!text) throw usageError(`${question}: nothing was given`)
  return text
}

/** The next line, without its end. Leaves in the stream what follows it. */
async function readLine({ stdin, signal }: AskIo): Promise<string | undefined> {
  const taken: Buffer[] = []
  for (;;) {
    const chunk = await nextChunk(stdin, signal)
    if (!chunk) return taken.length === 0 ? undefined : Buffer.concat(taken).toString('utf8')
    const end = chunk.indexOf('\n')
    taken.push(end < 0 ? chunk : chunk.subarray(0, end))
    if (end < 0) continue
    if (end + 1 < chunk.length) stdin.unshift(chunk.subarray(end + 1))
    return Buffer.concat(taken).toString('utf8').replace(/\r$/, '')
  }
}

/** A line typed in raw mode: the terminal does nothing of its own, so editing and Ctrl-C are done here. */
async function typeLine({ stdin, signal }: AskIo): Promise<string> {
  let line: string[] = []
  for (;;) {
    const chunk = await nextChunk(stdin, signal)
    if (!chunk) return line.join('')
    for (const character of chunk.toString('utf8')) {
      if (character === '\r' || character === '\n' || character === '\u0004') return line.join('')
      if (character === '\u0003') throw new CliError(EXIT.interrupted, 'interrupted')
      if (character === '\u0015') line = []
      else if (character === '\u007f' || character === '\b') line.pop()
      else line.push(character)
    }
  }
}

function nextChunk(stdin: Io['stdin'], signal: AbortSignal): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      stdin.off('readable', read)
      stdin.off('end', end)
      signal.removeEventListener('abort', stop)
      act()
    }
    const read = () => {
      const chunk = stdin.read() as Buffer | null
      if (chunk) settle(() => resolve(Buffer.from(chunk)))
    }
    const end = () => settle(() => resolve(undefined))
    const stop = () => settle(() => reject(signal.reason))
    if (stdin.readableEnded) return resolve(undefined)
    stdin.on('readable', read)
    stdin.on('end', end)
    signal.addEventListener('abort', stop, { once: true })
    read()
  })
}

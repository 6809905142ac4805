/** The program that follows a stream, in each language there is an SDK for. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanEnvironment } from '../node-process.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const CACHE = join(ROOT, 'node_modules', '.cache', 'sdks')

export type Follower = {
  readonly name: string
  /** Program and words. */
  readonly command: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

export type Language = 'typescript' | 'python' | 'go' | 'rust' | 'java'

export const LANGUAGES: readonly Language[] = ['typescript', 'python', 'go', 'rust', 'java']

/** What is missing on this machine to run it; undefined when nothing is. */
export function missingTools(language: Language): string | undefined {
  if (language === 'typescript') return undefined
  const { status, stdout, stderr } = spawnSync(testScript(language), ['--tools'], { encoding: 'utf8' })
  return status === 0 ? undefined : `${stdout}${stderr}`.trim()
}

/** @param built whether `test.sh --build` has run already. @throws Error with what the compiler says */
export function makeFollowers(language: Language, { built = false } = {}): Follower[] {
  if (language === 'rust' && !built) run(testScript(language), ['--examples'])
  if (language === 'java' && !built) run(testScript(language), ['--build'])
  return MAKERS[language]()
}

const MAKERS: Record<Language, () => Follower[]> = {
  typescript: () => [
    {
      name: 'typescript',
      command: [process.execPath, join(import.meta.dirname, 'follow.ts')],
      environment: {},
    },
  ],
  python: () => {
    const found = [process.env.PYTHON, '/usr/bin/python3', 'python3'].find(
      (python) => python && spawnSync(python, ['-c', 'import h11, wsproto']).status === 0,
    )
    const program = join(ROOT, 'sdks', 'python', 'examples', 'follow.py')
    const environment = { PYTHONPATH: join(ROOT, 'sdks', 'python'), PYTHONDONTWRITEBYTECODE: '1' }
    return [
      { name: 'python', command: [found!, program], environment },
      { name: 'python asyncio', command: [found!, program, '--asyncio'], environment },
    ]
  },
  go: () => {
    const program = join(CACHE, 'go', 'follow')
    const modules = join(CACHE, 'go', 'offline.mod')
    const sources = '/usr/share/gocode/src/github.com/gorilla/websocket'
    const folder = join(ROOT, 'sdks', 'go')
    mkdirSync(join(CACHE, 'go'), { recursive: true })
    // As test.sh does it: no proxy of modules is asked.
    run('cp', [join(folder, 'go.mod'), modules])
    writeFileSync(join(CACHE, 'go', 'offline.sum'), '')
    run('go', ['mod', 'edit', '-replace', `github.com/gorilla/websocket=${sources}`, modules])
    run('go', ['build', '-o', program, './examples/follow'], {
      cwd: folder,
      env: {
        GOPROXY: 'off',
        GOFLAGS: `-modfile=${modules} -mod=mod`,
        GOCACHE: join(CACHE, 'go', 'compiled'),
      },
    })
    return [{ name: 'go', command: [program], environment: {} }]
  },
  rust: () => [
    {
      name: 'rust',
      command: [join(CACHE, 'rust', 'target', 'debug', 'examples', 'follow')],
      environment: {},
    },
  ],
  java: () => [
    {
      name: 'java',
      command: [
        'java',
        '-Xmx256m',
        '-cp',
        `${join(CACHE, 'java', 'main')}:${join(CACHE, 'java', 'test')}`,
        'Follow',
      ],
      environment: {},
    },
  ],
}

function testScript(language: Language): string {
  return join(ROOT, 'sdks', language, 'test.sh')
}

function run(program: string, words: readonly string[], { cwd = ROOT, env = {} } = {}): void {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    // Compilers find what they need at home.
    env: { ...cleanEnvironment(homedir()), ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw error ?? new Error(`${program} ${words.join(' ')}:\n${stdout}${stderr}`)
}

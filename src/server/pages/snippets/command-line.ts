import { NODE_URL, shellQuote } from './curl.ts'
import type { Language } from './language.ts'

export const commandLine: Language = {
  id: 'cli',
  title: 'CLI',
  start: `stegos status --url ${NODE_URL}\nstegos rpc node.status`,
  call: ({ method }, params) =>
    Object.keys(params as object).length === 0
      ? `stegos rpc ${method}`
      : `stegos rpc ${method} \\\n  ${shellQuote(JSON.stringify(params, null, 2).replaceAll('\n', '\n  '))}`,
}

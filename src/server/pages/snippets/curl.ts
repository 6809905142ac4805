import type { Language } from './language.ts'

/** The page puts in the address it was read from. */
export const NODE_URL = 'http://127.0.0.1:3145'

export const curl: Language = {
  id: 'curl',
  title: 'curl',
  start: `TOKEN=$(cat api.token)   # in the data directory\n\n${request({ jsonrpc: '2.0', id: 1, method: 'node.status' })}`,
  call: ({ method }, params) => request({ jsonrpc: '2.0', id: 1, method, params }),
}

function request(body: object): string {
  return `curl -s ${NODE_URL}/rpc \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  -d ${shellQuote(JSON.stringify(body, null, 2).replaceAll('\n', '\n  '))}`
}

/** As one word of a shell. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

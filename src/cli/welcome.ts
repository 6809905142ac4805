/** What a node prints when it listens: where it is, where the token is, and what to try first. */
import type { Io } from './io.ts'
import { DEFAULT_LISTEN, dataDirOf } from './paths.ts'

export type WelcomeParams = {
  readonly kind: 'devnet' | 'node'
  readonly url: string
  /** Of the other nodes in the process. */
  readonly others: readonly string[]
  readonly dataDirectory: string
  readonly tokenFile: string
  /** Of a network that is there already, in hex. */
  readonly chainId: string | undefined
  /** Whether the node connects to nobody. */
  readonly alone: boolean
  readonly io: Pick<Io, 'program' | 'cwd' | 'home'>
}

const ALONE =
  'It connects to nobody: nothing says where others are (see: stegos help configuration, --network-bootstrap).'

/** Who the node is to others, once that is known. */
export function reachableAt(peerId: string, addresses: readonly string[]): readonly string[] {
  return [`  Peer         ${peerId}`, ...addresses.map((address) => `  Listens at   ${address}`), '']
}

export function welcome(params: WelcomeParams): readonly string[] {
  const { kind, url, others, dataDirectory, tokenFile, chainId, alone } = params
  return [
    kind === 'devnet' ? 'Stegos development network' : 'Stegos node',
    '',
    `  Address      ${url}`,
    ...others.map((other, index) => `  Node ${index + 2}       ${other}`),
    `  Reference    ${url}/docs`,
    `  Data         ${dataDirectory}`,
    `  Owner token  ${tokenFile}`,
    ...(chainId === undefined ? [] : [`  Chain        ${chainId}`]),
    '',
    ...(kind === 'devnet'
      ? ['Try in another terminal:', '', ...tries(params).map((line) => `  ${line}`)]
      : [alone ? ALONE : 'Compare the chain with what the makers of the network have published.']),
    '',
  ]
}

/** Three commands that work as they stand. The token is read from its file, so that it is in no terminal history. */
function tries(params: WelcomeParams): readonly string[] {
  const { url, tokenFile } = params
  const token = quote(tokenFile)
  const call = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'node.status' })
  const stegos = params.io.program
  const flags = clientFlags(params)
  return [
    `curl -s ${url}/rpc -H "Authorization: Bearer $(cat ${token})" -H 'Content-Type: application/json' -d '${call}'`,
    `${stegos} account create --name alice${flags}`,
    `${stegos} faucet 100 --account alice --wait${flags}`,
  ]
}

/** Flags without which a client would look elsewhere. */
function clientFlags({ url, dataDirectory, io }: WelcomeParams): string {
  const there = dataDirectory === dataDirOf({}, io) ? '' : ` --data-dir ${quote(dataDirectory)}`
  return url === `http://${DEFAULT_LISTEN}` ? there : `${there} --url ${url}`
}

function quote(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/**
 * Every flag of every command. Those with `persistent` can stand in the environment as `STEGOS_<NAME>` and in the
 * configuration file under the flag's name, too.
 */

export type OptionKind = 'text' | 'switch' | 'count' | 'list'

export type OptionSpec = {
  readonly kind: OptionKind
  /** What stands for the value in help. */
  readonly value?: string
  readonly about: string
  readonly persistent?: boolean
  readonly short?: string
  /** Given several times, the values stand in a row, with commas between them. */
  readonly row?: boolean
  /** Values the shell can propose. */
  readonly choices?: readonly string[]
  /** The shell proposes files, or folders. */
  readonly path?: 'file' | 'folder'
}

const ADDRESSES = { kind: 'list', value: 'ADDRESS', persistent: true } as const
const FILE = { kind: 'text', value: 'FILE', path: 'file' } as const

export const OPTIONS = {
  help: { kind: 'switch', short: 'h', about: 'Print help.' },
  json: { kind: 'switch', persistent: true, about: 'Print JSON, for programs.' },
  config: {
    ...FILE,
    about: 'Configuration: a JSON object of flags (default: ~/.stegos/config.json, if there).',
  },

  'data-dir': {
    kind: 'text',
    value: 'DIR',
    path: 'folder',
    persistent: true,
    about: 'Where the node keeps its data, and the token (default: ~/.stegos/dev).',
  },
  listen: {
    kind: 'text',
    value: 'HOST:PORT',
    persistent: true,
    about: 'Where the node listens (default: 127.0.0.1:3145).',
  },
  genesis: { ...FILE, persistent: true, about: 'Genesis of the network the node belongs to.' },
  validators: {
    kind: 'count',
    value: 'COUNT',
    persistent: true,
    about: 'Full nodes of the development network, each a validator, at its first start (default: 1).',
  },
  processes: {
    kind: 'switch',
    about: 'Each node in a process of its own, connected over real sockets on this machine.',
  },
  'allow-public': {
    kind: 'switch',
    persistent: true,
    about: 'Listen on an address others can reach, without TLS.',
  },
  'tls-cert': { ...FILE, persistent: true, about: 'Certificate, PEM. Needs --tls-key.' },
  'tls-key': { ...FILE, persistent: true, about: 'Private key, PEM. Needs --tls-cert.' },
  'allow-host': {
    kind: 'list',
    value: 'NAME',
    persistent: true,
    about: 'A host name the node is known under, beside localhost; repeatable.',
  },
  'allow-origin': {
    kind: 'list',
    value: 'ORIGIN',
    persistent: true,
    about: 'A web origin whose pages may call the node, beside localhost; repeatable.',
  },
  'log-level': {
    kind: 'text',
    value: 'LEVEL',
    persistent: true,
    choices: ['silent', 'error', 'warn', 'info', 'debug'],
    about: 'How much the node writes to stderr (default: warn).',
  },
  'award-prover': {
    kind: 'text',
    value: 'on|off',
    persistent: true,
    choices: ['on', 'off'],
    about:
      'Whether the node works out the delays of awards, in a thread of its own (default: on for a validator, off for others).',
  },
  prune: {
    kind: 'switch',
    persistent: true,
    about:
      'Keep headers, certificates, unspent coins and the blocks of the retention period, and drop older blocks for good.',
  },
  'serve-snapshots': {
    kind: 'text',
    value: 'on|off',
    persistent: true,
    choices: ['on', 'off'],
    about: 'Whether snapshots are made for new nodes to begin with (default: on, with --prune off).',
  },
  'snapshot-blocks': {
    kind: 'count',
    value: 'COUNT',
    persistent: true,
    about:
      'Blocks between those snapshots, the same on all nodes of a network (default: whole epochs of an hour or more).',
  },
  snapshot: {
    kind: 'text',
    value: 'on|off',
    persistent: true,
    choices: ['on', 'off'],
    about: 'Whether a new chain of a node that prunes begins with a snapshot that peers have (default: on).',
  },
  'state-check': {
    kind: 'count',
    value: 'HOURS',
    persistent: true,
    about:
      'Hours between checks of the state on disk against what the chain has certified (default: 24; 0: none).',
  },
  'network-listen': {
    ...ADDRESSES,
    about:
      'Where other nodes can connect, such as /ip4/0.0.0.0/tcp/7700, or with /ws at its end; repeatable.',
  },
  'network-announce': {
    ...ADDRESSES,
    about:
      'What others are told to reach this node at (default: where it listens, if that is public); repeatable.',
  },
  'network-bootstrap': {
    ...ADDRESSES,
    about: 'Where to begin: addresses of nodes that end in /p2p/ID; repeatable.',
  },
  'network-persistent': {
    ...ADDRESSES,
    about: 'Nodes to be connected with always, /p2p/ID at the end; repeatable.',
  },
  'network-only-peers': {
    ...ADDRESSES,
    about:
      'Connect with these nodes alone, let nobody else in and announce nothing: the sentries of this validator; repeatable.',
  },
  'network-private-peers': {
    kind: 'list',
    value: 'ID',
    persistent: true,
    about: 'Peer ids that others are never told of: the validators behind this sentry; repeatable.',
  },
  'network-max-outbound': {
    kind: 'count',
    value: 'COUNT',
    persistent: true,
    about: 'Nodes that this one connects to, beside persistent ones (default: 10).',
  },
  'network-max-inbound': {
    kind: 'count',
    value: 'COUNT',
    persistent: true,
    about: 'Nodes that may connect to this one, beside persistent and private ones (default: 48).',
  },
  'network-free-local': {
    kind: 'switch',
    persistent: true,
    about:
      'No limits by address for this machine and private networks (default: on development networks alone).',
  },
  'network-mdns': { kind: 'switch', persistent: true, about: 'Find nodes on the local network.' },
  'network-dht': { kind: 'switch', persistent: true, about: 'Find nodes through those already found.' },
  'network-socks': {
    kind: 'text',
    value: 'URL',
    persistent: true,
    about:
      'Proxy that everything outbound goes through, names included, such as socks5://127.0.0.1:9050 of Tor.',
  },
  'network-keep-identity': {
    kind: 'switch',
    persistent: true,
    about:
      'The same peer id at every start, which sentries and bootstrap nodes need (default: validators alone).',
  },
  'check-answers': {
    kind: 'switch',
    persistent: true,
    about: 'Hold every answer and event against the contract before it is sent, for development.',
  },

  url: {
    kind: 'text',
    value: 'URL',
    persistent: true,
    about: 'Address of the node (default: http:// and what --listen says).',
  },
  'token-file': {
    ...FILE,
    persistent: true,
    about: 'File with the token (default: api.token in the data directory). STEGOS_TOKEN goes first.',
  },
  timeout: {
    kind: 'count',
    value: 'SECONDS',
    persistent: true,
    about: 'Wait so long for each of six attempts at an answer (default: 60).',
  },
  account: {
    kind: 'text',
    row: true,
    short: 'a',
    value: 'ACCOUNT',
    persistent: true,
    about: 'Id or name of the account; may be left out when the node has only one.',
  },

  name: { kind: 'text', value: 'NAME', about: 'A name, for people.' },
  label: { kind: 'text', value: 'LABEL', about: 'A label for the address.' },
  'ask-passphrase': { kind: 'switch', about: 'Ask for a passphrase that protects the account.' },
  'passphrase-file': {
    ...FILE,
    persistent: true,
    about: 'Read the passphrase from a file; STEGOS_PASSPHRASE goes first. Otherwise it is asked for.',
  },
  'new-passphrase-file': {
    ...FILE,
    about: 'Read the new passphrase from a file. Otherwise it is asked for.',
  },
  'no-passphrase': { kind: 'switch', about: 'Take the passphrase away.' },
  'phrase-file': { ...FILE, about: 'Read the recovery phrase from a file. Otherwise it is asked for.' },
  'view-key-file': { ...FILE, about: 'Read the view key from a file. Otherwise it is asked for.' },
  'from-height': { kind: 'count', value: 'HEIGHT', about: 'Read the chain from this block on.' },
  'no-wait': { kind: 'switch', about: 'Do not wait until it is done.' },
  internal: { kind: 'switch', about: 'Those the node keeps for itself, such as the faucet’s.' },
  yes: { kind: 'switch', short: 'y', about: 'Do not ask back.' },

  limit: { kind: 'count', value: 'COUNT', about: 'So many at most (default: 20).' },
  oldest: { kind: 'switch', about: 'Oldest first.' },
  cursor: { kind: 'text', value: 'CURSOR', about: 'Go on from here; what --json printed as `next`.' },
  app: { kind: 'text', value: 'TAG', about: 'Application tag.' },
  sent: { kind: 'switch', about: 'Those sent instead of those received.' },
  received: { kind: 'switch', about: 'Only those received.' },
  status: { kind: 'text', value: 'STATUS', about: 'Only those that stand like this.' },
  to: { kind: 'list', value: 'ADDRESS=AMOUNT', about: 'Whom to pay how many STG; repeatable.' },
  challenge: {
    kind: 'text',
    value: 'TEXT',
    about: 'What whoever asks for the receipt chose: it holds under that alone.',
  },
  unspent: { kind: 'switch', about: 'Only those that are not spent.' },
  payload: { kind: 'switch', about: 'With the encrypted payload.' },
  encoded: { kind: 'switch', about: 'With its bytes, in hex.' },
  data: { kind: 'text', value: 'TEXT', about: 'Text that travels with the payment, encrypted.' },
  'data-file': { ...FILE, about: 'The same from a file; - for stdin.' },
  'body-file': { ...FILE, about: 'Read the body from a file; - for stdin.' },
  validator: {
    kind: 'text',
    value: 'VALIDATOR',
    persistent: true,
    about:
      'Key of a validator, or the beginning of its id, 8 digits at least (default: the one of the node).',
  },
  award: { kind: 'switch', about: 'All that awards brought, instead of one stake.' },
  commission: {
    kind: 'text',
    value: 'PERCENT',
    about: 'What the operator keeps of what others’ stake earns, in per cent, such as 10 or 2.5.',
  },
  network: {
    kind: 'text',
    value: 'dev|test|main',
    choices: ['dev', 'test', 'main'],
    about: 'Kind of network: its parameters, and the form of its addresses.',
  },
  out: { ...FILE, about: 'Where to write it (default: genesis.json).' },
  'validator-file': {
    kind: 'list',
    value: 'FILE',
    path: 'file',
    about: 'The line of a first validator, as stegos genesis key prints it; repeatable.',
  },
  make: { kind: 'count', value: 'COUNT', about: 'Make so many validators here.' },
  stake: {
    kind: 'text',
    value: 'AMOUNT',
    about: 'STG that each validator begins with (default: ten times the least).',
  },
  coins: {
    kind: 'list',
    value: 'ADDRESS=AMOUNT',
    about: 'First coins, in STG; repeatable.',
  },
  'block-interval': { kind: 'count', value: 'MILLISECONDS', about: 'Between blocks (default: of the kind).' },
  'epoch-blocks': { kind: 'count', value: 'COUNT', about: 'Blocks of an epoch (default: of the kind).' },
  'award-epochs': {
    kind: 'count',
    value: 'COUNT',
    about: 'Epochs of an award period (default: of the kind).',
  },
  period: { kind: 'count', value: 'PERIOD', about: 'Number of an award period.' },
  chain: {
    kind: 'text',
    value: 'ID',
    about:
      'Id of the chain that the awards have to be of: chainId of stegos rpc chain.params, from a node that you trust.',
  },
  block: { kind: 'text', value: 'ID', about: 'Id of a block that you trust: the one of the proof.' },
  set: {
    kind: 'text',
    value: 'HASH',
    about: 'Validators that you trust to have signed it: validatorSetHash of that block.',
  },
  history: {
    kind: 'text',
    value: 'HASH',
    about: 'Chain of hashes over all awards, as another node has it in stegos stake award.',
  },
  beacon: { kind: 'text', value: 'HASH', about: 'Beacon of the block that seeds the draw, to compare with.' },
  scope: {
    kind: 'list',
    value: 'SCOPE',
    about: 'What a token is for: read, message, pay, stake, packet, admin; repeatable.',
  },
  method: {
    kind: 'list',
    value: 'METHOD',
    about: 'A method the token may call, or all of a group, such as payment.*; repeatable (default: all).',
  },
  budget: {
    kind: 'text',
    value: 'AMOUNT/TIME',
    about: 'What the token may spend, fees included, in any such length of time, such as "10 STG/day".',
  },
  rate: { kind: 'count', value: 'COUNT', about: 'Calls a second that the token may make.' },
  expires: {
    kind: 'text',
    value: 'TIME',
    about: 'When the token ends: after 30d or 12h, or on a day such as 2031-01-01 (default: never).',
  },
  by: { kind: 'text', value: 'TOKEN', about: 'Only what was done with this token; id or name.' },
  'audit-entries': {
    kind: 'count',
    value: 'COUNT',
    persistent: true,
    about: 'Entries of the audit log that are kept (default: 100000).',
  },
  'audit-days': {
    kind: 'count',
    value: 'DAYS',
    persistent: true,
    about: 'Days after which an entry of the audit log is dropped (default: 365).',
  },
  wait: { kind: 'switch', short: 'w', about: 'Wait until it is final.' },
  'idempotency-key': {
    kind: 'text',
    value: 'KEY',
    about: 'Repeating a command with the same key has no second effect.',
  },
  'from-cursor': {
    kind: 'text',
    value: 'CURSOR',
    about: 'Begin after this event; `genesis` for all there were (default: now).',
  },
} as const satisfies Record<string, OptionSpec>

export type OptionName = keyof typeof OPTIONS

type ValueOf<Kind extends OptionKind> = Kind extends 'switch'
  ? boolean
  : Kind extends 'count'
    ? number
    : Kind extends 'list'
      ? readonly string[]
      : string

/** What is set, by the name of the flag. */
export type Settings = { readonly [Name in OptionName]?: ValueOf<(typeof OPTIONS)[Name]['kind']> }

/** Names of options, with the differences of their literal types gone. */
export function optionSpec(name: OptionName): OptionSpec {
  return OPTIONS[name]
}

export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[]

/** `data-dir` → `STEGOS_DATA_DIR`. */
export function variableOf(name: OptionName): string {
  return `STEGOS_${name.toUpperCase().replaceAll('-', '_')}`
}

/** Variables that are no flags: secrets, which must not stand on a command line. */
export const SECRET_VARIABLES = ['STEGOS_TOKEN', 'STEGOS_PASSPHRASE', 'STEGOS_NEW_PASSPHRASE'] as const

/** The variable that stands for `--config`. */
export const CONFIG_VARIABLE = 'STEGOS_CONFIG'

/** How a command ends; `stegos help exit-codes` prints this table. Scripts rely on it: numbers keep their meaning. */
export const EXIT = {
  ok: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  notPermitted: 4,
  cannotStart: 5,
  rejected: 6,
  notProven: 7,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_CODES: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, 'Done.'],
  [EXIT.refused, 'The node answered with an error, or something unexpected happened; it is printed.'],
  [EXIT.usage, 'A flag, an argument, an environment variable or the configuration file is wrong.'],
  [EXIT.unreachable, 'No connection to the node.'],
  [EXIT.notPermitted, 'The token is missing, unknown or over, or does not allow this.'],
  [EXIT.cannotStart, 'The node cannot start: the port is taken, the data directory in use or unusable.'],
  [EXIT.rejected, 'The payment, message or stake was rejected or cancelled (with --wait).'],
  [EXIT.notProven, 'What was to be verified does not hold.'],
  [EXIT.interrupted, 'Interrupted by Ctrl-C or a signal.'],
]

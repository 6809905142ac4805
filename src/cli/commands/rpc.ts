import { METHODS, type MethodName } from '../../sdk/generated/contract.ts'
import type { CallableMethod } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { suggestion } from '../settings.ts'

const NAMES = Object.keys(METHODS) as MethodName[]
const CALLABLE = NAMES.filter((name) => METHODS[name] !== 'connection')

export const commands: readonly Command[] = [
  {
    name: 'rpc',
    summary: 'Call a method of the interface',
    about: [
      'Prints the result as JSON. GET /docs of the node describes the methods, and `stegos rpc rpc.discover` prints them.',
    ],
    arguments: [
      { name: 'METHOD', about: 'Name of the method, such as chain.block.', choices: CALLABLE },
      { name: 'PARAMS', about: 'Its parameters, a JSON object.', optional: true },
    ],
    options: [...CLIENT_OPTIONS, 'idempotency-key'],
    examples: [
      ['stegos rpc node.status', 'A method without parameters.'],
      [`stegos rpc chain.block '{"height": 1}'`, 'A method with parameters.'],
      [`stegos rpc dev.mine '{"blocks": 3}'`, 'Three blocks at once, on a development network.'],
    ],
    async run(invocation) {
      const { io, settings } = invocation
      const [method, json = '{}'] = invocation.arguments
      if (!CALLABLE.some((name) => name === method)) {
        throw usageError(`the contract has no method ${method}${suggestion(method!, CALLABLE)}`)
      }
      const params = readParams(json)
      using client = connect(invocation)
      const options = { signal: io.signal, idempotencyKey: settings['idempotency-key'] }
      const result = await client.call(method as CallableMethod, params as never, options)
      io.out(JSON.stringify(result, undefined, io.outIsTerminal && !settings.json ? 2 : 0))
    },
  },
]

function readParams(json: string): object {
  let params: unknown
  try {
    params = JSON.parse(json)
  } catch (cause) {
    throw usageError(`PARAMS is not JSON: ${(cause as Error).message}`)
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw usageError('PARAMS is a JSON object with the names of the parameters, such as {"height": 1}')
  }
  return params
}

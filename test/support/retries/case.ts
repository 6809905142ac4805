/** What a test of retries needs of a method. */

import type { METHODS } from '../../../src/sdk/generated/contract.ts'
import type { MethodParams, MethodResult } from '../../../src/sdk/index.ts'
import type { World } from './world.ts'

/** Methods that change something. */
export type ChangingMethod = {
  [Name in keyof typeof METHODS]: (typeof METHODS)[Name] extends 'key' | 'natural' ? Name : never
}[keyof typeof METHODS]

/** One call, on things that no other call is about. */
export type Attempt<Name extends ChangingMethod = ChangingMethod> = {
  readonly params: MethodParams<Name>
  /** What there is after the call, brought to an end: the same however often it was cut off and repeated. */
  readonly look: (answer: MethodResult<Name>) => Promise<unknown>
}

/** Prepares a call of the method. */
export type Case<Name extends ChangingMethod> = (world: World) => Promise<Attempt<Name>>

/** Cases of the methods of some groups. */
export type Cases<Group extends string> = {
  readonly [Name in Extract<ChangingMethod, `${Group}.${string}`>]: Case<Name>
}

import type { ContractDocument } from '../contract/document.ts'
import type { Group } from '../rpc/invoke.ts'

export function rpcMethods(document: ContractDocument): Group<'rpc'> {
  return { 'rpc.discover': () => document }
}

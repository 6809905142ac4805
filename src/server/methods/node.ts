import type { NodeApi, NodeStatus } from '../../node/api.ts'
import { type Amount, CONTRACT_HASH, CONTRACT_VERSION } from '../../sdk/generated/contract.ts'
import { type ServerLimits, toldLimits } from '../limits.ts'
import type { Group } from '../rpc/invoke.ts'
import { pageOf, pageRequest, timeText } from './wire.ts'

function validatorJson({ reason, lost, ...validator }: NonNullable<NodeStatus['validator']>) {
  return {
    ...validator,
    ...(reason && { reason }),
    ...(lost !== undefined && { lost: String(lost) as Amount }),
  }
}

const CONTRACT = { version: CONTRACT_VERSION, hash: CONTRACT_HASH }

export function nodeMethods(node: NodeApi, limits: ServerLimits): Group<'node'> {
  return {
    'node.status': () => {
      const {
        network,
        height,
        finalizedAt,
        syncing,
        sync,
        snapshot,
        validator,
        peers,
        state,
        version,
        genesis,
        messageBodyBytes,
      } = node.status()
      return {
        network,
        height,
        finalizedAt: timeText(finalizedAt),
        syncing,
        ...(sync && { sync }),
        ...(snapshot && { snapshot }),
        ...(validator && { validator: validatorJson(validator) }),
        peers,
        contract: CONTRACT,
        limits: toldLimits(limits, messageBodyBytes),
        state,
        version,
        genesis,
      }
    },
    'node.peers': async (params) =>
      pageOf(await node.peers(pageRequest(params)), (peer) => ({
        ...peer,
        connectedAt: timeText(peer.connectedAt),
      })),
    'node.version': () => ({
      version: node.status().version,
      contract: CONTRACT,
      runtime: `node ${process.versions.node}`,
    }),
  }
}

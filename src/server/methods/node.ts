import type { NodeApi, NodeStatus } from '../../node/api.ts'
import { type Amount, CONTRACT_HASH, CONTRACT_VERSION } from '../../sdk/generated/contract.ts'
import { type ServerLimits, toldLimits } from '../limits.ts'
import type { Group } from '../rpc/invoke.ts'
import { pageOf, pageRequest, remembering, timeText } from './wire.ts'

function validatorJson({ reason, lost, ...validator }: NonNullable<NodeStatus['validator']>) {
  return {
    ...validator,
    ...(reason && { reason }),
    ...(lost !== undefined && { lost: String(lost) as Amount }),
  }
}

const CONTRACT = { version: CONTRACT_VERSION, hash: CONTRACT_HASH }

export function nodeMethods(node: NodeApi, limits: ServerLimits): Group<'node'> {
  // asked for more often than anything else, and the same from block to block
  const finalizedText = remembering(timeText)
  const ownValidator = remembering(validatorJson)
  const allLimits = remembering((messageBodyBytes: number) => toldLimits(limits, messageBodyBytes))
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
        finalizedAt: finalizedText(finalizedAt),
        syncing,
        ...(sync && { sync }),
        ...(snapshot && { snapshot }),
        ...(validator && { validator: ownValidator(validator) }),
        peers,
        contract: CONTRACT,
        limits: allLimits(messageBodyBytes),
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

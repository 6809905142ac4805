/** How a replica that lacks something gets it from its peers, and they from it. So much for each peer and tick. */
import { usefulProposals } from './machine-state.ts'
import { changePeer, somePeers } from './peers.ts'
import type { PeerId, ReplicaOutput } from './replica-io.ts'
import type { Replica } from './replica-state.ts'

/** One who is behind learns that there is more to ask for. Sending the block at once would send it once from each peer. */
export function tellWhereIStand(replica: Replica, to: PeerId, outputs: ReplicaOutput[]): void {
  if (replica.peers.get(to)?.told) return
  replica.peers = changePeer(replica.peers, to, { told: true })
  const round = replica.machine?.round ?? 0
  outputs.push({ type: 'send', to, message: { type: 'status', height: replica.config!.height, round } })
}

/** Answers a request with the final block, or with what helps to decide it. */
export function help(replica: Replica, to: PeerId, height: number, outputs: ReplicaOutput[]): void {
  const { limits, config, machine, peers } = replica
  const served = peers.get(to)?.served ?? 0
  if (served >= limits.servedPerTick || height > config!.height) return
  const proposals = height === config!.height && machine ? usefulProposals(machine) : []
  if (height < config!.height) outputs.push({ type: 'serve', to, height })
  for (const proposal of proposals) {
    outputs.push({ type: 'send', to, message: { type: 'proposal', proposal } })
  }
  replica.peers = changePeer(peers, to, { served: served + 1 })
}

/** Asks peers that decide at least `height` for what ends the height of this node. */
export function ask(replica: Replica, height: number, outputs: ReplicaOutput[]): void {
  const { machine, config, peers, tick, asked, limits } = replica
  if (!machine) return
  for (const to of somePeers(peers, height, tick, limits.askedPerTick - asked)) {
    outputs.push({ type: 'send', to, message: { type: 'request', height: config!.height } })
    replica.asked += 1
  }
}

/** How gossipsub is set up. Numbers that are not explained are those of its specification, version 1.2. */
import type { GossipsubOpts } from '@libp2p/gossipsub'
import { StrictNoSign } from '@libp2p/gossipsub'
import type { TopicScoreParams } from '@libp2p/gossipsub/score'
import { utf8 } from '../../../protocol/bytes.ts'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import { hash } from '../../../protocol/crypto/hash.ts'
import type { ProtocolNames } from './protocol-names.ts'
import { REPUTATION } from './reputation.ts'

/** Milliseconds for which a message is known again. What is said again after that is passed on again. */
export const SEEN_TIME = 20_000
const HEARTBEAT = 1_000
const ID_LENGTH = 20
/** Bytes of a packet, at most: libp2p sends no longer ones. */
export const MAX_PACKET = 4 << 20

/**
 * Scores of peers, as gossipsub keeps them: a few points at most for being useful, minus what the node itself holds against
 * them (`scoreOf`). A peer at half of a ban hears no gossip, at nine tenths it is not listened to: below that a ban is
 * due anyway. No deficit of deliveries is punished (P3), for topics are quiet for long, and no sharing of an address (P6),
 * for the limits by range say who may.
 */
const THRESHOLDS = {
  gossipThreshold: -0.5 * REPUTATION.ban,
  publishThreshold: -0.7 * REPUTATION.ban,
  graylistThreshold: -0.9 * REPUTATION.ban,
  acceptPXThreshold: 1_000,
  opportunisticGraftThreshold: 1,
}

const TOPIC_SCORE: TopicScoreParams = {
  topicWeight: 0.25,
  timeInMeshWeight: 0.01,
  timeInMeshQuantum: 1_000,
  timeInMeshCap: 300,
  firstMessageDeliveriesWeight: 0.1,
  firstMessageDeliveriesDecay: 0.99,
  firstMessageDeliveriesCap: 50,
  meshMessageDeliveriesWeight: 0,
  meshMessageDeliveriesDecay: 0.5,
  meshMessageDeliveriesCap: 1,
  meshMessageDeliveriesThreshold: 1,
  meshMessageDeliveriesWindow: 10,
  meshMessageDeliveriesActivation: 5_000,
  meshFailurePenaltyWeight: 0,
  meshFailurePenaltyDecay: 0.5,
  invalidMessageDeliveriesWeight: -4,
  invalidMessageDeliveriesDecay: 0.99,
}

/** @param scoreOf what is held against a peer, 0 for nothing */
export function gossipParameters(
  { topics }: ProtocolNames,
  scoreOf: (peer: PeerId) => number,
): Partial<GossipsubOpts> {
  return {
    // Nobody can tell who wrote a message: no author, no signature, no number, and an id made of the content.
    globalSignaturePolicy: StrictNoSign,
    msgIdFn: ({ topic, data }) => hash('gossip message', utf8(topic), data).subarray(0, ID_LENGTH),
    fallbackToFloodsub: false,
    allowedTopics: Object.values(topics),
    asyncValidation: true,
    emitSelf: false,
    // Nobody is told all at once: that would show where a message began.
    floodPublish: false,
    doPX: false,
    tagMeshPeers: false,
    // Nobody there is a failure that has to be seen.
    allowPublishToZeroTopicPeers: false,
    ignoreDuplicatePublishError: false,
    D: 6,
    Dlo: 4,
    Dhi: 10,
    Dscore: 4,
    Dout: 2,
    Dlazy: 6,
    heartbeatInterval: HEARTBEAT,
    mcacheLength: 6,
    mcacheGossip: 3,
    seenTTL: SEEN_TIME,
    // A mesh of few peers is not to stay apart for a minute.
    pruneBackoff: 15_000,
    unsubcribeBackoff: 5_000,
    opportunisticGraftTicks: 30,
    maxInboundStreams: 2,
    maxOutboundStreams: 2,
    maxInboundDataLength: MAX_PACKET,
    maxOutboundBufferSize: 2 * MAX_PACKET,
    maxTopicBytesPerPeer: 16 << 10,
    decodeRpcLimits: {
      maxSubscriptions: 16,
      maxMessages: 1_024,
      maxIhaveMessageIDs: 5_000,
      maxIwantMessageIDs: 5_000,
      maxIdontwantMessageIDs: 512,
      maxControlMessages: 64,
      maxPeerInfos: 0,
    },
    scoreThresholds: THRESHOLDS,
    scoreParams: {
      topics: Object.fromEntries(Object.values(topics).map((topic) => [topic, TOPIC_SCORE])),
      topicScoreCap: 10,
      appSpecificScore: (peer) => -scoreOf(peer),
      appSpecificWeight: 1,
      IPColocationFactorWeight: 0,
      behaviourPenaltyWeight: -1,
      behaviourPenaltyThreshold: 6,
      behaviourPenaltyDecay: 0.95,
      decayInterval: HEARTBEAT,
      decayToZero: 0.01,
      retainScore: REPUTATION.halfLife,
    },
  }
}

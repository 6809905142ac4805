# Generated from openrpc.json by `npm run generate`. Do not edit.
"""The types of the contract: amounts are int in base units, times are datetime in UTC, bodies are bytes.

A newer node may say more than these know: further fields are left out, further words of a Literal come as they are.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Dict, Literal, Optional, Tuple

from ..record import AMOUNT, BYTES, PLAIN, TIME, Record, Wire, each

Amount = int
"""In JSON: An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000
000 base units.
"""

PositiveAmount = int
"""In JSON: An amount in base units above zero, as a decimal string."""

Height = int
"""The height of a block; genesis is 0."""

Hash = str
"""32 bytes, lower-case hex."""

BlockId = str
"""The id of a block: the hash of its header, lower-case hex."""

TransactionId = str
"""The id of a transaction, lower-case hex."""

OutputId = str
"""The id of an output, unique for all time, lower-case hex."""

PaymentId = str
"""The id of a payment, the same for sender and receiver, known before its transaction exists, and the same
again after an account is recovered from its phrase; lower-case hex.
"""

MessageId = str
"""The id of a message: 16 random bytes its sender chose, which travel inside the payload."""

AccountId = str
"""The id of an account: 8 bytes derived from its view key, the same after every recovery."""

Address = str
"""An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A malformed
one is answered with `invalid_address`, one of another network with `wrong_network`.
"""

Timestamp = datetime
"""In JSON: A time, RFC 3339 in UTC with milliseconds."""

Base64 = bytes
"""In JSON: Bytes in base64 with padding (RFC 4648, section 4)."""

Hex = str
"""Bytes, lower-case hex."""

Cursor = str
"""A place in a list or a stream. Opaque: keep it, pass it back, do not look inside."""

Limit = int
"""How many items at most."""

Order = Literal["oldest", "newest"]
"""`oldest` first (so that `next` leads on to what comes later) or `newest` first."""

IdempotencyKey = str
"""A key of the caller's choice, best a random UUID. The outcome of the first call with it is stored before
anything leaves the node; later calls with the same key and the same parameters get that outcome again,
also after a crash. Other parameters, or another method, under a used key are an `idempotency_conflict`.
Outcomes are kept for 30 days, unless 100,000 later ones push them out.
"""

Passphrase = str
"""Encrypts the key file of an account."""

RecoveryPhrase = str
"""24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it has the
money.
"""

AccountName = str
"""A name for people; the node gives it no meaning."""

AppTag = str
"""Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters; empty for
none. It travels encrypted.
"""

ViewKey = str
"""The view key of an account: finds and reads everything, spends nothing."""

Challenge = str
"""Words of the one who asks for a receipt, such as a name and a date, so that it cannot be shown to others as
made for them.
"""

Proof = str
"""A receipt for one payment, which `payment.verifyProof` checks on any node."""

Network = Literal["main", "test", "dev"]
"""The network."""

ContractDocument = Dict[str, Any]
"""This document."""

NodeState = Literal["starting", "syncing", "rescanning", "ready"]
"""What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head, or
fetching the snapshot it begins with), `rescanning` (reading the chain again for an account), `ready`.
"""


@dataclass(frozen=True)
class SyncProgress(Record):
    """Catching up with the network: headers and certificates are fetched and verified first, then the blocks."""

    from_: Height
    """Height of the last block it had when it began."""

    height: Height
    """Height of the last final block it has now."""

    headers: Height
    """Height of the last header whose certificate it has verified."""

    target: Height
    """Height of the last block that a neighbour says it has. That is only believed as far as `headers` has
    come.
    """

    blocks_per_second: float
    """Blocks checked and stored each second, over the last ten."""

    peers: int
    """How many nodes are being asked for blocks."""

    WIRE = (
        Wire("from", "from_", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("headers", "headers", PLAIN),
        Wire("target", "target", PLAIN),
        Wire("blocksPerSecond", "blocks_per_second", PLAIN),
        Wire("peers", "peers", PLAIN),
    )


@dataclass(frozen=True)
class SnapshotProgress(Record):
    """Beginning with a snapshot instead of all blocks: headers and certificates are fetched and verified
    first, then the snapshot of one of these heights, in chunks.
    """

    headers: Height
    """Height of the last header whose certificate it has verified."""

    target: Height
    """Height of the last block that a neighbour says it has. That is only believed as far as `headers` has
    come.
    """

    done: int
    """How many chunks of it are stored."""

    chunks: int
    """How many chunks it has; 0 until the first is there."""

    height: Optional[Height] = None
    """Height of the snapshot that is being fetched; absent until the first part of one is there."""

    WIRE = (
        Wire("headers", "headers", PLAIN),
        Wire("target", "target", PLAIN),
        Wire("height", "height", PLAIN, required=False),
        Wire("done", "done", PLAIN),
        Wire("chunks", "chunks", PLAIN),
    )


@dataclass(frozen=True)
class ContractVersion(Record):
    """Which contract the node serves."""

    version: str
    """Version of the contract (`info.version`)."""

    hash: Hash
    """SHA-256 of the contract in canonical form (keys sorted, no white space)."""

    WIRE = (
        Wire("version", "version", PLAIN),
        Wire("hash", "hash", PLAIN),
    )


@dataclass(frozen=True)
class Limits(Record):
    """The limits of this node, each by name."""

    body_bytes: int
    """Bytes of one request body or WebSocket message."""

    batch_calls: int
    """Calls in one batch."""

    batch_response_bytes: int
    """Bytes of all answers to one batch; what does not fit is answered with `response_too_large`."""

    calls_per_second: int
    """Calls a token may make per second, averaged."""

    calls_burst: int
    """Calls a token may make at once."""

    calls_in_flight: int
    """Calls of one connection that are worked on at a time; more wait unread."""

    connections: int
    """Open connections, WebSockets among them."""

    subscriptions_per_connection: int
    """Open subscriptions of one WebSocket connection."""

    stream_buffer_bytes: int
    """Bytes of unread events the node keeps for one connection; the rest waits in its log."""

    stream_stall_seconds: int
    """Seconds a reader may leave that buffer full before its subscriptions stop with `slow_reader`."""

    page_items: int
    """Items of one page of a list."""

    message_body_bytes: int
    """Bytes of the body of one message."""

    payments_per_call: int
    """Payments in one `payment.sendMany`."""

    WIRE = (
        Wire("bodyBytes", "body_bytes", PLAIN),
        Wire("batchCalls", "batch_calls", PLAIN),
        Wire("batchResponseBytes", "batch_response_bytes", PLAIN),
        Wire("callsPerSecond", "calls_per_second", PLAIN),
        Wire("callsBurst", "calls_burst", PLAIN),
        Wire("callsInFlight", "calls_in_flight", PLAIN),
        Wire("connections", "connections", PLAIN),
        Wire("subscriptionsPerConnection", "subscriptions_per_connection", PLAIN),
        Wire("streamBufferBytes", "stream_buffer_bytes", PLAIN),
        Wire("streamStallSeconds", "stream_stall_seconds", PLAIN),
        Wire("pageItems", "page_items", PLAIN),
        Wire("messageBodyBytes", "message_body_bytes", PLAIN),
        Wire("paymentsPerCall", "payments_per_call", PLAIN),
    )

ValidatorId = str
"""What names a validator for all time, whatever its key is; lower-case hex."""

ValidatorStatus = Literal["active", "suspended", "leaving", "frozen"]
"""`active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent, until
its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it contradicted
itself.
"""

OutsideReason = Literal["below_minimum", "outranked", "suspended", "leaving", "frozen", "gone"]
"""Why a validator would not be in the next set. `below_minimum`: its operator's own stake is below
`minStake`, as after a leak; a deposit of the operator's mends it. `outranked`: `maxValidators` others have
more stake. `suspended`, `leaving`, `frozen`: its status. `gone`: nothing is left of it but what others
staked, which they can take out.
"""


@dataclass(frozen=True)
class NodeValidator(Record):
    """How the validator of a node stands."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    status: ValidatorStatus
    """`active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent,
    until its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it
    contradicted itself.
    """

    in_set: bool
    """Whether it is in the set of this epoch."""

    reason: Optional[OutsideReason] = None
    """Why it would not be in the next set."""

    lost: Optional[Amount] = None
    """What its stake has lost since this node was started, by a leak or by slashing; absent for nothing."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("inSet", "in_set", PLAIN),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("lost", "lost", AMOUNT, required=False),
    )


@dataclass(frozen=True)
class NodeStatus(Record):
    """The state of the node."""

    network: Network
    """The network."""

    height: Height
    """Height of the last final block the node has."""

    finalized_at: Timestamp
    """Time of that block."""

    syncing: bool
    """True while the node knows that it is behind."""

    peers: int
    """How many nodes it is connected to."""

    contract: ContractVersion
    """Which contract the node serves."""

    limits: Limits
    """The limits of this node, each by name."""

    state: NodeState
    """What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head,
    or fetching the snapshot it begins with), `rescanning` (reading the chain again for an account),
    `ready`.
    """

    version: str
    """Version of the node software."""

    genesis: BlockId
    """Id of the genesis block, which names the chain."""

    sync: Optional[SyncProgress] = None
    """How far it has come; absent while it is not catching up."""

    snapshot: Optional[SnapshotProgress] = None
    """How far it has come with the snapshot that it begins with; absent otherwise."""

    validator: Optional[NodeValidator] = None
    """The validator that votes with a key of this node; absent on a node that has no such key, and while none
    of its keys is registered.
    """

    WIRE = (
        Wire("network", "network", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("finalizedAt", "finalized_at", TIME),
        Wire("syncing", "syncing", PLAIN),
        Wire("sync", "sync", SyncProgress, required=False),
        Wire("snapshot", "snapshot", SnapshotProgress, required=False),
        Wire("validator", "validator", NodeValidator, required=False),
        Wire("peers", "peers", PLAIN),
        Wire("contract", "contract", ContractVersion),
        Wire("limits", "limits", Limits),
        Wire("state", "state", PLAIN),
        Wire("version", "version", PLAIN),
        Wire("genesis", "genesis", PLAIN),
    )


@dataclass(frozen=True)
class Peer(Record):
    """A node this node is connected to."""

    peer_id: str
    """Identity of the peer on the network."""

    address: str
    """Where it was reached."""

    direction: Literal["inbound", "outbound"]
    """Who opened the connection."""

    connected_at: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    height: Optional[Height] = None
    """Last height it told."""

    WIRE = (
        Wire("peerId", "peer_id", PLAIN),
        Wire("address", "address", PLAIN),
        Wire("direction", "direction", PLAIN),
        Wire("connectedAt", "connected_at", TIME),
        Wire("height", "height", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PeerPage(Record):
    """A page of peers."""

    items: Tuple[Peer, ...]
    """The peers of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Peer)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class NodeVersion(Record):
    """Versions."""

    version: str
    """Version of the node software."""

    contract: ContractVersion
    """Which contract the node serves."""

    runtime: str
    """What it runs on, such as "node 24.21.0"."""

    WIRE = (
        Wire("version", "version", PLAIN),
        Wire("contract", "contract", ContractVersion),
        Wire("runtime", "runtime", PLAIN),
    )


@dataclass(frozen=True)
class MempoolStatus(Record):
    """Transactions that wait for a block."""

    transactions: int
    """How many."""

    bytes: int
    """Bytes together."""

    WIRE = (
        Wire("transactions", "transactions", PLAIN),
        Wire("bytes", "bytes", PLAIN),
    )


@dataclass(frozen=True)
class ChainStatus(Record):
    """The head of the chain."""

    network: Network
    """The network."""

    genesis: BlockId
    """The id of a block: the hash of its header, lower-case hex."""

    height: Height
    """The height of a block; genesis is 0."""

    id: BlockId
    """Id of the last final block."""

    time: Timestamp
    """Time the leader wrote into it."""

    earliest_height: Height
    """The lowest height from which on the node has every block: 0, unless it prunes or began with a snapshot.
    Below there are headers and certificates alone, and genesis.
    """

    unspent_outputs: int
    """Size of the unspent set."""

    mempool: MempoolStatus
    """Transactions that wait for a block."""

    WIRE = (
        Wire("network", "network", PLAIN),
        Wire("genesis", "genesis", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("id", "id", PLAIN),
        Wire("time", "time", TIME),
        Wire("earliestHeight", "earliest_height", PLAIN),
        Wire("unspentOutputs", "unspent_outputs", PLAIN),
        Wire("mempool", "mempool", MempoolStatus),
    )


@dataclass(frozen=True)
class Certificate(Record):
    """The signatures that make a block final: one aggregate BLS signature of more than two thirds of the
    voting weight.
    """

    round: int
    """Round of consensus."""

    signers: str
    """Bit i of byte i/8, least significant first, stands for validator i; lower-case hex."""

    signature: str
    """BLS12-381 signature, 96 bytes, lower-case hex."""

    silent: Optional[str] = None
    """Validators that were claimed silent, in the same way: their votes count less, the less the later the
    round. Absent where there are none. Whoever accepts large payments should wait while certificates have
    this.
    """

    WIRE = (
        Wire("round", "round", PLAIN),
        Wire("signers", "signers", PLAIN),
        Wire("silent", "silent", PLAIN, required=False),
        Wire("signature", "signature", PLAIN),
    )


@dataclass(frozen=True)
class Block(Record):
    """A final block."""

    id: BlockId
    """The id of a block: the hash of its header, lower-case hex."""

    height: Height
    """The height of a block; genesis is 0."""

    time: Timestamp
    """Time the leader wrote into it; ascends strictly along the chain."""

    leader: str
    """BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis."""

    transactions: Tuple[TransactionId, ...]
    """Its transactions in order."""

    previous: Hash
    """Id of the block before; zeros in genesis."""

    round: int
    """Round of consensus it was proposed in."""

    vrf: str
    """The leader's contribution to the beacon, 96 bytes, lower-case hex; zeros in genesis."""

    transaction_root: Hash
    """Merkle root over its transactions."""

    output_root: Hash
    """Merkle root over the ids of the outputs it makes."""

    state_commitment: Hash
    """Commits to the unspent set and the supply after the block."""

    validator_set_hash: Hash
    """Hash of the validator set that decides on it."""

    outputs: int
    """How many outputs it makes."""

    bytes: int
    """Its size on the wire."""

    certificate: Optional[Certificate] = None
    """What made this block final. Absent in genesis."""

    WIRE = (
        Wire("id", "id", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("time", "time", TIME),
        Wire("leader", "leader", PLAIN),
        Wire("transactions", "transactions", each(PLAIN)),
        Wire("previous", "previous", PLAIN),
        Wire("round", "round", PLAIN),
        Wire("vrf", "vrf", PLAIN),
        Wire("transactionRoot", "transaction_root", PLAIN),
        Wire("outputRoot", "output_root", PLAIN),
        Wire("stateCommitment", "state_commitment", PLAIN),
        Wire("validatorSetHash", "validator_set_hash", PLAIN),
        Wire("outputs", "outputs", PLAIN),
        Wire("bytes", "bytes", PLAIN),
        Wire("certificate", "certificate", Certificate, required=False),
    )


@dataclass(frozen=True)
class BlockPage(Record):
    """A page of blocks."""

    items: Tuple[Block, ...]
    """The blocks of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Block)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )

TransactionStatus = Literal["pending", "final"]
"""`pending`: waits for a block. `final`: in a block, which never changes."""

OperationType = Literal["register", "deposit", "unbond", "unbond_own", "withdraw", "configure", "rotate", "resume", "evidence", "award"]
"""What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
`unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
operator's, `evidence` convicts a validator, `award` ends a draw.
"""


@dataclass(frozen=True)
class Transaction(Record):
    """A transaction as everybody sees it."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    status: TransactionStatus
    """`pending`: waits for a block. `final`: in a block, which never changes."""

    inputs: Tuple[OutputId, ...]
    """Outputs it spends."""

    outputs: Tuple[OutputId, ...]
    """Outputs it makes."""

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    bytes: int
    """Its size on the wire."""

    block_id: Optional[BlockId] = None
    """Block that holds it, once final."""

    height: Optional[Height] = None
    """Height of that block."""

    time: Optional[Timestamp] = None
    """Time of that block."""

    position: Optional[int] = None
    """Its place in that block."""

    encoded: Optional[Hex] = None
    """Its bytes, when asked for."""

    operation: Optional[OperationType] = None
    """When it does something to stake."""

    WIRE = (
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("inputs", "inputs", each(PLAIN)),
        Wire("outputs", "outputs", each(PLAIN)),
        Wire("fee", "fee", AMOUNT),
        Wire("bytes", "bytes", PLAIN),
        Wire("blockId", "block_id", PLAIN, required=False),
        Wire("height", "height", PLAIN, required=False),
        Wire("time", "time", TIME, required=False),
        Wire("position", "position", PLAIN, required=False),
        Wire("encoded", "encoded", PLAIN, required=False),
        Wire("operation", "operation", PLAIN, required=False),
    )


@dataclass(frozen=True)
class Output(Record):
    """An output as everybody sees it."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    height: Height
    """Block that made it."""

    position: int
    """Its place among the outputs of its transaction."""

    spent: bool
    """Whether a final block has spent it."""

    key: Hash
    """One-time key P whose secret spends it."""

    commitment: Hash
    """Pedersen commitment C to the amount."""

    ephemeral: Hash
    """Ephemeral key R its receiver finds it by."""

    view_tag: str
    """View tag, 3 bytes, lower-case hex."""

    encrypted_amount: str
    """Encrypted amount, 8 bytes, lower-case hex."""

    encrypted_anchor: str
    """Encrypted anchor, 16 bytes, lower-case hex."""

    payload_hash: Hash
    """32 bytes, lower-case hex."""

    payload_pruned: bool
    """True when this node no longer has the payload."""

    transaction_id: Optional[TransactionId] = None
    """Transaction that made it; absent for outputs of genesis."""

    spent_in: Optional[TransactionId] = None
    """Transaction that spent it."""

    payload: Optional[Base64] = None
    """The encrypted payload, 1,024 bytes, when asked for."""

    WIRE = (
        Wire("outputId", "output_id", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("position", "position", PLAIN),
        Wire("spent", "spent", PLAIN),
        Wire("key", "key", PLAIN),
        Wire("commitment", "commitment", PLAIN),
        Wire("ephemeral", "ephemeral", PLAIN),
        Wire("viewTag", "view_tag", PLAIN),
        Wire("encryptedAmount", "encrypted_amount", PLAIN),
        Wire("encryptedAnchor", "encrypted_anchor", PLAIN),
        Wire("payloadHash", "payload_hash", PLAIN),
        Wire("payloadPruned", "payload_pruned", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("spentIn", "spent_in", PLAIN, required=False),
        Wire("payload", "payload", BYTES, required=False),
    )


@dataclass(frozen=True)
class OutputPage(Record):
    """A page of outputs."""

    items: Tuple[Output, ...]
    """The outputs of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Output)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class Mint(Record):
    """Money that was issued, with its opening, so that everybody can check the amount against the commitment."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    height: Height
    """The height of a block; genesis is 0."""

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    blinding: Hash
    """Blinding of the commitment, a scalar."""

    WIRE = (
        Wire("outputId", "output_id", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("blinding", "blinding", PLAIN),
    )


@dataclass(frozen=True)
class Supply(Record):
    """How much money exists, and what proves it: `commitments` = `circulating`·B + `blinding`·B_blinding,
    where `commitments` is the sum over all unspent outputs.
    """

    height: Height
    """The block after which this holds."""

    issued: Amount
    """Issued since genesis and with it: coins, the first validators' stake, and rewards."""

    burnt: Amount
    """Burnt since genesis, by the rules of stake. Fees are not burnt: they are their leader's."""

    circulating: Amount
    """Issued less burnt and staked: what all coins are worth together."""

    staked: Amount
    """Held by the stake: deposits, money on its way out, fees of this epoch and the award's pool."""

    award_pool: Amount
    """The award's pool, part of `staked`."""

    commitments: Hash
    """Sum of the commitments of all unspent outputs, an encoded group element."""

    blinding: Hash
    """Sum of blindings that follows from the blocks, a scalar."""

    unspent_outputs: int
    """Size of the unspent set."""

    mints: Tuple[Mint, ...]
    """The first coins. Whatever else was issued is staked, or was until it was withdrawn."""

    WIRE = (
        Wire("height", "height", PLAIN),
        Wire("issued", "issued", AMOUNT),
        Wire("burnt", "burnt", AMOUNT),
        Wire("circulating", "circulating", AMOUNT),
        Wire("staked", "staked", AMOUNT),
        Wire("awardPool", "award_pool", AMOUNT),
        Wire("commitments", "commitments", PLAIN),
        Wire("blinding", "blinding", PLAIN),
        Wire("unspentOutputs", "unspent_outputs", PLAIN),
        Wire("mints", "mints", each(Mint)),
    )


@dataclass(frozen=True)
class ChainParams(Record):
    """Parameters every node of the network agrees on."""

    network: Network
    """The network."""

    genesis: BlockId
    """The id of a block: the hash of its header, lower-case hex."""

    chain_id: Hash
    """Hash of everything the chain begins with: parameters, first validators, first coins. Votes,
    transactions and award records are bound to it; it is not the id of the genesis block.
    """

    address_prefix: str
    """Human-readable prefix of addresses."""

    units_per_coin: Amount
    """Base units in 1 STG."""

    block_interval_ms: int
    """Target time between blocks, milliseconds."""

    max_block_transactions: int
    """Transactions a block may carry."""

    max_time_drift_ms: int
    """How far a block's time may run ahead, milliseconds."""

    payload_retention_blocks: int
    """Blocks after which a node may drop a payload."""

    payload_bytes: int
    """Bytes of every payload."""

    max_inputs: int
    """Inputs a transaction may have."""

    output_counts: Tuple[int, ...]
    """Numbers of outputs a transaction may have."""

    fee_per_input: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    fee_per_output: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    fee_per_operation: Amount
    """For an operation on the stake."""

    WIRE = (
        Wire("network", "network", PLAIN),
        Wire("genesis", "genesis", PLAIN),
        Wire("chainId", "chain_id", PLAIN),
        Wire("addressPrefix", "address_prefix", PLAIN),
        Wire("unitsPerCoin", "units_per_coin", AMOUNT),
        Wire("blockIntervalMs", "block_interval_ms", PLAIN),
        Wire("maxBlockTransactions", "max_block_transactions", PLAIN),
        Wire("maxTimeDriftMs", "max_time_drift_ms", PLAIN),
        Wire("payloadRetentionBlocks", "payload_retention_blocks", PLAIN),
        Wire("payloadBytes", "payload_bytes", PLAIN),
        Wire("maxInputs", "max_inputs", PLAIN),
        Wire("outputCounts", "output_counts", each(PLAIN)),
        Wire("feePerInput", "fee_per_input", AMOUNT),
        Wire("feePerOutput", "fee_per_output", AMOUNT),
        Wire("feePerOperation", "fee_per_operation", AMOUNT),
    )


@dataclass(frozen=True)
class ShapeFee(Record):
    """A shape of transactions and its fee."""

    inputs: int
    """Number of inputs."""

    outputs: int
    """Number of outputs."""

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    WIRE = (
        Wire("inputs", "inputs", PLAIN),
        Wire("outputs", "outputs", PLAIN),
        Wire("fee", "fee", AMOUNT),
    )


@dataclass(frozen=True)
class Fees(Record):
    """What transactions cost: the fee depends on the number of inputs and outputs alone."""

    ordinary: ShapeFee
    """The shape of an ordinary payment or message."""

    shapes: Tuple[ShapeFee, ...]
    """Every shape the network carries."""

    WIRE = (
        Wire("ordinary", "ordinary", ShapeFee),
        Wire("shapes", "shapes", each(ShapeFee)),
    )


@dataclass(frozen=True)
class SubmittedTransaction(Record):
    """A transaction the node has taken."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    status: TransactionStatus
    """`pending`: waits for a block. `final`: in a block, which never changes."""

    WIRE = (
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("status", "status", PLAIN),
    )


@dataclass(frozen=True)
class AccountCreated(Record):
    """A new account."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    address: Address
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    recovery_phrase: RecoveryPhrase = field(repr=False)
    """Write it down: it is shown this once."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("address", "address", PLAIN),
        Wire("recoveryPhrase", "recovery_phrase", PLAIN),
    )


@dataclass(frozen=True)
class AccountRecovered(Record):
    """An account restored from its phrase."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    address: Address
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("address", "address", PLAIN),
    )


@dataclass(frozen=True)
class Account(Record):
    """An account on this node."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    name: AccountName
    """A name for people; the node gives it no meaning."""

    address: Address
    """Its main address."""

    locked: bool
    """True while the spend key is encrypted. Deposits and messages are followed all the same."""

    view_only: bool
    """True for an account imported from a view key, which cannot spend."""

    passphrase: bool
    """Whether a passphrase protects it."""

    rescanning: bool
    """True while the chain is being read for it."""

    scanned_height: Height
    """How far the chain has been read for it: balance, history and messages are complete up to here."""

    target_height: Height
    """How far there is to read."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("name", "name", PLAIN),
        Wire("address", "address", PLAIN),
        Wire("locked", "locked", PLAIN),
        Wire("viewOnly", "view_only", PLAIN),
        Wire("passphrase", "passphrase", PLAIN),
        Wire("rescanning", "rescanning", PLAIN),
        Wire("scannedHeight", "scanned_height", PLAIN),
        Wire("targetHeight", "target_height", PLAIN),
    )


@dataclass(frozen=True)
class AccountPage(Record):
    """A page of accounts."""

    items: Tuple[Account, ...]
    """The accounts of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Account)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class AccountRemoved(Record):
    """The account that is gone from this node."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
    )


@dataclass(frozen=True)
class AccountPhrase(Record):
    """The phrase of an account."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    recovery_phrase: RecoveryPhrase = field(repr=False)
    """24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it has the
    money.
    """

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("recoveryPhrase", "recovery_phrase", PLAIN),
    )


@dataclass(frozen=True)
class AccountAddress(Record):
    """An address of an account. Nobody can link two of them without the view key."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    address: Address
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    index: int
    """0 for the main address, then counting up."""

    label: str
    """A name for people."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("address", "address", PLAIN),
        Wire("index", "index", PLAIN),
        Wire("label", "label", PLAIN),
    )


@dataclass(frozen=True)
class AddressPage(Record):
    """A page of addresses."""

    items: Tuple[AccountAddress, ...]
    """The addresses of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(AccountAddress)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class Balance(Record):
    """What an account owns; total = available + pending + locked + staked."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    available: Amount
    """Can be spent now."""

    pending: Amount
    """Comes with transactions that are broadcast and not yet final: payments to the account, and the change
    of its own.
    """

    locked: Amount
    """Held for payments and messages that are created and not yet broadcast."""

    staked: Amount
    """Staked, and on its way there or out."""

    total: Amount
    """All of it."""

    height: Height
    """The block up to which this holds."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("available", "available", AMOUNT),
        Wire("pending", "pending", AMOUNT),
        Wire("locked", "locked", AMOUNT),
        Wire("staked", "staked", AMOUNT),
        Wire("total", "total", AMOUNT),
        Wire("height", "height", PLAIN),
    )

HistoryType = Literal["received", "sent", "self", "issued", "staked", "unbonded", "unstaked", "operated"]
"""`received`: money or a message came from somebody. `sent`: it went out. `self`: the account paid itself, or
merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was staked. `unstaked`: it
came back from stake. `unbonded`: it began to leave stake, and is not there yet. `operated`: an operation
on stake that moves nothing. For both only the fee is gone.
"""


@dataclass(frozen=True)
class HistoryEntry(Record):
    """Something final that happened to an account. The phrase alone restores all of it."""

    type: HistoryType
    """`received`: money or a message came from somebody. `sent`: it went out. `self`: the account paid
    itself, or merged coins; only the fee is gone. `issued`: it came with genesis. `staked`: it was staked.
    `unstaked`: it came back from stake. `unbonded`: it began to leave stake, and is not there yet.
    `operated`: an operation on stake that moves nothing. For both only the fee is gone.
    """

    amount: Amount
    """For `unbonded` what began to leave; zero where the account was restored after it had left."""

    height: Height
    """The height of a block; genesis is 0."""

    time: Timestamp
    """Time of the block."""

    payment_id: Optional[PaymentId] = None
    """Absent for what happened to stake."""

    address: Optional[Address] = None
    """For `sent` the receiver; otherwise the address of the account that received. Absent for what happened
    to stake.
    """

    transaction_id: Optional[TransactionId] = None
    """Absent for `issued`."""

    fee: Optional[Amount] = None
    """What the account paid for it; absent for `received` and `issued`."""

    message_id: Optional[MessageId] = None
    """When it carried a message, or a part of one."""

    operation: Optional[OperationType] = None
    """For what happened to stake."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("paymentId", "payment_id", PLAIN, required=False),
        Wire("amount", "amount", AMOUNT),
        Wire("height", "height", PLAIN),
        Wire("time", "time", TIME),
        Wire("address", "address", PLAIN, required=False),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("fee", "fee", AMOUNT, required=False),
        Wire("messageId", "message_id", PLAIN, required=False),
        Wire("operation", "operation", PLAIN, required=False),
    )


@dataclass(frozen=True)
class HistoryPage(Record):
    """A page of history entries."""

    items: Tuple[HistoryEntry, ...]
    """The history entries of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(HistoryEntry)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )

CoinStatus = Literal["unspent", "pending", "reserved", "spent"]
"""`unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished payment holds
it. `spent`: gone.
"""


@dataclass(frozen=True)
class Coin(Record):
    """An output that belongs to the account."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    status: CoinStatus
    """`unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished payment
    holds it. `spent`: gone.
    """

    address_index: int
    """The address that received it."""

    height: Optional[Height] = None
    """Block that made it; absent while pending."""

    transaction_id: Optional[TransactionId] = None
    """Transaction that made it; absent for outputs of genesis."""

    spent_in: Optional[TransactionId] = None
    """Transaction that spends it."""

    WIRE = (
        Wire("outputId", "output_id", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("status", "status", PLAIN),
        Wire("addressIndex", "address_index", PLAIN),
        Wire("height", "height", PLAIN, required=False),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("spentIn", "spent_in", PLAIN, required=False),
    )


@dataclass(frozen=True)
class CoinPage(Record):
    """A page of outputs of the account."""

    items: Tuple[Coin, ...]
    """The outputs of the account of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Coin)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class AccountViewKey(Record):
    """The view key of an account."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    view_key: ViewKey = field(repr=False)
    """The view key of an account: finds and reads everything, spends nothing."""

    WIRE = (
        Wire("accountId", "account_id", PLAIN),
        Wire("viewKey", "view_key", PLAIN),
    )

PaymentStatus = Literal["created", "broadcast", "final", "rejected", "cancelled"]
"""Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
`cancelled`: taken back before it was broadcast.
"""

RejectReason = Literal["input_spent", "refused", "cancelled"]
"""Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by another one (the
phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a payment that carries a
part of the message was taken back.
"""

Direction = Literal["out", "in"]
"""`out`: the account sent it. `in`: the account received it."""


@dataclass(frozen=True)
class PaymentRequest(Record):
    """One payment of several."""

    to: Address
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    amount: PositiveAmount
    """An amount in base units above zero, as a decimal string."""

    data: Optional[Base64] = None
    """A message that travels with the payment."""

    app: Optional[AppTag] = None
    """Application tag of that message."""

    WIRE = (
        Wire("to", "to", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("data", "data", BYTES, required=False),
        Wire("app", "app", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PaymentSent(Record):
    """A payment that is stored and on its way."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    message_id: Optional[MessageId] = None
    """When it carries data."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("fee", "fee", AMOUNT),
        Wire("messageId", "message_id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PaymentQueued(Record):
    """A payment of several that are stored."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    transaction_id: Optional[TransactionId] = None
    """Absent while it waits for coins: its transaction is not made yet."""

    message_id: Optional[MessageId] = None
    """When it carries data."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("status", "status", PLAIN),
        Wire("fee", "fee", AMOUNT),
        Wire("messageId", "message_id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PaymentsSent(Record):
    """Payments that are stored, in the order of the request."""

    payments: Tuple[PaymentQueued, ...]
    """The payments."""

    WIRE = (
        Wire("payments", "payments", each(PaymentQueued)),
    )


@dataclass(frozen=True)
class PublicPaymentSent(Record):
    """A payment that is stored, with its receipt."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    proof: Proof
    """A receipt for one payment, which `payment.verifyProof` checks on any node."""

    message_id: Optional[MessageId] = None
    """When it carries data."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("fee", "fee", AMOUNT),
        Wire("proof", "proof", PLAIN),
        Wire("messageId", "message_id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PaymentEstimate(Record):
    """What a payment would take."""

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    fee: Amount
    """Fees of all its transactions."""

    total: Amount
    """Amount and fees."""

    transactions: int
    """How many transactions it takes: one, and one more for each part of data that does not fit, and for
    merging small coins.
    """

    inputs: int
    """Inputs of all of them."""

    outputs: int
    """Outputs of all of them."""

    spendable: Amount
    """What the account could send now."""

    sufficient: bool
    """Whether the account could send it now."""

    WIRE = (
        Wire("amount", "amount", AMOUNT),
        Wire("fee", "fee", AMOUNT),
        Wire("total", "total", AMOUNT),
        Wire("transactions", "transactions", PLAIN),
        Wire("inputs", "inputs", PLAIN),
        Wire("outputs", "outputs", PLAIN),
        Wire("spendable", "spendable", AMOUNT),
        Wire("sufficient", "sufficient", PLAIN),
    )


@dataclass(frozen=True)
class Payment(Record):
    """A payment as one of its accounts knows it."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    direction: Direction
    """`out`: the account sent it. `in`: the account received it."""

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    to: Address
    """The receiver; for `in` the address of the account it came to."""

    transaction_id: Optional[TransactionId] = None
    """Absent while it waits for coins: its transaction is not made yet."""

    fee: Optional[Amount] = None
    """What the sender paid; absent for `in`."""

    height: Optional[Height] = None
    """Block that made it final."""

    time: Optional[Timestamp] = None
    """Time of that block."""

    created_at: Optional[Timestamp] = None
    """When this node stored it; absent for `in` and for what was restored from the phrase."""

    reason: Optional[RejectReason] = None
    """When rejected."""

    message_id: Optional[MessageId] = None
    """When it carries data."""

    data: Optional[Base64] = None
    """The data, as far as this node has it."""

    app: Optional[AppTag] = None
    """Application tag of the data."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("accountId", "account_id", PLAIN),
        Wire("direction", "direction", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("status", "status", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("to", "to", PLAIN),
        Wire("fee", "fee", AMOUNT, required=False),
        Wire("height", "height", PLAIN, required=False),
        Wire("time", "time", TIME, required=False),
        Wire("createdAt", "created_at", TIME, required=False),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("messageId", "message_id", PLAIN, required=False),
        Wire("data", "data", BYTES, required=False),
        Wire("app", "app", PLAIN, required=False),
    )


@dataclass(frozen=True)
class PaymentPage(Record):
    """A page of payments."""

    items: Tuple[Payment, ...]
    """The payments of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Payment)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class PaymentProof(Record):
    """A receipt that shows anybody whom a payment went to, and how much it was; nothing else of the account
    is revealed.
    """

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    to: Address
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    proof: Proof
    """A receipt for one payment, which `payment.verifyProof` checks on any node."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("to", "to", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("proof", "proof", PLAIN),
    )


@dataclass(frozen=True)
class PaymentProofCheck(Record):
    """What a receipt shows."""

    valid: bool
    """Whether it holds. The other fields are there when it does."""

    reason: Optional[Literal["malformed", "mismatch", "unknown_output"]] = None
    """Why it does not hold: `malformed`; `mismatch` (it does not belong to the output it names);
    `unknown_output` (this chain has no such output yet).
    """

    payment_id: Optional[PaymentId] = None
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    to: Optional[Address] = None
    """An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev. A
    malformed one is answered with `invalid_address`, one of another network with `wrong_network`.
    """

    amount: Optional[Amount] = None
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    transaction_id: Optional[TransactionId] = None
    """The id of a transaction, lower-case hex."""

    height: Optional[Height] = None
    """Block that made it final."""

    WIRE = (
        Wire("valid", "valid", PLAIN),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("paymentId", "payment_id", PLAIN, required=False),
        Wire("to", "to", PLAIN, required=False),
        Wire("amount", "amount", AMOUNT, required=False),
        Wire("transactionId", "transaction_id", PLAIN, required=False),
        Wire("height", "height", PLAIN, required=False),
    )


@dataclass(frozen=True)
class Consolidation(Record):
    """Small coins that become one."""

    payment_id: PaymentId
    """The payment of the account to itself."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    merged: int
    """Coins it merges."""

    remaining: int
    """Coins the account still has to spend from when it is final, the merged one among them."""

    WIRE = (
        Wire("paymentId", "payment_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("fee", "fee", AMOUNT),
        Wire("merged", "merged", PLAIN),
        Wire("remaining", "remaining", PLAIN),
    )

MessageState = Literal["created", "broadcast", "final", "rejected", "partial", "received", "lost"]
"""Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all parts
are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are still
missing when the retention period of the first one ends, so they cannot be had any more).
"""


@dataclass(frozen=True)
class MessageSent(Record):
    """A message that is stored and on its way."""

    message_id: MessageId
    """The id of a message: 16 random bytes its sender chose, which travel inside the payload."""

    status: MessageState
    """Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all
    parts are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
    cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are
    still missing when the retention period of the first one ends, so they cannot be had any more).
    """

    parts: int
    """Transactions it takes."""

    fee: Amount
    """Fees of all of them."""

    transaction_ids: Tuple[TransactionId, ...]
    """The transactions known by now, in the order of the parts."""

    WIRE = (
        Wire("messageId", "message_id", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("parts", "parts", PLAIN),
        Wire("fee", "fee", AMOUNT),
        Wire("transactionIds", "transaction_ids", each(PLAIN)),
    )


@dataclass(frozen=True)
class Message(Record):
    """A message as one of its accounts knows it."""

    message_id: MessageId
    """The id of a message: 16 random bytes its sender chose, which travel inside the payload."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    direction: Direction
    """`out`: the account sent it. `in`: the account received it."""

    status: MessageState
    """Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all
    parts are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
    cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are
    still missing when the retention period of the first one ends, so they cannot be had any more).
    """

    app: AppTag
    """Application tag; empty for none."""

    amount: Amount
    """Money that came with it."""

    parts: int
    """Parts it consists of."""

    parts_done: int
    """Parts that are final; for a received one, parts that have arrived."""

    payment_ids: Tuple[PaymentId, ...]
    """The payments that carry the parts known by now, in order."""

    body: Optional[Base64] = None
    """The body. There as soon as the message is complete."""

    to: Optional[Address] = None
    """The receiver; for `in` the address of the account it came to."""

    height: Optional[Height] = None
    """Block that completed it."""

    time: Optional[Timestamp] = None
    """Time of that block."""

    created_at: Optional[Timestamp] = None
    """When this node stored it; absent for `in` and for what was restored from the phrase."""

    fee: Optional[Amount] = None
    """Fees of all its parts; absent for `in`."""

    reason: Optional[RejectReason] = None
    """When rejected."""

    WIRE = (
        Wire("messageId", "message_id", PLAIN),
        Wire("accountId", "account_id", PLAIN),
        Wire("direction", "direction", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("app", "app", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("parts", "parts", PLAIN),
        Wire("partsDone", "parts_done", PLAIN),
        Wire("body", "body", BYTES, required=False),
        Wire("to", "to", PLAIN, required=False),
        Wire("height", "height", PLAIN, required=False),
        Wire("time", "time", TIME, required=False),
        Wire("createdAt", "created_at", TIME, required=False),
        Wire("fee", "fee", AMOUNT, required=False),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("paymentIds", "payment_ids", each(PLAIN)),
    )


@dataclass(frozen=True)
class MessagePage(Record):
    """A page of messages."""

    items: Tuple[Message, ...]
    """The messages of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Message)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class MessageStatus(Record):
    """Where a message stands."""

    message_id: MessageId
    """The id of a message: 16 random bytes its sender chose, which travel inside the payload."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    direction: Direction
    """`out`: the account sent it. `in`: the account received it."""

    status: MessageState
    """Where a message stands. Sent: `created` (stored; some part is not broadcast yet), `broadcast` (all
    parts are), `final` (all parts are in blocks), `rejected` (some part will never be, also because it was
    cancelled). Received: `partial` (some parts are missing), `received` (complete), `lost` (parts are
    still missing when the retention period of the first one ends, so they cannot be had any more).
    """

    parts: int
    """Parts it consists of."""

    parts_done: int
    """Parts that are final; for a received one, parts that have arrived."""

    height: Optional[Height] = None
    """Block that completed it."""

    reason: Optional[RejectReason] = None
    """When rejected."""

    WIRE = (
        Wire("messageId", "message_id", PLAIN),
        Wire("accountId", "account_id", PLAIN),
        Wire("direction", "direction", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("parts", "parts", PLAIN),
        Wire("partsDone", "parts_done", PLAIN),
        Wire("height", "height", PLAIN, required=False),
        Wire("reason", "reason", PLAIN, required=False),
    )

PayloadKind = Literal["none", "message", "change", "filler"]
"""`none`: a payment without data. `message`: a part of a message. `change`: what the sender keeps for
himself. `filler`: nothing, so that all transactions look alike.
"""


@dataclass(frozen=True)
class DecodedPayload(Record):
    """What the payload of one output says."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    kind: PayloadKind
    """`none`: a payment without data. `message`: a part of a message. `change`: what the sender keeps for
    himself. `filler`: nothing, so that all transactions look alike.
    """

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    height: Height
    """The height of a block; genesis is 0."""

    message_id: Optional[MessageId] = None
    """Message it is a part of."""

    app: Optional[AppTag] = None
    """Names the application a message belongs to, at most 32 bytes of UTF-8 without control characters; empty
    for none. It travels encrypted.
    """

    part: Optional[int] = None
    """Which part, from 0."""

    parts: Optional[int] = None
    """Parts of that message."""

    body: Optional[Base64] = None
    """Body of this part."""

    WIRE = (
        Wire("outputId", "output_id", PLAIN),
        Wire("kind", "kind", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("height", "height", PLAIN),
        Wire("messageId", "message_id", PLAIN, required=False),
        Wire("app", "app", PLAIN, required=False),
        Wire("part", "part", PLAIN, required=False),
        Wire("parts", "parts", PLAIN, required=False),
        Wire("body", "body", BYTES, required=False),
    )

ValidatorKey = str
"""The BLS12-381 key a validator votes with, 48 bytes, lower-case hex."""

StakeId = str
"""What names a stake of an account from its deposit to the end of its withdrawal, and again after the account
is recovered from its phrase; lower-case hex. An operator's own stake has the id of its validator.
"""

EpochNumber = int
"""An epoch; the first one has number 1."""

BasisPoints = int
"""A share in hundredths of a per cent."""


@dataclass(frozen=True)
class CommissionChange(Record):
    """A change of commission that is on its way."""

    commission: BasisPoints
    """A share in hundredths of a per cent."""

    from_: EpochNumber
    """The epoch from which it holds."""

    WIRE = (
        Wire("commission", "commission", PLAIN),
        Wire("from", "from_", PLAIN),
    )


@dataclass(frozen=True)
class EligibilityFault(Record):
    """Why a validator is not eligible for the award of a period."""

    reason: Literal["not_in_set", "attendance", "slashed"]
    """`not_in_set`: it was not in the set of an epoch. `attendance`: it signed too few blocks of an epoch.
    `slashed`: it contradicted itself.
    """

    epoch: EpochNumber
    """The first epoch of the period in which it came about."""

    signed: int
    """Blocks of that epoch it signed."""

    could: int
    """Blocks of that epoch it could have signed."""

    WIRE = (
        Wire("reason", "reason", PLAIN),
        Wire("epoch", "epoch", PLAIN),
        Wire("signed", "signed", PLAIN),
        Wire("could", "could", PLAIN),
    )


@dataclass(frozen=True)
class StakeValidator(Record):
    """How the validator of a stake stands. Outside the set stake earns nothing in this epoch, nor with a
    `frozen` validator; with a `reason` it will earn nothing from the next epoch on, unless that changes.
    """

    status: Literal["active", "suspended", "leaving", "frozen", "gone"]
    """As of stake.validator; `gone` for one that is not there any more."""

    in_set: bool
    """Whether it is in the set of this epoch."""

    reason: Optional[OutsideReason] = None
    """Why it would not be in the next set."""

    WIRE = (
        Wire("status", "status", PLAIN),
        Wire("inSet", "in_set", PLAIN),
        Wire("reason", "reason", PLAIN, required=False),
    )


@dataclass(frozen=True)
class Validator(Record):
    """A validator, in the set or not."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    validator_key: ValidatorKey
    """The BLS12-381 key a validator votes with, 48 bytes, lower-case hex."""

    operator: Hash
    """Schnorr key of its operator."""

    own: bool
    """Whether it is the validator of this node."""

    status: ValidatorStatus
    """`active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent,
    until its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it
    contradicted itself.
    """

    stake: Amount
    """Everything staked with it."""

    own_stake: Amount
    """What of that is its operator's."""

    commission: BasisPoints
    """Share of what the others' stake earns that its operator keeps."""

    since: EpochNumber
    """Epoch of its registration; 1 for the first validators."""

    in_set: bool
    """Whether it is in the set of this epoch."""

    signed: int
    """Blocks of this epoch it signed."""

    could: int
    """Blocks of this epoch it could have signed so far."""

    eligible: bool
    """Whether it may still be drawn for the award of this period."""

    next_key: Optional[ValidatorKey] = None
    """The key from the next epoch on."""

    announced: Optional[CommissionChange] = None
    """A change of commission that is on its way."""

    weight: Optional[Amount] = None
    """Its voting weight in this epoch; absent outside the set."""

    rank: Optional[int] = None
    """How it would stand if the next set were chosen now: 1 for most stake; absent for one that could not be
    chosen.
    """

    reason: Optional[OutsideReason] = None
    """Why it would not be in the next set, if that were chosen now; absent for one that would."""

    fault: Optional[EligibilityFault] = None
    """Why not."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("validatorKey", "validator_key", PLAIN),
        Wire("nextKey", "next_key", PLAIN, required=False),
        Wire("operator", "operator", PLAIN),
        Wire("own", "own", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("stake", "stake", AMOUNT),
        Wire("ownStake", "own_stake", AMOUNT),
        Wire("commission", "commission", PLAIN),
        Wire("announced", "announced", CommissionChange, required=False),
        Wire("since", "since", PLAIN),
        Wire("inSet", "in_set", PLAIN),
        Wire("weight", "weight", AMOUNT, required=False),
        Wire("rank", "rank", PLAIN, required=False),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("signed", "signed", PLAIN),
        Wire("could", "could", PLAIN),
        Wire("eligible", "eligible", PLAIN),
        Wire("fault", "fault", EligibilityFault, required=False),
    )


@dataclass(frozen=True)
class ValidatorPage(Record):
    """A page of validators."""

    items: Tuple[Validator, ...]
    """The validators of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Validator)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class EpochMember(Record):
    """A validator of an epoch's set."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    validator_key: ValidatorKey
    """The BLS12-381 key a validator votes with, 48 bytes, lower-case hex."""

    stake: Amount
    """At the beginning of the epoch; rewards go by it."""

    weight: Amount
    """Voting weight."""

    signed: int
    """Blocks of the epoch it signed."""

    could: int
    """Blocks of the epoch it could have signed so far."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("validatorKey", "validator_key", PLAIN),
        Wire("stake", "stake", AMOUNT),
        Wire("weight", "weight", AMOUNT),
        Wire("signed", "signed", PLAIN),
        Wire("could", "could", PLAIN),
    )


@dataclass(frozen=True)
class Epoch(Record):
    """The epoch of the next block."""

    epoch: EpochNumber
    """An epoch; the first one has number 1."""

    period: int
    """The award period it belongs to; the first one has number 1."""

    first_height: Height
    """Its first block."""

    last_height: Height
    """Its last block: then rewards are paid, and the next set is chosen."""

    height: Height
    """The last final block."""

    blocks_left: int
    """Blocks to come in this epoch."""

    estimated_end: Timestamp
    """When it will end, if blocks come at their target interval."""

    reward: Amount
    """What a block issues, the award's share included."""

    total_stake: Amount
    """Stake of the set at the beginning of the epoch."""

    members: Tuple[EpochMember, ...]
    """The set, in the order of the certificate's bits."""

    WIRE = (
        Wire("epoch", "epoch", PLAIN),
        Wire("period", "period", PLAIN),
        Wire("firstHeight", "first_height", PLAIN),
        Wire("lastHeight", "last_height", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("blocksLeft", "blocks_left", PLAIN),
        Wire("estimatedEnd", "estimated_end", TIME),
        Wire("reward", "reward", AMOUNT),
        Wire("totalStake", "total_stake", AMOUNT),
        Wire("members", "members", each(EpochMember)),
    )


@dataclass(frozen=True)
class StakeParams(Record):
    """The numbers of staking that every node of the network agrees on."""

    epoch_blocks: int
    """Blocks of an epoch."""

    min_stake: Amount
    """What an operator has to stake itself."""

    min_deposit: Amount
    """The smallest deposit."""

    unbonding_epochs: int
    """Epochs that money is on its way out, at most."""

    max_validators: int
    """Validators in a set."""

    commission_step: BasisPoints
    """By how much a commission may rise in one change."""

    commission_notice: int
    """Whole epochs between the announcement of a rise and its effect."""

    block_reward: Amount
    """What a block issues at first."""

    halving_blocks: int
    """Blocks after which that halves."""

    award_share: BasisPoints
    """Share of it that goes to the award's pool."""

    award_period_epochs: int
    """Epochs of an award period."""

    award_attendance: BasisPoints
    """Share of the blocks of each epoch that has to be signed to be eligible."""

    award_freeze_delay: int
    """Blocks between the freeze of the eligible and the beacon that seeds the draw."""

    award_delay_squarings: int
    """Squarings of the delay function between that beacon and the winner."""

    award_bounty: Amount
    """For whoever posts the delay's proof; at most a tenth of the award."""

    slash_share: BasisPoints
    """Share of a contradicting validator's stake that is burnt at once."""

    fee_per_operation: Amount
    """What an operation adds to the fee of its transaction."""

    WIRE = (
        Wire("epochBlocks", "epoch_blocks", PLAIN),
        Wire("minStake", "min_stake", AMOUNT),
        Wire("minDeposit", "min_deposit", AMOUNT),
        Wire("unbondingEpochs", "unbonding_epochs", PLAIN),
        Wire("maxValidators", "max_validators", PLAIN),
        Wire("commissionStep", "commission_step", PLAIN),
        Wire("commissionNotice", "commission_notice", PLAIN),
        Wire("blockReward", "block_reward", AMOUNT),
        Wire("halvingBlocks", "halving_blocks", PLAIN),
        Wire("awardShare", "award_share", PLAIN),
        Wire("awardPeriodEpochs", "award_period_epochs", PLAIN),
        Wire("awardAttendance", "award_attendance", PLAIN),
        Wire("awardFreezeDelay", "award_freeze_delay", PLAIN),
        Wire("awardDelaySquarings", "award_delay_squarings", PLAIN),
        Wire("awardBounty", "award_bounty", AMOUNT),
        Wire("slashShare", "slash_share", PLAIN),
        Wire("feePerOperation", "fee_per_operation", AMOUNT),
    )

StakeType = Literal["deposit", "own", "award", "bounty", "bond"]
"""`deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a prize of
the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the bond
that goes with evidence. The last three are not staked: they are money that waits until `stake.withdraw`
takes it out, which the wallet never does by itself.
"""

StakeStatus = Literal["created", "broadcast", "active", "frozen", "unbonding", "withdrawable", "withdrawn", "rejected"]
"""Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the network. `active`:
it is staked, and earns if its `validator` is in the set. `frozen`: its validator contradicted itself; what
is left may be taken out when the unbonding time is over. `unbonding`: all of it is on its way out.
`withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the deposit will never be in
a block; its coins are free again.
"""


@dataclass(frozen=True)
class Leaving(Record):
    """A part of a stake that is on its way out. It earns nothing, and still answers for what its validator
    signed while it counted, and for the validator's silence in the epoch in which it left.
    """

    amount: Amount
    """What it is worth as of now: what its validator's silence costs is taken off at once, what a
    contradiction costs when it is released.
    """

    release_epoch: EpochNumber
    """The first epoch in which it may be withdrawn."""

    release_height: Height
    """The first block that may carry the withdrawal."""

    status: Literal["unbonding", "frozen", "withdrawable"]
    """`unbonding`: it waits. `frozen`: its validator contradicted itself, and it waits for the verdict.
    `withdrawable`: it may be withdrawn; the wallet does that by itself as soon as the account is unlocked,
    unless it is an `award`, a `bounty` or a `bond`, or hardly worth the fee.
    """

    estimated_release: Optional[Timestamp] = None
    """When that will be, if blocks come at their target interval; absent once it is released, and in events."""

    WIRE = (
        Wire("amount", "amount", AMOUNT),
        Wire("releaseEpoch", "release_epoch", PLAIN),
        Wire("releaseHeight", "release_height", PLAIN),
        Wire("estimatedRelease", "estimated_release", TIME, required=False),
        Wire("status", "status", PLAIN),
    )


@dataclass(frozen=True)
class PendingOperation(Record):
    """An operation of a stake that is not final."""

    type: OperationType
    """What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
    `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
    operator's, `evidence` convicts a validator, `award` ends a draw.
    """

    status: Literal["created", "broadcast"]
    """`created`: stored. `broadcast`: handed to the network."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    amount: Optional[Amount] = None
    """What it moves; absent for one that moves nothing."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("amount", "amount", AMOUNT, required=False),
    )


@dataclass(frozen=True)
class RefusedOperation(Record):
    """The last operation on a stake that failed: it will never be in a block, and left the stake as it was.
    It stays to be seen when later ones succeed. This node alone knows of it, not the chain: an account
    that is restored from its phrase does not have it, and account.history does not, which tells what is
    final.
    """

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    operation: OperationType
    """What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
    `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
    operator's, `evidence` convicts a validator, `award` ends a draw.
    """

    reason: RejectReason
    """Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by another one
    (the phrase is in use elsewhere, too). `refused`: the network refused it. `cancelled`: a payment that
    carries a part of the message was taken back.
    """

    height: Height
    """Up to where the account had seen the chain then."""

    rule: Optional[str] = None
    """For `refused`: the rule of staking, such as `rotating` or `last_validator`, or of the network, such as
    `unknown_stake`. Absent for one that ended only because it spent the change of another one.
    """

    WIRE = (
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("operation", "operation", PLAIN),
        Wire("reason", "reason", PLAIN),
        Wire("rule", "rule", PLAIN, required=False),
        Wire("height", "height", PLAIN),
    )


@dataclass(frozen=True)
class Stake(Record):
    """A stake of an account."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    type: StakeType
    """`deposit`: staked with a validator. `own`: an operator's own stake in its validator. `award`: a prize
    of the award. `bounty`: what the award paid for the proof of its delay. `bond`: what came back of the
    bond that goes with evidence. The last three are not staked: they are money that waits until
    `stake.withdraw` takes it out, which the wallet never does by itself.
    """

    status: StakeStatus
    """Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the network.
    `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its validator
    contradicted itself; what is left may be taken out when the unbonding time is over. `unbonding`: all of
    it is on its way out. `withdrawable`: it is released. `withdrawn`: all of it was taken. `rejected`: the
    deposit will never be in a block; its coins are free again.
    """

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    amount: Amount
    """What the staked part is worth now: it grows by rewards at the end of each epoch, and shrinks by
    slashing. Until the end of the epoch of its deposit it is a little less than what was paid, since the
    price includes what the stake before it can earn in that epoch.
    """

    leaving: Tuple[Leaving, ...]
    """Parts on their way out, the first to be released first. What is released and not yet taken comes before
    what still waits.
    """

    period: Optional[int] = None
    """Of `award` and `bounty`: the award period."""

    validator_key: Optional[ValidatorKey] = None
    """Absent when the validator is gone."""

    validator: Optional[StakeValidator] = None
    """Of what is staked, in stake.get and stake.list; events do not have it."""

    pending: Optional[PendingOperation] = None
    """An operation of a stake that is not final."""

    created_at: Optional[Timestamp] = None
    """When this node stored the deposit; absent for what was restored from the phrase."""

    reason: Optional[RejectReason] = None
    """When rejected."""

    refused: Optional[RefusedOperation] = None
    """The last operation on a stake that failed: it will never be in a block, and left the stake as it was.
    It stays to be seen when later ones succeed. This node alone knows of it, not the chain: an account
    that is restored from its phrase does not have it, and account.history does not, which tells what is
    final.
    """

    WIRE = (
        Wire("stakeId", "stake_id", PLAIN),
        Wire("accountId", "account_id", PLAIN),
        Wire("type", "type", PLAIN),
        Wire("period", "period", PLAIN, required=False),
        Wire("status", "status", PLAIN),
        Wire("validatorId", "validator_id", PLAIN),
        Wire("validatorKey", "validator_key", PLAIN, required=False),
        Wire("validator", "validator", StakeValidator, required=False),
        Wire("amount", "amount", AMOUNT),
        Wire("leaving", "leaving", each(Leaving)),
        Wire("pending", "pending", PendingOperation, required=False),
        Wire("createdAt", "created_at", TIME, required=False),
        Wire("reason", "reason", PLAIN, required=False),
        Wire("refused", "refused", RefusedOperation, required=False),
    )


@dataclass(frozen=True)
class StakePage(Record):
    """A page of stakes."""

    items: Tuple[Stake, ...]
    """The stakes of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Stake)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class StakeSent(Record):
    """An operation on stake that is stored and on its way."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    operation: OperationType
    """What a transaction does with stake. `register` begins a validator, `deposit` adds stake, `unbond` and
    `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate` and `resume` are an
    operator's, `evidence` convicts a validator, `award` ends a draw.
    """

    status: Literal["created"]
    """As it was stored."""

    amount: Amount
    """What it moves; zero for one that moves nothing."""

    fee: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    WIRE = (
        Wire("stakeId", "stake_id", PLAIN),
        Wire("validatorId", "validator_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("operation", "operation", PLAIN),
        Wire("status", "status", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("fee", "fee", AMOUNT),
    )

DelayProof = str
"""The proof of a delay: its output, then the proof, 512 bytes, lower-case hex. Everybody works out the same
one for a seed.
"""


@dataclass(frozen=True)
class StakeReward(Record):
    """What an epoch paid to a validator and those who staked with it."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    epoch: EpochNumber
    """An epoch; the first one has number 1."""

    height: Height
    """The epoch's last block."""

    reward: Amount
    """For blocks signed."""

    fees: Amount
    """Of blocks it led."""

    commission: Amount
    """What of both is the operator's, for its work."""

    signed: int
    """Blocks signed."""

    could: int
    """Blocks it could have signed."""

    earned: Optional[Amount] = None
    """With `accountId`: what of reward and fees went to the account, for its deposits and as the operator. A
    deposit counts when it was there for the whole epoch; zero as well for epochs before the account was
    restored on this node, of which only the operator's part is known.
    """

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("epoch", "epoch", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("reward", "reward", AMOUNT),
        Wire("fees", "fees", AMOUNT),
        Wire("commission", "commission", AMOUNT),
        Wire("signed", "signed", PLAIN),
        Wire("could", "could", PLAIN),
        Wire("earned", "earned", AMOUNT, required=False),
    )


@dataclass(frozen=True)
class StakeRewardPage(Record):
    """A page of rewards."""

    items: Tuple[StakeReward, ...]
    """The rewards of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(StakeReward)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class AwardCandidate(Record):
    """How a validator stands in the present award period."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    validator_key: ValidatorKey
    """The BLS12-381 key a validator votes with, 48 bytes, lower-case hex."""

    operator: Hash
    """Schnorr key that would be paid."""

    own: bool
    """Whether it is the validator of this node."""

    eligible: bool
    """Whether it may still be drawn."""

    good: int
    """Epochs of the period it has served well."""

    ahead: int
    """Epochs of the period still to come, the present one included."""

    signed: int
    """Blocks of this epoch it signed."""

    could: int
    """Blocks of this epoch it could have signed so far."""

    fault: Optional[EligibilityFault] = None
    """Why not."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("validatorKey", "validator_key", PLAIN),
        Wire("operator", "operator", PLAIN),
        Wire("own", "own", PLAIN),
        Wire("eligible", "eligible", PLAIN),
        Wire("fault", "fault", EligibilityFault, required=False),
        Wire("good", "good", PLAIN),
        Wire("ahead", "ahead", PLAIN),
        Wire("signed", "signed", PLAIN),
        Wire("could", "could", PLAIN),
    )


@dataclass(frozen=True)
class AwardEligible(Record):
    """A validator that may win."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    validator_key: ValidatorKey
    """The BLS12-381 key a validator votes with, 48 bytes, lower-case hex."""

    operator: Hash
    """Schnorr key that is paid."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("validatorKey", "validator_key", PLAIN),
        Wire("operator", "operator", PLAIN),
    )


@dataclass(frozen=True)
class AwardDraw(Record):
    """A draw to come."""

    period: int
    """Its award period."""

    state: Literal["open", "frozen", "seeded"]
    """`open`: the period lasts. `frozen`: pool and eligible are fixed, the seed is not there. `seeded`:
    whoever has worked out the delay may post its proof.
    """

    freeze_height: Height
    """The block that fixes pool and eligible."""

    seed_height: Height
    """The block whose beacon is the seed."""

    amount: Amount
    """What the winner gets, the bounty for the proof aside; while the period is open, what it has collected
    so far.
    """

    squarings: int
    """Squarings of the delay function between the seed and the winner."""

    eligible: Tuple[AwardEligible, ...]
    """Who may win, in the order of their keys; empty while the period is open."""

    beacon: Optional[Hash] = None
    """The seed."""

    WIRE = (
        Wire("period", "period", PLAIN),
        Wire("state", "state", PLAIN),
        Wire("freezeHeight", "freeze_height", PLAIN),
        Wire("seedHeight", "seed_height", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("squarings", "squarings", PLAIN),
        Wire("beacon", "beacon", PLAIN, required=False),
        Wire("eligible", "eligible", each(AwardEligible)),
    )


@dataclass(frozen=True)
class Award(Record):
    """The Validator Service Award."""

    pool: Amount
    """All that is in the pool, what is frozen for a draw included."""

    collected: Amount
    """What of it was collected for the present period."""

    period: int
    """The present award period."""

    next_draw: AwardDraw
    """The draw that comes next."""

    eligible: Tuple[AwardCandidate, ...]
    """Every validator, and how it stands in the present period."""

    history: Hash
    """The chain of hashes over the records of all draws that are over; it is a part of the state that blocks
    commit to.
    """

    WIRE = (
        Wire("pool", "pool", AMOUNT),
        Wire("collected", "collected", AMOUNT),
        Wire("period", "period", PLAIN),
        Wire("nextDraw", "next_draw", AwardDraw),
        Wire("eligible", "eligible", each(AwardCandidate)),
        Wire("history", "history", PLAIN),
    )

AwardOutcome = Literal["paid", "forfeited", "expired", "empty"]
"""`paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze and draw.
`expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is not paid
stays in the pool.
"""


@dataclass(frozen=True)
class AwardRecord(Record):
    """A draw that is over, with everything it takes to check it again."""

    network: Network
    """The network."""

    chain_id: Hash
    """What the seed is bound to: `chainId` of chain.params."""

    period: int
    """Its award period."""

    outcome: AwardOutcome
    """`paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze and draw.
    `expired`: nobody posted a proof before the next freeze. `empty`: nobody was eligible. What is not paid
    stays in the pool.
    """

    frozen_at: Height
    """The block that fixed pool and eligible."""

    amount: Amount
    """What was frozen."""

    eligible: Tuple[AwardEligible, ...]
    """Who could win, in the order of their keys."""

    seed_height: Height
    """The block whose beacon is the seed."""

    squarings: int
    """Squarings of the delay function."""

    prize: Amount
    """What the winner got."""

    bounty: Amount
    """What went to whoever posted the proof."""

    before: Hash
    """The chain of hashes over the records before this one; zeros for the first."""

    history: Hash
    """The same with this record. That of the last record is what `stake.awardProof` shows to be the chain's."""

    beacon: Optional[Hash] = None
    """That beacon."""

    proof: Optional[Hex] = None
    """The delay's proof: its output, then π."""

    winner: Optional[int] = None
    """Position of the winner among the eligible."""

    WIRE = (
        Wire("network", "network", PLAIN),
        Wire("chainId", "chain_id", PLAIN),
        Wire("period", "period", PLAIN),
        Wire("outcome", "outcome", PLAIN),
        Wire("frozenAt", "frozen_at", PLAIN),
        Wire("amount", "amount", AMOUNT),
        Wire("eligible", "eligible", each(AwardEligible)),
        Wire("seedHeight", "seed_height", PLAIN),
        Wire("beacon", "beacon", PLAIN, required=False),
        Wire("squarings", "squarings", PLAIN),
        Wire("proof", "proof", PLAIN, required=False),
        Wire("winner", "winner", PLAIN, required=False),
        Wire("prize", "prize", AMOUNT),
        Wire("bounty", "bounty", AMOUNT),
        Wire("before", "before", PLAIN),
        Wire("history", "history", PLAIN),
    )


@dataclass(frozen=True)
class AwardRecordPage(Record):
    """A page of draws."""

    items: Tuple[AwardRecord, ...]
    """The draws of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(AwardRecord)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class AwardProof(Record):
    """The last final block, and what its state commitment is the hash of: docs/protocol.md says how. At most
    some 90 kB.
    """

    height: Height
    """The height of a block; genesis is 0."""

    block_id: Hash
    """Hash of the header."""

    history: Hash
    """The chain of hashes over all records, as `stake` has it."""

    header: Hex
    """The block's header."""

    unspent: Hex
    """LtHash of the unspent set, 2,048 bytes."""

    issued: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    burnt: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    blinding: Hash
    """Of the supply."""

    commitments: Hash
    """Of the supply."""

    stake: Hex
    """The stake without the records of validators; the chain of hashes is in it."""

    records: Tuple[Hash, ...]
    """Hash of each validator's record, in the order of their ids."""

    certificate: Optional[Hex] = None
    """The certificate that makes the block final; genesis has none."""

    WIRE = (
        Wire("height", "height", PLAIN),
        Wire("blockId", "block_id", PLAIN),
        Wire("history", "history", PLAIN),
        Wire("header", "header", PLAIN),
        Wire("certificate", "certificate", PLAIN, required=False),
        Wire("unspent", "unspent", PLAIN),
        Wire("issued", "issued", AMOUNT),
        Wire("burnt", "burnt", AMOUNT),
        Wire("blinding", "blinding", PLAIN),
        Wire("commitments", "commitments", PLAIN),
        Wire("stake", "stake", PLAIN),
        Wire("records", "records", each(PLAIN)),
    )


@dataclass(frozen=True)
class Slashing(Record):
    """Stake that was burnt because its validator broke the rules or was silent."""

    type: Literal["slashed", "thawed", "leaked"]
    """`slashed`: it contradicted itself; a part is burnt at once and the rest frozen. A frozen one is
    `slashed` again, with nothing burnt at once, when an earlier contradiction comes to light or one with
    more weight: both count in the end. `thawed`: the unbonding time after that is over; more may be burnt,
    and a part of the operator's own goes to the award. `leaked`: more than a third of the weight was
    silent, and this one among it. What left the pool in the same epoch loses the same part, which is burnt
    when it is withdrawn and is not counted here.
    """

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    height: Height
    """The block in which it came about."""

    burnt: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    infraction: Optional[EpochNumber] = None
    """For `slashed` the epoch of its earliest contradiction that has been told."""

    forfeited: Optional[Amount] = None
    """For `thawed` what went to the award's pool."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("validatorId", "validator_id", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("infraction", "infraction", PLAIN, required=False),
        Wire("burnt", "burnt", AMOUNT),
        Wire("forfeited", "forfeited", AMOUNT, required=False),
    )


@dataclass(frozen=True)
class SlashingPage(Record):
    """A page of slashings."""

    items: Tuple[Slashing, ...]
    """The slashings of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Slashing)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class EpochEvent(Record):
    """An epoch began."""

    epoch: EpochNumber
    """An epoch; the first one has number 1."""

    height: Height
    """The last block of the one before."""

    members: int
    """Validators in its set."""

    WIRE = (
        Wire("epoch", "epoch", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("members", "members", PLAIN),
    )


@dataclass(frozen=True)
class SuspendedEvent(Record):
    """A validator was left out of the set because it was silent."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    epoch: EpochNumber
    """In which it was silent."""

    height: Height
    """The last block of that epoch."""

    WIRE = (
        Wire("validatorId", "validator_id", PLAIN),
        Wire("epoch", "epoch", PLAIN),
        Wire("height", "height", PLAIN),
    )

Topic = Literal["chain.block", "chain.status", "account.balance", "payment.status", "message.received", "message.status", "stake.status", "stake.epoch", "stake.slashed", "stake.suspended", "award.frozen", "award.seeded", "award.paid"]
"""What a stream tells about."""

TopicPattern = Literal["chain.*", "chain.block", "chain.status", "account.*", "account.balance", "payment.*", "payment.status", "message.*", "message.received", "message.status", "stake.*", "stake.status", "stake.epoch", "stake.slashed", "stake.suspended", "award.*", "award.frozen", "award.seeded", "award.paid"]
"""A topic, or all of a group."""


@dataclass(frozen=True)
class Subscribed(Record):
    """An open subscription."""

    subscription: str
    """Its id on this connection."""

    cursor: Cursor
    """Where it starts: events after this."""

    WIRE = (
        Wire("subscription", "subscription", PLAIN),
        Wire("cursor", "cursor", PLAIN),
    )


@dataclass(frozen=True)
class Unsubscribed(Record):
    """A closed subscription."""

    subscription: str
    """Its id."""

    cursor: Cursor
    """Up to where events were sent."""

    WIRE = (
        Wire("subscription", "subscription", PLAIN),
        Wire("cursor", "cursor", PLAIN),
    )


@dataclass(frozen=True)
class BlockEvent(Record):
    """A block became final."""

    id: BlockId
    """The id of a block: the hash of its header, lower-case hex."""

    height: Height
    """The height of a block; genesis is 0."""

    time: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    leader: str
    """BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis."""

    transactions: Tuple[TransactionId, ...]
    """Its transactions in order."""

    WIRE = (
        Wire("id", "id", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("time", "time", TIME),
        Wire("leader", "leader", PLAIN),
        Wire("transactions", "transactions", each(PLAIN)),
    )


@dataclass(frozen=True)
class ChainStatusEvent(Record):
    """The node changed its state, or has come further in catching up: that is told every few seconds."""

    state: NodeState
    """What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head,
    or fetching the snapshot it begins with), `rescanning` (reading the chain again for an account),
    `ready`.
    """

    height: Height
    """The height of a block; genesis is 0."""

    syncing: bool
    """True while the node knows that it is behind."""

    sync: Optional[SyncProgress] = None
    """How far it has come; absent while it is not catching up."""

    snapshot: Optional[SnapshotProgress] = None
    """How far it has come with the snapshot that it begins with; absent otherwise."""

    WIRE = (
        Wire("state", "state", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("syncing", "syncing", PLAIN),
        Wire("sync", "sync", SyncProgress, required=False),
        Wire("snapshot", "snapshot", SnapshotProgress, required=False),
    )


@dataclass(frozen=True)
class CaughtUp(Record):
    """Everything that had happened when the subscription began has been told; from here on events are live."""

    WIRE = ()

StopReason = Literal["slow_reader", "retention", "shutdown", "internal", "token_expired", "token_revoked"]
"""`slow_reader`: the connection did not take events for too long. `retention`: events after the cursor are no
longer kept. `shutdown`: the node is going down. `internal`: a fault of the node. `token_expired`,
`token_revoked`: the token of the connection has ended, and the connection is closed.
"""


@dataclass(frozen=True)
class Stop(Record):
    """The subscription has ended. Nothing was skipped: subscribe from the cursor to go on."""

    reason: StopReason
    """`slow_reader`: the connection did not take events for too long. `retention`: events after the cursor
    are no longer kept. `shutdown`: the node is going down. `internal`: a fault of the node.
    `token_expired`, `token_revoked`: the token of the connection has ended, and the connection is closed.
    """

    cursor: Cursor
    """Up to where events were sent."""

    WIRE = (
        Wire("reason", "reason", PLAIN),
        Wire("cursor", "cursor", PLAIN),
    )


@dataclass(frozen=True)
class FaucetPayment(Record):
    """Coins on their way."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    amount: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    WIRE = (
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("paymentId", "payment_id", PLAIN),
        Wire("amount", "amount", AMOUNT),
    )


@dataclass(frozen=True)
class Mined(Record):
    """The new head."""

    height: Height
    """The height of a block; genesis is 0."""

    WIRE = (
        Wire("height", "height", PLAIN),
    )


@dataclass(frozen=True)
class DevTime(Record):
    """The clock of the network."""

    time: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    WIRE = (
        Wire("time", "time", TIME),
    )

TokenId = str
"""The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`."""

TokenText = str
"""A token: `stegostoken1`, 256 random bits and a checksum, in bech32m. Whoever has it may do what it allows."""

TokenName = str
"""A name for people, which the audit log shows."""

Scope = Literal["read", "message", "pay", "stake", "packet", "admin"]
"""What a token is for; `x-scopes` says what each allows."""

MethodPattern = str
"""The name of a method, or `group.*` for all of a group, also those of later versions."""


@dataclass(frozen=True)
class TokenBudget(Record):
    """What a token may move out of accounts, amounts and fees together, in any span of time of this length."""

    amount: Amount
    """So much at most."""

    period: int
    """Seconds."""

    WIRE = (
        Wire("amount", "amount", AMOUNT),
        Wire("period", "period", PLAIN),
    )

TokenStatus = Literal["active", "expired", "revoked"]
"""`active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was made
with.
"""


@dataclass(frozen=True)
class Token(Record):
    """A token, without its secret."""

    token_id: TokenId
    """The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`."""

    name: TokenName
    """A name for people, which the audit log shows."""

    scopes: Tuple[Scope, ...]
    """What it is for."""

    created_at: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    status: TokenStatus
    """`active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was
    made with.
    """

    methods: Optional[Tuple[MethodPattern, ...]] = None
    """The methods it may call; absent: all that its scopes allow."""

    accounts: Optional[Tuple[AccountId, ...]] = None
    """The accounts it knows; absent: all."""

    budget: Optional[TokenBudget] = None
    """What a token may move out of accounts, amounts and fees together, in any span of time of this length."""

    spent: Optional[Amount] = None
    """What counts against the budget now."""

    rate: Optional[int] = None
    """Calls a second; absent: as many as the node allows anybody."""

    expires_at: Optional[Timestamp] = None
    """From then on it is worthless; absent: never."""

    parent: Optional[TokenId] = None
    """The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for
    those made by the owner.
    """

    ended_at: Optional[Timestamp] = None
    """When it was revoked or expired."""

    WIRE = (
        Wire("tokenId", "token_id", PLAIN),
        Wire("name", "name", PLAIN),
        Wire("scopes", "scopes", each(PLAIN)),
        Wire("methods", "methods", each(PLAIN), required=False),
        Wire("accounts", "accounts", each(PLAIN), required=False),
        Wire("budget", "budget", TokenBudget, required=False),
        Wire("spent", "spent", AMOUNT, required=False),
        Wire("rate", "rate", PLAIN, required=False),
        Wire("expiresAt", "expires_at", TIME, required=False),
        Wire("createdAt", "created_at", TIME),
        Wire("parent", "parent", PLAIN, required=False),
        Wire("status", "status", PLAIN),
        Wire("endedAt", "ended_at", TIME, required=False),
    )


@dataclass(frozen=True)
class TokenCreated(Record):
    """A new token."""

    token: TokenText = field(repr=False)
    """The token itself, shown this once: the node keeps its hash."""

    token_id: TokenId
    """The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`."""

    name: TokenName
    """A name for people, which the audit log shows."""

    scopes: Tuple[Scope, ...]
    """What it is for."""

    created_at: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    status: TokenStatus
    """`active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one it was
    made with.
    """

    methods: Optional[Tuple[MethodPattern, ...]] = None
    """The methods it may call; absent: all that its scopes allow."""

    accounts: Optional[Tuple[AccountId, ...]] = None
    """The accounts it knows; absent: all."""

    budget: Optional[TokenBudget] = None
    """What a token may move out of accounts, amounts and fees together, in any span of time of this length."""

    spent: Optional[Amount] = None
    """What counts against the budget now."""

    rate: Optional[int] = None
    """Calls a second; absent: as many as the node allows anybody."""

    expires_at: Optional[Timestamp] = None
    """From then on it is worthless; absent: never."""

    parent: Optional[TokenId] = None
    """The token it was made with: what narrows that one narrows this one, and it ends with it. Absent for
    those made by the owner.
    """

    ended_at: Optional[Timestamp] = None
    """When it was revoked or expired."""

    WIRE = (
        Wire("token", "token", PLAIN),
        Wire("tokenId", "token_id", PLAIN),
        Wire("name", "name", PLAIN),
        Wire("scopes", "scopes", each(PLAIN)),
        Wire("methods", "methods", each(PLAIN), required=False),
        Wire("accounts", "accounts", each(PLAIN), required=False),
        Wire("budget", "budget", TokenBudget, required=False),
        Wire("spent", "spent", AMOUNT, required=False),
        Wire("rate", "rate", PLAIN, required=False),
        Wire("expiresAt", "expires_at", TIME, required=False),
        Wire("createdAt", "created_at", TIME),
        Wire("parent", "parent", PLAIN, required=False),
        Wire("status", "status", PLAIN),
        Wire("endedAt", "ended_at", TIME, required=False),
    )


@dataclass(frozen=True)
class TokenPage(Record):
    """A page of tokens."""

    items: Tuple[Token, ...]
    """The tokens of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(Token)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )

AuditIdType = Literal["account", "payment", "transaction", "message", "stake", "token"]
"""What an id is of."""


@dataclass(frozen=True)
class AuditId(Record):
    """An id that a call made or changed."""

    type: AuditIdType
    """What an id is of."""

    id: str
    """The id."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("id", "id", PLAIN),
    )


@dataclass(frozen=True)
class AuditEntry(Record):
    """A call that changed something, revealed a key, or was refused for lack of rights. No parameters, texts
    or secrets are kept.
    """

    time: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    token_id: TokenId
    """The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`."""

    token_name: str
    """Its name at the time."""

    method: str
    """The method that was called."""

    outcome: str
    """`ok`, or the symbol of the error."""

    count: int
    """How many refused calls alike, in short order, the entry stands for."""

    ids: Tuple[AuditId, ...]
    """What it made or changed; at most 200."""

    account_id: Optional[AccountId] = None
    """The account it was about, if it named one."""

    key_hash: Optional[str] = None
    """Hash of the idempotency key, to find the call by it: the same for the same key on this node."""

    spent: Optional[Amount] = None
    """What it took out of accounts: amount and fee."""

    WIRE = (
        Wire("time", "time", TIME),
        Wire("tokenId", "token_id", PLAIN),
        Wire("tokenName", "token_name", PLAIN),
        Wire("method", "method", PLAIN),
        Wire("accountId", "account_id", PLAIN, required=False),
        Wire("outcome", "outcome", PLAIN),
        Wire("count", "count", PLAIN),
        Wire("keyHash", "key_hash", PLAIN, required=False),
        Wire("spent", "spent", AMOUNT, required=False),
        Wire("ids", "ids", each(AuditId)),
    )


@dataclass(frozen=True)
class AuditPage(Record):
    """A page of entries."""

    items: Tuple[AuditEntry, ...]
    """The entries of this page."""

    next: Cursor
    """Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and then leads to
    what has been added since.
    """

    complete: bool
    """True when nothing more exists now."""

    WIRE = (
        Wire("items", "items", each(AuditEntry)),
        Wire("next", "next", PLAIN),
        Wire("complete", "complete", PLAIN),
    )


@dataclass(frozen=True)
class Fault(Record):
    """One thing that is wrong with the parameters."""

    pointer: str
    """JSON pointer (RFC 6901) into the parameters; empty for the parameters as a whole."""

    message: str
    """What is wrong there."""

    WIRE = (
        Wire("pointer", "pointer", PLAIN),
        Wire("message", "message", PLAIN),
    )


@dataclass(frozen=True)
class ParseErrorData(Record):
    """The body or the message is not valid JSON."""

    type: Literal["parse_error"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class InvalidRequestData(Record):
    """Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string, `params` an
    object, `id` a string, a number within 2^53 of zero or null.
    """

    type: Literal["invalid_request"]

    retryable: bool
    """Whether the same call may succeed later."""

    reason: Optional[str] = None
    """What is wrong."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("reason", "reason", PLAIN, required=False),
    )


@dataclass(frozen=True)
class UnknownMethodData(Record):
    """The contract has no method of that name."""

    type: Literal["unknown_method"]

    retryable: bool
    """Whether the same call may succeed later."""

    method: str
    """The name that was asked for."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("method", "method", PLAIN),
    )


@dataclass(frozen=True)
class InvalidParamsData(Record):
    """Parameters are missing, unknown or ill-formed."""

    type: Literal["invalid_params"]

    retryable: bool
    """Whether the same call may succeed later."""

    faults: Tuple[Fault, ...]
    """Every fault, up to 16."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("faults", "faults", each(Fault)),
    )


@dataclass(frozen=True)
class InternalErrorData(Record):
    """A fault of the node. It is in its log under the reference."""

    type: Literal["internal_error"]

    retryable: bool
    """Whether the same call may succeed later."""

    reference: str
    """Finds the fault in the log."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("reference", "reference", PLAIN),
    )


@dataclass(frozen=True)
class NotReadyData(Record):
    """The node is starting, or is shutting down. `node.status` says what it is doing."""

    type: Literal["not_ready"]

    retryable: bool
    """Whether the same call may succeed later."""

    state: NodeState
    """What the node is doing: `starting` (opening its data), `syncing` (following the chain up to its head,
    or fetching the snapshot it begins with), `rescanning` (reading the chain again for an account),
    `ready`.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("state", "state", PLAIN),
    )


@dataclass(frozen=True)
class BatchTooLargeData(Record):
    """The batch has more calls than the node takes; none was carried out."""

    type: Literal["batch_too_large"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Calls a batch may have."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
    )


@dataclass(frozen=True)
class BodyTooLargeData(Record):
    """The request has more bytes than the node takes."""

    type: Literal["body_too_large"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Bytes a request may have."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
    )


@dataclass(frozen=True)
class ResponseTooLargeData(Record):
    """The answers to a batch have reached the limit. This call was not carried out: ask again in another
    batch.
    """

    type: Literal["response_too_large"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Bytes the answers may have."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
    )


@dataclass(frozen=True)
class DevOnlyData(Record):
    """Methods of the group dev exist on development networks alone."""

    type: Literal["dev_only"]

    retryable: bool
    """Whether the same call may succeed later."""

    network: Network
    """The network."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("network", "network", PLAIN),
    )


@dataclass(frozen=True)
class IdempotencyConflictData(Record):
    """A call with this key has been stored, and its parameters were others. Use a new key for a new call."""

    type: Literal["idempotency_conflict"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class BlockNotFoundData(Record):
    """The chain has no such block, or not yet."""

    type: Literal["block_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    height: Optional[Height] = None
    """The height of a block; genesis is 0."""

    id: Optional[BlockId] = None
    """The id of a block: the hash of its header, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("height", "height", PLAIN, required=False),
        Wire("id", "id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class TransactionNotFoundData(Record):
    """Neither the chain nor the waiting transactions have it."""

    type: Literal["transaction_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    earliest_height: Optional[Height] = None
    """On a node that prunes: what became final below this height is not known here."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
        Wire("earliestHeight", "earliest_height", PLAIN, required=False),
    )


@dataclass(frozen=True)
class OutputNotFoundData(Record):
    """The chain has no such output, or not yet."""

    type: Literal["output_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    earliest_height: Optional[Height] = None
    """On a node that prunes: what became final below this height is not known here."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("outputId", "output_id", PLAIN),
        Wire("earliestHeight", "earliest_height", PLAIN, required=False),
    )


@dataclass(frozen=True)
class InvalidTransactionData(Record):
    """A rule of the network is broken; `rule` names it."""

    type: Literal["invalid_transaction"]

    retryable: bool
    """Whether the same call may succeed later."""

    rule: str
    """The rule, such as `invalid_proof`, `invalid_signature`, `unbalanced`, `invalid_shape`."""

    stake_rule: Optional[str] = None
    """For the rule `stake_refused`: the rule of staking, such as `last_validator`."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("rule", "rule", PLAIN),
        Wire("stakeRule", "stake_rule", PLAIN, required=False),
    )


@dataclass(frozen=True)
class InputSpentData(Record):
    """A coin the transaction spends does not exist, is spent, or is spent by another waiting transaction."""

    type: Literal["input_spent"]

    retryable: bool
    """Whether the same call may succeed later."""

    output_id: Optional[OutputId] = None
    """The id of an output, unique for all time, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("outputId", "output_id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class MempoolFullData(Record):
    """The node takes no more transactions until blocks have taken some."""

    type: Literal["mempool_full"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class PayloadPrunedData(Record):
    """The retention period is over and this node has dropped the payload."""

    type: Literal["payload_pruned"]

    retryable: bool
    """Whether the same call may succeed later."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("outputId", "output_id", PLAIN),
    )


@dataclass(frozen=True)
class BlockPrunedData(Record):
    """This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps headers and
    certificates alone. An archive node has the rest.
    """

    type: Literal["block_pruned"]

    retryable: bool
    """Whether the same call may succeed later."""

    height: Height
    """Of the first block that is missing."""

    earliest_height: Height
    """The lowest height from which on the node has every block."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("height", "height", PLAIN),
        Wire("earliestHeight", "earliest_height", PLAIN),
    )


@dataclass(frozen=True)
class AccountNotFoundData(Record):
    """This node has no such account."""

    type: Literal["account_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN),
    )


@dataclass(frozen=True)
class AccountExistsData(Record):
    """The phrase or the view key belongs to an account this node has."""

    type: Literal["account_exists"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: AccountId
    """Use that one."""

    name: AccountName
    """A name for people; the node gives it no meaning."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN),
        Wire("name", "name", PLAIN),
    )


@dataclass(frozen=True)
class AccountLockedData(Record):
    """Unlock it with `account.unlock` first."""

    type: Literal["account_locked"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN),
    )


@dataclass(frozen=True)
class WrongPassphraseData(Record):
    """The passphrase does not open the key file, which is in order; or one is needed and none was given."""

    type: Literal["wrong_passphrase"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class KeyFileDamagedData(Record):
    """The key file cannot be read, whatever the passphrase. Remove the account and recover it from its
    phrase.
    """

    type: Literal["key_file_damaged"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN),
    )


@dataclass(frozen=True)
class InvalidRecoveryPhraseData(Record):
    """The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold."""

    type: Literal["invalid_recovery_phrase"]

    retryable: bool
    """Whether the same call may succeed later."""

    reason: Literal["length", "word", "checksum"]
    """What is wrong with it."""

    position: Optional[int] = None
    """Which word is unknown, from 1."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("reason", "reason", PLAIN),
        Wire("position", "position", PLAIN, required=False),
    )


@dataclass(frozen=True)
class InvalidViewKeyData(Record):
    """The view key is malformed or of another network."""

    type: Literal["invalid_view_key"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class ViewOnlyData(Record):
    """It was imported from a view key and has no spend key."""

    type: Literal["view_only"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: AccountId
    """The id of an account: 8 bytes derived from its view key, the same after every recovery."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN),
    )


@dataclass(frozen=True)
class InsufficientFundsData(Record):
    """The account cannot pay amount and fee. What is locked may come free as unfinished payments become
    final.
    """

    type: Literal["insufficient_funds"]

    retryable: bool
    """Whether the same call may succeed later."""

    available: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    locked: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    needed: Amount
    """With the fee."""

    fee: Amount
    """What of `needed` is fee."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("available", "available", AMOUNT),
        Wire("locked", "locked", AMOUNT),
        Wire("needed", "needed", AMOUNT),
        Wire("fee", "fee", AMOUNT),
    )


@dataclass(frozen=True)
class InvalidAddressData(Record):
    """The address is malformed: a typing error, or not an address of Stegos."""

    type: Literal["invalid_address"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class WrongNetworkData(Record):
    """The address is good, but for another network."""

    type: Literal["wrong_network"]

    retryable: bool
    """Whether the same call may succeed later."""

    expected: Network
    """The network."""

    found: Network
    """The network."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("expected", "expected", PLAIN),
        Wire("found", "found", PLAIN),
    )


@dataclass(frozen=True)
class AmountTooLargeData(Record):
    """Amounts and fees together exceed 64 bits."""

    type: Literal["amount_too_large"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class PaymentNotFoundData(Record):
    """The accounts of this node have no such payment."""

    type: Literal["payment_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("paymentId", "payment_id", PLAIN),
    )


@dataclass(frozen=True)
class NotCancellableData(Record):
    """It has been broadcast; only a payment that is still `created` can be taken back."""

    type: Literal["not_cancellable"]

    retryable: bool
    """Whether the same call may succeed later."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    status: PaymentStatus
    """Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`: handed to the
    network. `final`: in a block. `rejected`: it will never be in a block; its coins are free again.
    `cancelled`: taken back before it was broadcast.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("paymentId", "payment_id", PLAIN),
        Wire("status", "status", PLAIN),
    )


@dataclass(frozen=True)
class NotProvableData(Record):
    """The account does not know the secret of this payment: it was received, not sent, or its record is gone."""

    type: Literal["not_provable"]

    retryable: bool
    """Whether the same call may succeed later."""

    payment_id: PaymentId
    """The id of a payment, the same for sender and receiver, known before its transaction exists, and the
    same again after an account is recovered from its phrase; lower-case hex.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("paymentId", "payment_id", PLAIN),
    )


@dataclass(frozen=True)
class NothingToConsolidateData(Record):
    """The account has fewer than two coins it could merge."""

    type: Literal["nothing_to_consolidate"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class PayloadTooLargeData(Record):
    """The message exceeds what may be sent."""

    type: Literal["payload_too_large"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Bytes that may be sent."""

    size: Optional[int] = None
    """Bytes there were."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
        Wire("size", "size", PLAIN, required=False),
    )


@dataclass(frozen=True)
class MessageNotFoundData(Record):
    """The accounts of this node have no such message."""

    type: Literal["message_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    message_id: MessageId
    """The id of a message: 16 random bytes its sender chose, which travel inside the payload."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("messageId", "message_id", PLAIN),
    )


@dataclass(frozen=True)
class NotForAccountData(Record):
    """The account cannot read the payload: it is not for it."""

    type: Literal["not_for_account"]

    retryable: bool
    """Whether the same call may succeed later."""

    output_id: OutputId
    """The id of an output, unique for all time, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("outputId", "output_id", PLAIN),
    )


@dataclass(frozen=True)
class UnknownValidatorData(Record):
    """No validator with this key or id is registered."""

    type: Literal["unknown_validator"]

    retryable: bool
    """Whether the same call may succeed later."""

    validator: Hex
    """The key or id that was asked for."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("validator", "validator", PLAIN),
    )


@dataclass(frozen=True)
class UnknownStakeData(Record):
    """The account has no stake of this id."""

    type: Literal["unknown_stake"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
    )


@dataclass(frozen=True)
class BelowMinimumData(Record):
    """Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays, or of
    what is taken out; `of` says which.
    """

    type: Literal["below_minimum"]

    retryable: bool
    """Whether the same call may succeed later."""

    minimum: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    of: Literal["deposit", "own_stake", "rest", "own_rest", "withdrawal"]
    """`deposit`: a deposit is at least that. `own_stake`: so is what an operator stakes itself. `rest`,
    `own_rest`: so much has to stay, unless all is taken out. `withdrawal`: less is hardly worth the fee of
    taking it out in the end.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("minimum", "minimum", AMOUNT),
        Wire("of", "of", PLAIN),
    )


@dataclass(frozen=True)
class StakeLockedData(Record):
    """All of the stake is on its way out already. The wallet withdraws it when it is released."""

    type: Literal["stake_locked"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    release_epoch: EpochNumber
    """An epoch; the first one has number 1."""

    release_height: Height
    """The height of a block; genesis is 0."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
        Wire("releaseEpoch", "release_epoch", PLAIN),
        Wire("releaseHeight", "release_height", PLAIN),
    )


@dataclass(frozen=True)
class StakeFrozenData(Record):
    """Its validator contradicted itself; what is left may be taken out when the unbonding time is over."""

    type: Literal["stake_frozen"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
    )


@dataclass(frozen=True)
class StakeBusyData(Record):
    """Try again when it is final."""

    type: Literal["stake_busy"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
    )


@dataclass(frozen=True)
class InsufficientStakeData(Record):
    """More was asked for than the stake is worth."""

    type: Literal["insufficient_stake"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    staked: Amount
    """An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1 000 000
    base units.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
        Wire("staked", "staked", AMOUNT),
    )


@dataclass(frozen=True)
class StakeWithdrawnData(Record):
    """All of it was taken out before."""

    type: Literal["stake_withdrawn"]

    retryable: bool
    """Whether the same call may succeed later."""

    stake_id: StakeId
    """What names a stake of an account from its deposit to the end of its withdrawal, and again after the
    account is recovered from its phrase; lower-case hex. An operator's own stake has the id of its
    validator.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("stakeId", "stake_id", PLAIN),
    )


@dataclass(frozen=True)
class NoValidatorData(Record):
    """The node has no validator key: name a validator."""

    type: Literal["no_validator"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class ValidatorClosedData(Record):
    """It is leaving or frozen."""

    type: Literal["validator_closed"]

    retryable: bool
    """Whether the same call may succeed later."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    status: ValidatorStatus
    """`active`: may be in the next set, if it has the stake. `suspended`: left out because it was silent,
    until its operator says that it is back. `leaving`: its operator took its stake out. `frozen`: it
    contradicted itself.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("validatorId", "validator_id", PLAIN),
        Wire("status", "status", PLAIN),
    )


@dataclass(frozen=True)
class NotOperatorData(Record):
    """The account is not the operator of this validator."""

    type: Literal["not_operator"]

    retryable: bool
    """Whether the same call may succeed later."""

    validator_id: ValidatorId
    """What names a validator for all time, whatever its key is; lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("validatorId", "validator_id", PLAIN),
    )


@dataclass(frozen=True)
class StakeRefusedData(Record):
    """The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks for."""

    type: Literal["stake_refused"]

    retryable: bool
    """Whether the same call may succeed later."""

    rule: str
    """The rule, such as `commission_step` or `last_validator`."""

    explanation: str
    """The rule in a sentence, with its numbers."""

    limit: Optional[BasisPoints] = None
    """For `commission_step`: the most there may be next."""

    asked: Optional[BasisPoints] = None
    """For `commission_step`: what was asked for."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("rule", "rule", PLAIN),
        Wire("explanation", "explanation", PLAIN),
        Wire("limit", "limit", PLAIN, required=False),
        Wire("asked", "asked", PLAIN, required=False),
    )


@dataclass(frozen=True)
class NoDrawData(Record):
    """No award is drawn at present, or its draw has no seed yet: see stake.award."""

    type: Literal["no_draw"]

    retryable: bool
    """Whether the same call may succeed later."""

    state: Literal["open", "frozen"]
    """`open`: no draw is under way. `frozen`: one is, and its seed is not there yet."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("state", "state", PLAIN),
    )


@dataclass(frozen=True)
class ProofNotReadyData(Record):
    """The node has not worked out the delay of the draw. Ask again, or, where `proving` is false, start the
    node with `--award-prover on`.
    """

    type: Literal["proof_not_ready"]

    retryable: bool
    """Whether the same call may succeed later."""

    period: int
    """The award period of the draw."""

    proving: bool
    """Whether the node works it out."""

    percent: Optional[int] = None
    """How far it has come; absent where it does not work it out."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("period", "period", PLAIN),
        Wire("proving", "proving", PLAIN),
        Wire("percent", "percent", PLAIN, required=False),
    )


@dataclass(frozen=True)
class InvalidAwardProofData(Record):
    """The proof is not one for the seed of the draw that waits."""

    type: Literal["invalid_award_proof"]

    retryable: bool
    """Whether the same call may succeed later."""

    period: int
    """The award period of the draw."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("period", "period", PLAIN),
    )


@dataclass(frozen=True)
class StakeClaimedData(Record):
    """Only one of the two can be in the chain. Try again when the other is final, or has been dropped."""

    type: Literal["stake_claimed"]

    retryable: bool
    """Whether the same call may succeed later."""

    transaction_id: TransactionId
    """The id of a transaction, lower-case hex."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("transactionId", "transaction_id", PLAIN),
    )


@dataclass(frozen=True)
class UnauthorizedData(Record):
    """No token was given, or one this node does not know."""

    type: Literal["unauthorized"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class ScopeMissingData(Record):
    """The token lacks the scope of the method."""

    type: Literal["scope_missing"]

    retryable: bool
    """Whether the same call may succeed later."""

    scope: str
    """The scope that is needed."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("scope", "scope", PLAIN),
    )


@dataclass(frozen=True)
class RateLimitedData(Record):
    """Wait as long as `retryAfter` says."""

    type: Literal["rate_limited"]

    retryable: bool
    """Whether the same call may succeed later."""

    retry_after: float
    """Seconds to wait."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("retryAfter", "retry_after", PLAIN),
    )


@dataclass(frozen=True)
class HostNotAllowedData(Record):
    """The Host or the Origin of the request is not one this node serves (a guard against DNS rebinding)."""

    type: Literal["host_not_allowed"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class TokenExpiredData(Record):
    """The time the token was made for is over. Ask its maker for another one."""

    type: Literal["token_expired"]

    retryable: bool
    """Whether the same call may succeed later."""

    expired_at: Timestamp
    """A time, RFC 3339 in UTC with milliseconds."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("expiredAt", "expired_at", TIME),
    )


@dataclass(frozen=True)
class TokenRevokedData(Record):
    """Somebody revoked the token, or the one it was made with."""

    type: Literal["token_revoked"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class MethodNotAllowedData(Record):
    """The token has the scope, but is narrowed to methods among which this one is not."""

    type: Literal["method_not_allowed"]

    retryable: bool
    """Whether the same call may succeed later."""

    method: str
    """The method that was called."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("method", "method", PLAIN),
    )


@dataclass(frozen=True)
class AccountNotAllowedData(Record):
    """The token is narrowed to accounts. Either the account is not one of them, whether or not it exists, or
    the method is about all accounts.
    """

    type: Literal["account_not_allowed"]

    retryable: bool
    """Whether the same call may succeed later."""

    account_id: Optional[AccountId] = None
    """The account that was named; absent for a method that is about all accounts."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("accountId", "account_id", PLAIN, required=False),
    )


@dataclass(frozen=True)
class OverBudgetData(Record):
    """Amount and fee are more than is left of what the token may move in this time. Nothing was made.
    Repeating does not help before `freeAt`.
    """

    type: Literal["over_budget"]

    retryable: bool
    """Whether the same call may succeed later."""

    budget: Amount
    """What the token may move in a period."""

    period: int
    """Seconds of the period."""

    left: Amount
    """What is left of it now."""

    needed: Amount
    """What the call would take, as far as it was known."""

    free_at: Optional[Timestamp] = None
    """When as much as is needed is free again, if nothing else is spent; absent when it is more than the
    whole budget.
    """

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("budget", "budget", AMOUNT),
        Wire("period", "period", PLAIN),
        Wire("left", "left", AMOUNT),
        Wire("needed", "needed", AMOUNT),
        Wire("freeAt", "free_at", TIME, required=False),
    )


@dataclass(frozen=True)
class TokenNotFoundData(Record):
    """The node has no token of that id. The owner's cannot be revoked: remove its file, and start the node
    anew.
    """

    type: Literal["token_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    token_id: TokenId
    """The id of a token: no secret, and not the token itself. `owner` stands for the one in `api.token`."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("tokenId", "token_id", PLAIN),
    )


@dataclass(frozen=True)
class TooManyTokensData(Record):
    """The node keeps no more active tokens. Revoke some."""

    type: Literal["too_many_tokens"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Active tokens there may be."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
    )


@dataclass(frozen=True)
class InvalidCursorData(Record):
    """The cursor is not one this node gave for this list or stream."""

    type: Literal["invalid_cursor"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class CursorExpiredData(Record):
    """Events after the cursor are no longer kept. Read the lists and subscribe anew."""

    type: Literal["cursor_expired"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class WebsocketRequiredData(Record):
    """Connect to /ws to subscribe."""

    type: Literal["websocket_required"]

    retryable: bool
    """Whether the same call may succeed later."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
    )


@dataclass(frozen=True)
class TooManySubscriptionsData(Record):
    """The connection has as many subscriptions as it may."""

    type: Literal["too_many_subscriptions"]

    retryable: bool
    """Whether the same call may succeed later."""

    limit: int
    """Subscriptions a connection may have."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("limit", "limit", PLAIN),
    )


@dataclass(frozen=True)
class SubscriptionNotFoundData(Record):
    """This connection has no such subscription."""

    type: Literal["subscription_not_found"]

    retryable: bool
    """Whether the same call may succeed later."""

    subscription: str
    """The id that was given."""

    WIRE = (
        Wire("type", "type", PLAIN),
        Wire("retryable", "retryable", PLAIN),
        Wire("subscription", "subscription", PLAIN),
    )

// Generated from openrpc.json by `npm run generate`. Do not edit.

//! Types of the contract. Those that answers are made of may gain fields in later versions.

use serde::{Deserialize, Serialize};

use crate::values::{Amount, Bytes, Timestamp};
use crate::Page;




/// 32 bytes, lower-case hex.
pub type Hash = String;

id_string! {
    /// The id of a block: the hash of its header, lower-case hex.
    BlockId
}

id_string! {
    /// The id of a transaction, lower-case hex.
    TransactionId
}

id_string! {
    /// The id of an output, unique for all time, lower-case hex.
    OutputId
}

id_string! {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    PaymentId
}

id_string! {
    /// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
    MessageId
}

id_string! {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    AccountId
}

id_string! {
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    Address
}



/// Bytes, lower-case hex.
pub type Hex = String;

id_string! {
    /// A place in a list or a stream. Opaque: keep it, pass it back, do not look inside.
    Cursor
}


string_enum! {
    /// `oldest` first (so that `next` leads on to what comes later) or `newest` first.
    Order {
        Oldest = "oldest",
        Newest = "newest",
    }
}


/// A key of the caller's choice, best a random UUID. The outcome of the first call with it is
/// stored before anything leaves the node; later calls with the same key and the same parameters
/// get that outcome again, also after a crash. Other parameters, or another method, under a used
/// key are an `idempotency_conflict`. Outcomes are kept for 30 days, unless 100,000 later ones push
/// them out.
pub type IdempotencyKey = String;

secret_string! {
    /// Encrypts the key file of an account.
    Passphrase
}

secret_string! {
    /// 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has
    /// it has the money.
    RecoveryPhrase
}

/// A name for people; the node gives it no meaning.
pub type AccountName = String;

/// Names the application a message belongs to, at most 32 bytes of UTF-8 without control
/// characters; empty for none. It travels encrypted.
pub type AppTag = String;

secret_string! {
    /// The view key of an account: finds and reads everything, spends nothing.
    ViewKey
}

/// Words of the one who asks for a receipt, such as a name and a date, so that it cannot be shown
/// to others as made for them.
pub type Challenge = String;

/// A receipt for one payment, which `payment.verifyProof` checks on any node.
pub type Proof = String;

string_enum! {
    /// The network.
    Network {
        Main = "main",
        Test = "test",
        Dev = "dev",
    }
}


/// This document.
pub type ContractDocument = serde_json::Map<String, serde_json::Value>;

string_enum! {
    /// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to
    /// its head, or fetching the snapshot it begins with), `rescanning` (reading the chain again
    /// for an account), `ready`.
    NodeState {
        Starting = "starting",
        Syncing = "syncing",
        Rescanning = "rescanning",
        Ready = "ready",
    }
}


/// Catching up with the network: headers and certificates are fetched and verified first, then the
/// blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SyncProgress {
    /// Height of the last block it had when it began.
    pub from: u64,
    /// Height of the last final block it has now.
    pub height: u64,
    /// Height of the last header whose certificate it has verified.
    pub headers: u64,
    /// Height of the last block that a neighbour says it has. That is only believed as far as
    /// `headers` has come.
    pub target: u64,
    /// Blocks checked and stored each second, over the last ten.
    pub blocks_per_second: f64,
    /// How many nodes are being asked for blocks.
    pub peers: u64,
}

/// Beginning with a snapshot instead of all blocks: headers and certificates are fetched and
/// verified first, then the snapshot of one of these heights, in chunks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SnapshotProgress {
    /// Height of the last header whose certificate it has verified.
    pub headers: u64,
    /// Height of the last block that a neighbour says it has. That is only believed as far as
    /// `headers` has come.
    pub target: u64,
    /// Height of the snapshot that is being fetched; absent until the first part of one is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// How many chunks of it are stored.
    pub done: u64,
    /// How many chunks it has; 0 until the first is there.
    pub chunks: u64,
}

/// Which contract the node serves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ContractVersion {
    /// Version of the contract (`info.version`).
    pub version: String,
    /// SHA-256 of the contract in canonical form (keys sorted, no white space).
    pub hash: Hash,
}

/// The limits of this node, each by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one request body or WebSocket message.
    pub body_bytes: u64,
    /// Calls in one batch.
    pub batch_calls: u64,
    /// Bytes of all answers to one batch; what does not fit is answered with `response_too_large`.
    pub batch_response_bytes: u64,
    /// Calls a token may make per second, averaged.
    pub calls_per_second: u64,
    /// Calls a token may make at once.
    pub calls_burst: u64,
    /// Calls of one connection that are worked on at a time; more wait unread.
    pub calls_in_flight: u64,
    /// Open connections, WebSockets among them.
    pub connections: u64,
    /// Open subscriptions of one WebSocket connection.
    pub subscriptions_per_connection: u64,
    /// Bytes of unread events the node keeps for one connection; the rest waits in its log.
    pub stream_buffer_bytes: u64,
    /// Seconds a reader may leave that buffer full before its subscriptions stop with
    /// `slow_reader`.
    pub stream_stall_seconds: u64,
    /// Items of one page of a list.
    pub page_items: u64,
    /// Bytes of the body of one message.
    pub message_body_bytes: u64,
    /// Payments in one `payment.sendMany`.
    pub payments_per_call: u64,
}

/// How the validator of a node stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NodeValidator {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was
    /// silent, until its operator says that it is back. `leaving`: its operator took its stake out.
    /// `frozen`: it contradicted itself.
    pub status: ValidatorStatus,
    /// Whether it is in the set of this epoch.
    pub in_set: bool,
    /// Why it would not be in the next set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<OutsideReason>,
    /// What its stake has lost since this node was started, by a leak or by slashing; absent for
    /// nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost: Option<Amount>,
}

/// The state of the node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NodeStatus {
    /// The network.
    pub network: Network,
    /// Height of the last final block the node has.
    pub height: u64,
    /// Time of that block.
    pub finalized_at: Timestamp,
    /// True while the node knows that it is behind.
    pub syncing: bool,
    /// How far it has come; absent while it is not catching up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sync: Option<SyncProgress>,
    /// How far it has come with the snapshot that it begins with; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<SnapshotProgress>,
    /// The validator that votes with a key of this node; absent on a node that has no such key, and
    /// while none of its keys is registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator: Option<NodeValidator>,
    /// How many nodes it is connected to.
    pub peers: u64,
    /// Which contract the node serves.
    pub contract: ContractVersion,
    /// The limits of this node, each by name.
    pub limits: Limits,
    /// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to
    /// its head, or fetching the snapshot it begins with), `rescanning` (reading the chain again
    /// for an account), `ready`.
    pub state: NodeState,
    /// Version of the node software.
    pub version: String,
    /// Id of the genesis block, which names the chain.
    pub genesis: BlockId,
}

string_enum! {
    /// Who opened the connection.
    PeerDirection {
        Inbound = "inbound",
        Outbound = "outbound",
    }
}

/// A node this node is connected to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Peer {
    /// Identity of the peer on the network.
    pub peer_id: String,
    /// Where it was reached.
    pub address: String,
    /// Who opened the connection.
    pub direction: PeerDirection,
    /// A time, RFC 3339 in UTC with milliseconds.
    pub connected_at: Timestamp,
    /// Last height it told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
}

/// A page of peers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PeerPage {
    /// The peers of this page.
    pub items: Vec<Peer>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// Versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NodeVersion {
    /// Version of the node software.
    pub version: String,
    /// Which contract the node serves.
    pub contract: ContractVersion,
    /// What it runs on, such as "node 24.21.0".
    pub runtime: String,
}

/// Transactions that wait for a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MempoolStatus {
    /// How many.
    pub transactions: u64,
    /// Bytes together.
    pub bytes: u64,
}

/// The head of the chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainStatus {
    /// The network.
    pub network: Network,
    /// The id of a block: the hash of its header, lower-case hex.
    pub genesis: BlockId,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// Id of the last final block.
    pub id: BlockId,
    /// Time the leader wrote into it.
    pub time: Timestamp,
    /// The lowest height from which on the node has every block: 0, unless it prunes or began with
    /// a snapshot. Below there are headers and certificates alone, and genesis.
    pub earliest_height: u64,
    /// Size of the unspent set.
    pub unspent_outputs: u64,
    /// Transactions that wait for a block.
    pub mempool: MempoolStatus,
}

/// The signatures that make a block final: one aggregate BLS signature of more than two thirds of
/// the voting weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Certificate {
    /// Round of consensus.
    pub round: u64,
    /// Bit i of byte i/8, least significant first, stands for validator i; lower-case hex.
    pub signers: String,
    /// Validators that were claimed silent, in the same way: their votes count less, the less the
    /// later the round. Absent where there are none. Whoever accepts large payments should wait
    /// while certificates have this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent: Option<String>,
    /// BLS12-381 signature, 96 bytes, lower-case hex.
    pub signature: String,
}

/// A final block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Block {
    /// The id of a block: the hash of its header, lower-case hex.
    pub id: BlockId,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// Time the leader wrote into it; ascends strictly along the chain.
    pub time: Timestamp,
    /// BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
    pub leader: String,
    /// Its transactions in order.
    pub transactions: Vec<TransactionId>,
    /// Id of the block before; zeros in genesis.
    pub previous: Hash,
    /// Round of consensus it was proposed in.
    pub round: u64,
    /// The leader's contribution to the beacon, 96 bytes, lower-case hex; zeros in genesis.
    pub vrf: String,
    /// Merkle root over its transactions.
    pub transaction_root: Hash,
    /// Merkle root over the ids of the outputs it makes.
    pub output_root: Hash,
    /// Commits to the unspent set and the supply after the block.
    pub state_commitment: Hash,
    /// Hash of the validator set that decides on it.
    pub validator_set_hash: Hash,
    /// How many outputs it makes.
    pub outputs: u64,
    /// Its size on the wire.
    pub bytes: u64,
    /// What made this block final. Absent in genesis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

/// A page of blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BlockPage {
    /// The blocks of this page.
    pub items: Vec<Block>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

string_enum! {
    /// `pending`: waits for a block. `final`: in a block, which never changes.
    TransactionStatus {
        Pending = "pending",
        Final = "final",
    }
}


/// A transaction as everybody sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Transaction {
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// `pending`: waits for a block. `final`: in a block, which never changes.
    pub status: TransactionStatus,
    /// Outputs it spends.
    pub inputs: Vec<OutputId>,
    /// Outputs it makes.
    pub outputs: Vec<OutputId>,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
    /// Its size on the wire.
    pub bytes: u64,
    /// Block that holds it, once final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_id: Option<BlockId>,
    /// Height of that block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// Time of that block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timestamp>,
    /// Its place in that block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// Its bytes, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded: Option<Hex>,
    /// When it does something to stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<OperationType>,
}

/// An output as everybody sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Output {
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
    /// Block that made it.
    pub height: u64,
    /// Its place among the outputs of its transaction.
    pub position: u64,
    /// Whether a final block has spent it.
    pub spent: bool,
    /// One-time key P whose secret spends it.
    pub key: Hash,
    /// Pedersen commitment C to the amount.
    pub commitment: Hash,
    /// Ephemeral key R its receiver finds it by.
    pub ephemeral: Hash,
    /// View tag, 3 bytes, lower-case hex.
    pub view_tag: String,
    /// Encrypted amount, 8 bytes, lower-case hex.
    pub encrypted_amount: String,
    /// Encrypted anchor, 16 bytes, lower-case hex.
    pub encrypted_anchor: String,
    /// 32 bytes, lower-case hex.
    pub payload_hash: Hash,
    /// True when this node no longer has the payload.
    pub payload_pruned: bool,
    /// Transaction that made it; absent for outputs of genesis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// Transaction that spent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent_in: Option<TransactionId>,
    /// The encrypted payload, 1,024 bytes, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<Bytes>,
}

/// A page of outputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OutputPage {
    /// The outputs of this page.
    pub items: Vec<Output>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// Money that was issued, with its opening, so that everybody can check the amount against the
/// commitment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mint {
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// Blinding of the commitment, a scalar.
    pub blinding: Hash,
}

/// How much money exists, and what proves it: `commitments` = `circulating`·B +
/// `blinding`·B_blinding, where `commitments` is the sum over all unspent outputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Supply {
    /// The block after which this holds.
    pub height: u64,
    /// Issued since genesis and with it: coins, the first validators' stake, and rewards.
    pub issued: Amount,
    /// Burnt since genesis, by the rules of stake. Fees are not burnt: they are their leader's.
    pub burnt: Amount,
    /// Issued less burnt and staked: what all coins are worth together.
    pub circulating: Amount,
    /// Held by the stake: deposits, money on its way out, fees of this epoch and the award's pool.
    pub staked: Amount,
    /// The award's pool, part of `staked`.
    pub award_pool: Amount,
    /// Sum of the commitments of all unspent outputs, an encoded group element.
    pub commitments: Hash,
    /// Sum of blindings that follows from the blocks, a scalar.
    pub blinding: Hash,
    /// Size of the unspent set.
    pub unspent_outputs: u64,
    /// The first coins. Whatever else was issued is staked, or was until it was withdrawn.
    pub mints: Vec<Mint>,
}

/// Parameters every node of the network agrees on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainParams {
    /// The network.
    pub network: Network,
    /// The id of a block: the hash of its header, lower-case hex.
    pub genesis: BlockId,
    /// Hash of everything the chain begins with: parameters, first validators, first coins. Votes,
    /// transactions and award records are bound to it; it is not the id of the genesis block.
    pub chain_id: Hash,
    /// Human-readable prefix of addresses.
    pub address_prefix: String,
    /// Base units in 1 STG.
    pub units_per_coin: Amount,
    /// Target time between blocks, milliseconds.
    pub block_interval_ms: u64,
    /// Transactions a block may carry.
    pub max_block_transactions: u64,
    /// How far a block's time may run ahead, milliseconds.
    pub max_time_drift_ms: u64,
    /// Blocks after which a node may drop a payload.
    pub payload_retention_blocks: u64,
    /// Bytes of every payload.
    pub payload_bytes: u64,
    /// Inputs a transaction may have.
    pub max_inputs: u64,
    /// Numbers of outputs a transaction may have.
    pub output_counts: Vec<u64>,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee_per_input: Amount,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee_per_output: Amount,
    /// For an operation on the stake.
    pub fee_per_operation: Amount,
}

/// A shape of transactions and its fee.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ShapeFee {
    /// Number of inputs.
    pub inputs: u64,
    /// Number of outputs.
    pub outputs: u64,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
}

/// What transactions cost: the fee depends on the number of inputs and outputs alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Fees {
    /// The shape of an ordinary payment or message.
    pub ordinary: ShapeFee,
    /// Every shape the network carries.
    pub shapes: Vec<ShapeFee>,
}

/// A transaction the node has taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SubmittedTransaction {
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// `pending`: waits for a block. `final`: in a block, which never changes.
    pub status: TransactionStatus,
}

/// A new account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountCreated {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    pub address: Address,
    /// Write it down: it is shown this once.
    pub recovery_phrase: RecoveryPhrase,
}

/// An account restored from its phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRecovered {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    pub address: Address,
}

/// An account on this node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Account {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// A name for people; the node gives it no meaning.
    pub name: AccountName,
    /// Its main address.
    pub address: Address,
    /// True while the spend key is encrypted. Deposits and messages are followed all the same.
    pub locked: bool,
    /// True for an account imported from a view key, which cannot spend.
    pub view_only: bool,
    /// Whether a passphrase protects it.
    pub passphrase: bool,
    /// True while the chain is being read for it.
    pub rescanning: bool,
    /// How far the chain has been read for it: balance, history and messages are complete up to
    /// here.
    pub scanned_height: u64,
    /// How far there is to read.
    pub target_height: u64,
}

/// A page of accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountPage {
    /// The accounts of this page.
    pub items: Vec<Account>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// The account that is gone from this node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRemoved {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
}

/// The phrase of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountPhrase {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has
    /// it has the money.
    pub recovery_phrase: RecoveryPhrase,
}

/// An address of an account. Nobody can link two of them without the view key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountAddress {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    pub address: Address,
    /// 0 for the main address, then counting up.
    pub index: u64,
    /// A name for people.
    pub label: String,
}

/// A page of addresses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AddressPage {
    /// The addresses of this page.
    pub items: Vec<AccountAddress>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// What an account owns; total = available + pending + locked + staked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Balance {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// Can be spent now.
    pub available: Amount,
    /// Comes with transactions that are broadcast and not yet final: payments to the account, and
    /// the change of its own.
    pub pending: Amount,
    /// Held for payments and messages that are created and not yet broadcast.
    pub locked: Amount,
    /// Staked, and on its way there or out.
    pub staked: Amount,
    /// All of it.
    pub total: Amount,
    /// The block up to which this holds.
    pub height: u64,
}

string_enum! {
    /// `received`: money or a message came from somebody. `sent`: it went out. `self`: the account
    /// paid itself, or merged coins; only the fee is gone. `issued`: it came with genesis.
    /// `staked`: it was staked. `unstaked`: it came back from stake. `unbonded`: it began to leave
    /// stake, and is not there yet. `operated`: an operation on stake that moves nothing. For both
    /// only the fee is gone.
    HistoryType {
        Received = "received",
        Sent = "sent",
        Own = "self",
        Issued = "issued",
        Staked = "staked",
        Unbonded = "unbonded",
        Unstaked = "unstaked",
        Operated = "operated",
    }
}


/// Something final that happened to an account. The phrase alone restores all of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HistoryEntry {
    /// `received`: money or a message came from somebody. `sent`: it went out. `self`: the account
    /// paid itself, or merged coins; only the fee is gone. `issued`: it came with genesis.
    /// `staked`: it was staked. `unstaked`: it came back from stake. `unbonded`: it began to leave
    /// stake, and is not there yet. `operated`: an operation on stake that moves nothing. For both
    /// only the fee is gone.
    pub r#type: HistoryType,
    /// Absent for what happened to stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_id: Option<PaymentId>,
    /// For `unbonded` what began to leave; zero where the account was restored after it had left.
    pub amount: Amount,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// Time of the block.
    pub time: Timestamp,
    /// For `sent` the receiver; otherwise the address of the account that received. Absent for what
    /// happened to stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Absent for `issued`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// What the account paid for it; absent for `received` and `issued`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Amount>,
    /// When it carried a message, or a part of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// For what happened to stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<OperationType>,
}

/// A page of history entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HistoryPage {
    /// The history entries of this page.
    pub items: Vec<HistoryEntry>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

string_enum! {
    /// `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished
    /// payment holds it. `spent`: gone.
    CoinStatus {
        Unspent = "unspent",
        Pending = "pending",
        Reserved = "reserved",
        Spent = "spent",
    }
}


/// An output that belongs to the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Coin {
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// `unspent`: can be spent. `pending`: its transaction is not final. `reserved`: an unfinished
    /// payment holds it. `spent`: gone.
    pub status: CoinStatus,
    /// The address that received it.
    pub address_index: u64,
    /// Block that made it; absent while pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// Transaction that made it; absent for outputs of genesis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// Transaction that spends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent_in: Option<TransactionId>,
}

/// A page of outputs of the account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CoinPage {
    /// The outputs of the account of this page.
    pub items: Vec<Coin>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// The view key of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountViewKey {
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// The view key of an account: finds and reads everything, spends nothing.
    pub view_key: ViewKey,
}

string_enum! {
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    PaymentStatus {
        Created = "created",
        Broadcast = "broadcast",
        Final = "final",
        Rejected = "rejected",
        Cancelled = "cancelled",
    }
}


string_enum! {
    /// Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by
    /// another one (the phrase is in use elsewhere, too). `refused`: the network refused it.
    /// `cancelled`: a payment that carries a part of the message was taken back.
    RejectReason {
        InputSpent = "input_spent",
        Refused = "refused",
        Cancelled = "cancelled",
    }
}


string_enum! {
    /// `out`: the account sent it. `in`: the account received it.
    Direction {
        Out = "out",
        In = "in",
    }
}


/// One payment of several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentRequest {
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    pub to: Address,
    /// An amount in base units above zero, as a decimal string.
    pub amount: Amount,
    /// A message that travels with the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Bytes>,
    /// Application tag of that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
}

impl PaymentRequest {
    /// With what is required.
    pub fn new(to: impl Into<Address>, amount: Amount) -> Self {
        Self {
            to: to.into(),
            amount,
            data: None,
            app: None,
        }
    }

    /// A message that travels with the payment.
    pub fn data(mut self, data: impl Into<Bytes>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Application tag of that message.
    pub fn app(mut self, app: impl Into<AppTag>) -> Self {
        self.app = Some(app.into());
        self
    }
}

/// A payment that is stored and on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentSent {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
    /// When it carries data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
}

/// A payment of several that are stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentQueued {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// Absent while it waits for coins: its transaction is not made yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
    /// When it carries data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
}

/// Payments that are stored, in the order of the request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentsSent {
    /// The payments.
    pub payments: Vec<PaymentQueued>,
}

/// A payment that is stored, with its receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PublicPaymentSent {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
    /// A receipt for one payment, which `payment.verifyProof` checks on any node.
    pub proof: Proof,
    /// When it carries data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
}

/// What a payment would take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentEstimate {
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// Fees of all its transactions.
    pub fee: Amount,
    /// Amount and fees.
    pub total: Amount,
    /// How many transactions it takes: one, and one more for each part of data that does not fit,
    /// and for merging small coins.
    pub transactions: u64,
    /// Inputs of all of them.
    pub inputs: u64,
    /// Outputs of all of them.
    pub outputs: u64,
    /// What the account could send now.
    pub spendable: Amount,
    /// Whether the account could send it now.
    pub sufficient: bool,
}

/// A payment as one of its accounts knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Payment {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// `out`: the account sent it. `in`: the account received it.
    pub direction: Direction,
    /// Absent while it waits for coins: its transaction is not made yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// The receiver; for `in` the address of the account it came to.
    pub to: Address,
    /// What the sender paid; absent for `in`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Amount>,
    /// Block that made it final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// Time of that block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timestamp>,
    /// When this node stored it; absent for `in` and for what was restored from the phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RejectReason>,
    /// When it carries data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// The data, as far as this node has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Bytes>,
    /// Application tag of the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
}

/// A page of payments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentPage {
    /// The payments of this page.
    pub items: Vec<Payment>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// A receipt that shows anybody whom a payment went to, and how much it was; nothing else of the
/// account is revealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentProof {
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    pub to: Address,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// A receipt for one payment, which `payment.verifyProof` checks on any node.
    pub proof: Proof,
}

string_enum! {
    /// Why it does not hold: `malformed`; `mismatch` (it does not belong to the output it names);
    /// `unknown_output` (this chain has no such output yet).
    PaymentProofCheckReason {
        Malformed = "malformed",
        Mismatch = "mismatch",
        UnknownOutput = "unknown_output",
    }
}

/// What a receipt shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentProofCheck {
    /// Whether it holds. The other fields are there when it does.
    pub valid: bool,
    /// Why it does not hold: `malformed`; `mismatch` (it does not belong to the output it names);
    /// `unknown_output` (this chain has no such output yet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<PaymentProofCheckReason>,
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_id: Option<PaymentId>,
    /// An address in bech32m; its prefix names the network: `stg1` main, `tstg1` test, `dstg1` dev.
    /// A malformed one is answered with `invalid_address`, one of another network with
    /// `wrong_network`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Address>,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The id of a transaction, lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<TransactionId>,
    /// Block that made it final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
}

/// Small coins that become one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Consolidation {
    /// The payment of the account to itself.
    pub payment_id: PaymentId,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
    /// Coins it merges.
    pub merged: u64,
    /// Coins the account still has to spend from when it is final, the merged one among them.
    pub remaining: u64,
}

string_enum! {
    /// Where a message stands. Sent: `created` (stored; some part is not broadcast yet),
    /// `broadcast` (all parts are), `final` (all parts are in blocks), `rejected` (some part will
    /// never be, also because it was cancelled). Received: `partial` (some parts are missing),
    /// `received` (complete), `lost` (parts are still missing when the retention period of the
    /// first one ends, so they cannot be had any more).
    MessageState {
        Created = "created",
        Broadcast = "broadcast",
        Final = "final",
        Rejected = "rejected",
        Partial = "partial",
        Received = "received",
        Lost = "lost",
    }
}


/// A message that is stored and on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageSent {
    /// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
    pub message_id: MessageId,
    /// Where a message stands. Sent: `created` (stored; some part is not broadcast yet),
    /// `broadcast` (all parts are), `final` (all parts are in blocks), `rejected` (some part will
    /// never be, also because it was cancelled). Received: `partial` (some parts are missing),
    /// `received` (complete), `lost` (parts are still missing when the retention period of the
    /// first one ends, so they cannot be had any more).
    pub status: MessageState,
    /// Transactions it takes.
    pub parts: u64,
    /// Fees of all of them.
    pub fee: Amount,
    /// The transactions known by now, in the order of the parts.
    pub transaction_ids: Vec<TransactionId>,
}

/// A message as one of its accounts knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Message {
    /// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
    pub message_id: MessageId,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// `out`: the account sent it. `in`: the account received it.
    pub direction: Direction,
    /// Where a message stands. Sent: `created` (stored; some part is not broadcast yet),
    /// `broadcast` (all parts are), `final` (all parts are in blocks), `rejected` (some part will
    /// never be, also because it was cancelled). Received: `partial` (some parts are missing),
    /// `received` (complete), `lost` (parts are still missing when the retention period of the
    /// first one ends, so they cannot be had any more).
    pub status: MessageState,
    /// Application tag; empty for none.
    pub app: AppTag,
    /// Money that came with it.
    pub amount: Amount,
    /// Parts it consists of.
    pub parts: u64,
    /// Parts that are final; for a received one, parts that have arrived.
    pub parts_done: u64,
    /// The body. There as soon as the message is complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Bytes>,
    /// The receiver; for `in` the address of the account it came to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Address>,
    /// Block that completed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// Time of that block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timestamp>,
    /// When this node stored it; absent for `in` and for what was restored from the phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// Fees of all its parts; absent for `in`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Amount>,
    /// When rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RejectReason>,
    /// The payments that carry the parts known by now, in order.
    pub payment_ids: Vec<PaymentId>,
}

/// A page of messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessagePage {
    /// The messages of this page.
    pub items: Vec<Message>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// Where a message stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageStatus {
    /// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
    pub message_id: MessageId,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// `out`: the account sent it. `in`: the account received it.
    pub direction: Direction,
    /// Where a message stands. Sent: `created` (stored; some part is not broadcast yet),
    /// `broadcast` (all parts are), `final` (all parts are in blocks), `rejected` (some part will
    /// never be, also because it was cancelled). Received: `partial` (some parts are missing),
    /// `received` (complete), `lost` (parts are still missing when the retention period of the
    /// first one ends, so they cannot be had any more).
    pub status: MessageState,
    /// Parts it consists of.
    pub parts: u64,
    /// Parts that are final; for a received one, parts that have arrived.
    pub parts_done: u64,
    /// Block that completed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// When rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RejectReason>,
}

string_enum! {
    /// `none`: a payment without data. `message`: a part of a message. `change`: what the sender
    /// keeps for himself. `filler`: nothing, so that all transactions look alike.
    PayloadKind {
        None = "none",
        Message = "message",
        Change = "change",
        Filler = "filler",
    }
}


/// What the payload of one output says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DecodedPayload {
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
    /// `none`: a payment without data. `message`: a part of a message. `change`: what the sender
    /// keeps for himself. `filler`: nothing, so that all transactions look alike.
    pub kind: PayloadKind,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// Message it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// Names the application a message belongs to, at most 32 bytes of UTF-8 without control
    /// characters; empty for none. It travels encrypted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
    /// Which part, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<u64>,
    /// Parts of that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<u64>,
    /// Body of this part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Bytes>,
}

id_string! {
    /// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
    ValidatorKey
}

id_string! {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    ValidatorId
}

id_string! {
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    StakeId
}



string_enum! {
    /// What a transaction does with stake. `register` begins a validator, `deposit` adds stake,
    /// `unbond` and `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate`
    /// and `resume` are an operator's, `evidence` convicts a validator, `award` ends a draw.
    OperationType {
        Register = "register",
        Deposit = "deposit",
        Unbond = "unbond",
        UnbondOwn = "unbond_own",
        Withdraw = "withdraw",
        Configure = "configure",
        Rotate = "rotate",
        Resume = "resume",
        Evidence = "evidence",
        Award = "award",
    }
}


string_enum! {
    /// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was
    /// silent, until its operator says that it is back. `leaving`: its operator took its stake out.
    /// `frozen`: it contradicted itself.
    ValidatorStatus {
        Active = "active",
        Suspended = "suspended",
        Leaving = "leaving",
        Frozen = "frozen",
    }
}


/// A change of commission that is on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CommissionChange {
    /// A share in hundredths of a per cent.
    pub commission: u64,
    /// The epoch from which it holds.
    pub from: u64,
}

string_enum! {
    /// `not_in_set`: it was not in the set of an epoch. `attendance`: it signed too few blocks of
    /// an epoch. `slashed`: it contradicted itself.
    EligibilityFaultReason {
        NotInSet = "not_in_set",
        Attendance = "attendance",
        Slashed = "slashed",
    }
}

/// Why a validator is not eligible for the award of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EligibilityFault {
    /// `not_in_set`: it was not in the set of an epoch. `attendance`: it signed too few blocks of
    /// an epoch. `slashed`: it contradicted itself.
    pub reason: EligibilityFaultReason,
    /// The first epoch of the period in which it came about.
    pub epoch: u64,
    /// Blocks of that epoch it signed.
    pub signed: u64,
    /// Blocks of that epoch it could have signed.
    pub could: u64,
}

string_enum! {
    /// Why a validator would not be in the next set. `below_minimum`: its operator's own stake is
    /// below `minStake`, as after a leak; a deposit of the operator's mends it. `outranked`:
    /// `maxValidators` others have more stake. `suspended`, `leaving`, `frozen`: its status.
    /// `gone`: nothing is left of it but what others staked, which they can take out.
    OutsideReason {
        BelowMinimum = "below_minimum",
        Outranked = "outranked",
        Suspended = "suspended",
        Leaving = "leaving",
        Frozen = "frozen",
        Gone = "gone",
    }
}


string_enum! {
    /// As of stake.validator; `gone` for one that is not there any more.
    StakeValidatorStatus {
        Active = "active",
        Suspended = "suspended",
        Leaving = "leaving",
        Frozen = "frozen",
        Gone = "gone",
    }
}

/// How the validator of a stake stands. Outside the set stake earns nothing in this epoch, nor with
/// a `frozen` validator; with a `reason` it will earn nothing from the next epoch on, unless that
/// changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeValidator {
    /// As of stake.validator; `gone` for one that is not there any more.
    pub status: StakeValidatorStatus,
    /// Whether it is in the set of this epoch.
    pub in_set: bool,
    /// Why it would not be in the next set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<OutsideReason>,
}

/// A validator, in the set or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Validator {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
    pub validator_key: ValidatorKey,
    /// The key from the next epoch on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_key: Option<ValidatorKey>,
    /// Schnorr key of its operator.
    pub operator: Hash,
    /// Whether it is the validator of this node.
    pub own: bool,
    /// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was
    /// silent, until its operator says that it is back. `leaving`: its operator took its stake out.
    /// `frozen`: it contradicted itself.
    pub status: ValidatorStatus,
    /// Everything staked with it.
    pub stake: Amount,
    /// What of that is its operator's.
    pub own_stake: Amount,
    /// Share of what the others' stake earns that its operator keeps.
    pub commission: u64,
    /// A change of commission that is on its way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<CommissionChange>,
    /// Epoch of its registration; 1 for the first validators.
    pub since: u64,
    /// Whether it is in the set of this epoch.
    pub in_set: bool,
    /// Its voting weight in this epoch; absent outside the set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Amount>,
    /// How it would stand if the next set were chosen now: 1 for most stake; absent for one that
    /// could not be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u64>,
    /// Why it would not be in the next set, if that were chosen now; absent for one that would.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<OutsideReason>,
    /// Blocks of this epoch it signed.
    pub signed: u64,
    /// Blocks of this epoch it could have signed so far.
    pub could: u64,
    /// Whether it may still be drawn for the award of this period.
    pub eligible: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<EligibilityFault>,
}

/// A page of validators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ValidatorPage {
    /// The validators of this page.
    pub items: Vec<Validator>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// A validator of an epoch's set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EpochMember {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
    pub validator_key: ValidatorKey,
    /// At the beginning of the epoch; rewards go by it.
    pub stake: Amount,
    /// Voting weight.
    pub weight: Amount,
    /// Blocks of the epoch it signed.
    pub signed: u64,
    /// Blocks of the epoch it could have signed so far.
    pub could: u64,
}

/// The epoch of the next block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Epoch {
    /// An epoch; the first one has number 1.
    pub epoch: u64,
    /// The award period it belongs to; the first one has number 1.
    pub period: u64,
    /// Its first block.
    pub first_height: u64,
    /// Its last block: then rewards are paid, and the next set is chosen.
    pub last_height: u64,
    /// The last final block.
    pub height: u64,
    /// Blocks to come in this epoch.
    pub blocks_left: u64,
    /// When it will end, if blocks come at their target interval.
    pub estimated_end: Timestamp,
    /// What a block issues, the award's share included.
    pub reward: Amount,
    /// Stake of the set at the beginning of the epoch.
    pub total_stake: Amount,
    /// The set, in the order of the certificate's bits.
    pub members: Vec<EpochMember>,
}

/// The numbers of staking that every node of the network agrees on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeParams {
    /// Blocks of an epoch.
    pub epoch_blocks: u64,
    /// What an operator has to stake itself.
    pub min_stake: Amount,
    /// The smallest deposit.
    pub min_deposit: Amount,
    /// Epochs that money is on its way out, at most.
    pub unbonding_epochs: u64,
    /// Validators in a set.
    pub max_validators: u64,
    /// By how much a commission may rise in one change.
    pub commission_step: u64,
    /// Whole epochs between the announcement of a rise and its effect.
    pub commission_notice: u64,
    /// What a block issues at first.
    pub block_reward: Amount,
    /// Blocks after which that halves.
    pub halving_blocks: u64,
    /// Share of it that goes to the award's pool.
    pub award_share: u64,
    /// Epochs of an award period.
    pub award_period_epochs: u64,
    /// Share of the blocks of each epoch that has to be signed to be eligible.
    pub award_attendance: u64,
    /// Blocks between the freeze of the eligible and the beacon that seeds the draw.
    pub award_freeze_delay: u64,
    /// Squarings of the delay function between that beacon and the winner.
    pub award_delay_squarings: u64,
    /// For whoever posts the delay's proof; at most a tenth of the award.
    pub award_bounty: Amount,
    /// Share of a contradicting validator's stake that is burnt at once.
    pub slash_share: u64,
    /// What an operation adds to the fee of its transaction.
    pub fee_per_operation: Amount,
}

string_enum! {
    /// `deposit`: staked with a validator. `own`: an operator's own stake in its validator.
    /// `award`: a prize of the award. `bounty`: what the award paid for the proof of its delay.
    /// `bond`: what came back of the bond that goes with evidence. The last three are not staked:
    /// they are money that waits until `stake.withdraw` takes it out, which the wallet never does
    /// by itself.
    StakeType {
        Deposit = "deposit",
        Own = "own",
        Award = "award",
        Bounty = "bounty",
        Bond = "bond",
    }
}


string_enum! {
    /// Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the
    /// network. `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its
    /// validator contradicted itself; what is left may be taken out when the unbonding time is
    /// over. `unbonding`: all of it is on its way out. `withdrawable`: it is released. `withdrawn`:
    /// all of it was taken. `rejected`: the deposit will never be in a block; its coins are free
    /// again.
    StakeStatus {
        Created = "created",
        Broadcast = "broadcast",
        Active = "active",
        Frozen = "frozen",
        Unbonding = "unbonding",
        Withdrawable = "withdrawable",
        Withdrawn = "withdrawn",
        Rejected = "rejected",
    }
}


string_enum! {
    /// `unbonding`: it waits. `frozen`: its validator contradicted itself, and it waits for the
    /// verdict. `withdrawable`: it may be withdrawn; the wallet does that by itself as soon as the
    /// account is unlocked, unless it is an `award`, a `bounty` or a `bond`, or hardly worth the
    /// fee.
    LeavingStatus {
        Unbonding = "unbonding",
        Frozen = "frozen",
        Withdrawable = "withdrawable",
    }
}

/// A part of a stake that is on its way out. It earns nothing, and still answers for what its
/// validator signed while it counted, and for the validator's silence in the epoch in which it
/// left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Leaving {
    /// What it is worth as of now: what its validator's silence costs is taken off at once, what a
    /// contradiction costs when it is released.
    pub amount: Amount,
    /// The first epoch in which it may be withdrawn.
    pub release_epoch: u64,
    /// The first block that may carry the withdrawal.
    pub release_height: u64,
    /// When that will be, if blocks come at their target interval; absent once it is released, and
    /// in events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_release: Option<Timestamp>,
    /// `unbonding`: it waits. `frozen`: its validator contradicted itself, and it waits for the
    /// verdict. `withdrawable`: it may be withdrawn; the wallet does that by itself as soon as the
    /// account is unlocked, unless it is an `award`, a `bounty` or a `bond`, or hardly worth the
    /// fee.
    pub status: LeavingStatus,
}

string_enum! {
    /// `created`: stored. `broadcast`: handed to the network.
    PendingOperationStatus {
        Created = "created",
        Broadcast = "broadcast",
    }
}

/// An operation of a stake that is not final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PendingOperation {
    /// What a transaction does with stake. `register` begins a validator, `deposit` adds stake,
    /// `unbond` and `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate`
    /// and `resume` are an operator's, `evidence` convicts a validator, `award` ends a draw.
    pub r#type: OperationType,
    /// `created`: stored. `broadcast`: handed to the network.
    pub status: PendingOperationStatus,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// What it moves; absent for one that moves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// The last operation on a stake that failed: it will never be in a block, and left the stake as it
/// was. It stays to be seen when later ones succeed. This node alone knows of it, not the chain: an
/// account that is restored from its phrase does not have it, and account.history does not, which
/// tells what is final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RefusedOperation {
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// What a transaction does with stake. `register` begins a validator, `deposit` adds stake,
    /// `unbond` and `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate`
    /// and `resume` are an operator's, `evidence` convicts a validator, `award` ends a draw.
    pub operation: OperationType,
    /// Why a transaction will never be in a block. `input_spent`: a coin it spends was spent by
    /// another one (the phrase is in use elsewhere, too). `refused`: the network refused it.
    /// `cancelled`: a payment that carries a part of the message was taken back.
    pub reason: RejectReason,
    /// For `refused`: the rule of staking, such as `rotating` or `last_validator`, or of the
    /// network, such as `unknown_stake`. Absent for one that ended only because it spent the change
    /// of another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Up to where the account had seen the chain then.
    pub height: u64,
}

/// A stake of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Stake {
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
    /// `deposit`: staked with a validator. `own`: an operator's own stake in its validator.
    /// `award`: a prize of the award. `bounty`: what the award paid for the proof of its delay.
    /// `bond`: what came back of the bond that goes with evidence. The last three are not staked:
    /// they are money that waits until `stake.withdraw` takes it out, which the wallet never does
    /// by itself.
    pub r#type: StakeType,
    /// Of `award` and `bounty`: the award period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<u64>,
    /// Where a stake stands. `created`: the deposit is stored. `broadcast`: it is handed to the
    /// network. `active`: it is staked, and earns if its `validator` is in the set. `frozen`: its
    /// validator contradicted itself; what is left may be taken out when the unbonding time is
    /// over. `unbonding`: all of it is on its way out. `withdrawable`: it is released. `withdrawn`:
    /// all of it was taken. `rejected`: the deposit will never be in a block; its coins are free
    /// again.
    pub status: StakeStatus,
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// Absent when the validator is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator_key: Option<ValidatorKey>,
    /// Of what is staked, in stake.get and stake.list; events do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator: Option<StakeValidator>,
    /// What the staked part is worth now: it grows by rewards at the end of each epoch, and shrinks
    /// by slashing. Until the end of the epoch of its deposit it is a little less than what was
    /// paid, since the price includes what the stake before it can earn in that epoch.
    pub amount: Amount,
    /// Parts on their way out, the first to be released first. What is released and not yet taken
    /// comes before what still waits.
    pub leaving: Vec<Leaving>,
    /// An operation of a stake that is not final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<PendingOperation>,
    /// When this node stored the deposit; absent for what was restored from the phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<RejectReason>,
    /// The last operation on a stake that failed: it will never be in a block, and left the stake
    /// as it was. It stays to be seen when later ones succeed. This node alone knows of it, not the
    /// chain: an account that is restored from its phrase does not have it, and account.history
    /// does not, which tells what is final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<RefusedOperation>,
}

/// A page of stakes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakePage {
    /// The stakes of this page.
    pub items: Vec<Stake>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

string_enum! {
    /// As it was stored.
    StakeSentStatus {
        Created = "created",
    }
}

/// An operation on stake that is stored and on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeSent {
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// What a transaction does with stake. `register` begins a validator, `deposit` adds stake,
    /// `unbond` and `unbond_own` begin to take it out, `withdraw` takes it, `configure`, `rotate`
    /// and `resume` are an operator's, `evidence` convicts a validator, `award` ends a draw.
    pub operation: OperationType,
    /// As it was stored.
    pub status: StakeSentStatus,
    /// What it moves; zero for one that moves nothing.
    pub amount: Amount,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub fee: Amount,
}

/// The proof of a delay: its output, then the proof, 512 bytes, lower-case hex. Everybody works out
/// the same one for a seed.
pub type DelayProof = String;

/// What an epoch paid to a validator and those who staked with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeReward {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// An epoch; the first one has number 1.
    pub epoch: u64,
    /// The epoch's last block.
    pub height: u64,
    /// For blocks signed.
    pub reward: Amount,
    /// Of blocks it led.
    pub fees: Amount,
    /// What of both is the operator's, for its work.
    pub commission: Amount,
    /// Blocks signed.
    pub signed: u64,
    /// Blocks it could have signed.
    pub could: u64,
    /// With `accountId`: what of reward and fees went to the account, for its deposits and as the
    /// operator. A deposit counts when it was there for the whole epoch; zero as well for epochs
    /// before the account was restored on this node, of which only the operator's part is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earned: Option<Amount>,
}

/// A page of rewards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeRewardPage {
    /// The rewards of this page.
    pub items: Vec<StakeReward>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// How a validator stands in the present award period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardCandidate {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
    pub validator_key: ValidatorKey,
    /// Schnorr key that would be paid.
    pub operator: Hash,
    /// Whether it is the validator of this node.
    pub own: bool,
    /// Whether it may still be drawn.
    pub eligible: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<EligibilityFault>,
    /// Epochs of the period it has served well.
    pub good: u64,
    /// Epochs of the period still to come, the present one included.
    pub ahead: u64,
    /// Blocks of this epoch it signed.
    pub signed: u64,
    /// Blocks of this epoch it could have signed so far.
    pub could: u64,
}

/// A validator that may win.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardEligible {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
    pub validator_key: ValidatorKey,
    /// Schnorr key that is paid.
    pub operator: Hash,
}

string_enum! {
    /// `open`: the period lasts. `frozen`: pool and eligible are fixed, the seed is not there.
    /// `seeded`: whoever has worked out the delay may post its proof.
    AwardDrawState {
        Open = "open",
        Frozen = "frozen",
        Seeded = "seeded",
    }
}

/// A draw to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardDraw {
    /// Its award period.
    pub period: u64,
    /// `open`: the period lasts. `frozen`: pool and eligible are fixed, the seed is not there.
    /// `seeded`: whoever has worked out the delay may post its proof.
    pub state: AwardDrawState,
    /// The block that fixes pool and eligible.
    pub freeze_height: u64,
    /// The block whose beacon is the seed.
    pub seed_height: u64,
    /// What the winner gets, the bounty for the proof aside; while the period is open, what it has
    /// collected so far.
    pub amount: Amount,
    /// Squarings of the delay function between the seed and the winner.
    pub squarings: u64,
    /// The seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beacon: Option<Hash>,
    /// Who may win, in the order of their keys; empty while the period is open.
    pub eligible: Vec<AwardEligible>,
}

/// The Validator Service Award.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Award {
    /// All that is in the pool, what is frozen for a draw included.
    pub pool: Amount,
    /// What of it was collected for the present period.
    pub collected: Amount,
    /// The present award period.
    pub period: u64,
    /// The draw that comes next.
    pub next_draw: AwardDraw,
    /// Every validator, and how it stands in the present period.
    pub eligible: Vec<AwardCandidate>,
    /// The chain of hashes over the records of all draws that are over; it is a part of the state
    /// that blocks commit to.
    pub history: Hash,
}

string_enum! {
    /// `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze
    /// and draw. `expired`: nobody posted a proof before the next freeze. `empty`: nobody was
    /// eligible. What is not paid stays in the pool.
    AwardOutcome {
        Paid = "paid",
        Forfeited = "forfeited",
        Expired = "expired",
        Empty = "empty",
    }
}


/// A draw that is over, with everything it takes to check it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardRecord {
    /// The network.
    pub network: Network,
    /// What the seed is bound to: `chainId` of chain.params.
    pub chain_id: Hash,
    /// Its award period.
    pub period: u64,
    /// `paid`: the winner got the prize. `forfeited`: the winner contradicted itself between freeze
    /// and draw. `expired`: nobody posted a proof before the next freeze. `empty`: nobody was
    /// eligible. What is not paid stays in the pool.
    pub outcome: AwardOutcome,
    /// The block that fixed pool and eligible.
    pub frozen_at: u64,
    /// What was frozen.
    pub amount: Amount,
    /// Who could win, in the order of their keys.
    pub eligible: Vec<AwardEligible>,
    /// The block whose beacon is the seed.
    pub seed_height: u64,
    /// That beacon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beacon: Option<Hash>,
    /// Squarings of the delay function.
    pub squarings: u64,
    /// The delay's proof: its output, then π.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Hex>,
    /// Position of the winner among the eligible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub winner: Option<u64>,
    /// What the winner got.
    pub prize: Amount,
    /// What went to whoever posted the proof.
    pub bounty: Amount,
    /// The chain of hashes over the records before this one; zeros for the first.
    pub before: Hash,
    /// The same with this record. That of the last record is what `stake.awardProof` shows to be
    /// the chain's.
    pub history: Hash,
}

/// A page of draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardRecordPage {
    /// The draws of this page.
    pub items: Vec<AwardRecord>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// The last final block, and what its state commitment is the hash of: docs/protocol.md says how.
/// At most some 90 kB.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AwardProof {
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// Hash of the header.
    pub block_id: Hash,
    /// The chain of hashes over all records, as `stake` has it.
    pub history: Hash,
    /// The block's header.
    pub header: Hex,
    /// The certificate that makes the block final; genesis has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Hex>,
    /// LtHash of the unspent set, 2,048 bytes.
    pub unspent: Hex,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub issued: Amount,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub burnt: Amount,
    /// Of the supply.
    pub blinding: Hash,
    /// Of the supply.
    pub commitments: Hash,
    /// The stake without the records of validators; the chain of hashes is in it.
    pub stake: Hex,
    /// Hash of each validator's record, in the order of their ids.
    pub records: Vec<Hash>,
}

string_enum! {
    /// `slashed`: it contradicted itself; a part is burnt at once and the rest frozen. A frozen one
    /// is `slashed` again, with nothing burnt at once, when an earlier contradiction comes to light
    /// or one with more weight: both count in the end. `thawed`: the unbonding time after that is
    /// over; more may be burnt, and a part of the operator's own goes to the award. `leaked`: more
    /// than a third of the weight was silent, and this one among it. What left the pool in the same
    /// epoch loses the same part, which is burnt when it is withdrawn and is not counted here.
    SlashingType {
        Slashed = "slashed",
        Thawed = "thawed",
        Leaked = "leaked",
    }
}

/// Stake that was burnt because its validator broke the rules or was silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Slashing {
    /// `slashed`: it contradicted itself; a part is burnt at once and the rest frozen. A frozen one
    /// is `slashed` again, with nothing burnt at once, when an earlier contradiction comes to light
    /// or one with more weight: both count in the end. `thawed`: the unbonding time after that is
    /// over; more may be burnt, and a part of the operator's own goes to the award. `leaked`: more
    /// than a third of the weight was silent, and this one among it. What left the pool in the same
    /// epoch loses the same part, which is burnt when it is withdrawn and is not counted here.
    pub r#type: SlashingType,
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// The block in which it came about.
    pub height: u64,
    /// For `slashed` the epoch of its earliest contradiction that has been told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub infraction: Option<u64>,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub burnt: Amount,
    /// For `thawed` what went to the award's pool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forfeited: Option<Amount>,
}

/// A page of slashings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SlashingPage {
    /// The slashings of this page.
    pub items: Vec<Slashing>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// An epoch began.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EpochEvent {
    /// An epoch; the first one has number 1.
    pub epoch: u64,
    /// The last block of the one before.
    pub height: u64,
    /// Validators in its set.
    pub members: u64,
}

/// A validator was left out of the set because it was silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SuspendedEvent {
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// In which it was silent.
    pub epoch: u64,
    /// The last block of that epoch.
    pub height: u64,
}

string_enum! {
    /// What a stream tells about.
    Topic {
        ChainBlock = "chain.block",
        ChainStatus = "chain.status",
        AccountBalance = "account.balance",
        PaymentStatus = "payment.status",
        MessageReceived = "message.received",
        MessageStatus = "message.status",
        StakeStatus = "stake.status",
        StakeEpoch = "stake.epoch",
        StakeSlashed = "stake.slashed",
        StakeSuspended = "stake.suspended",
        AwardFrozen = "award.frozen",
        AwardSeeded = "award.seeded",
        AwardPaid = "award.paid",
    }
}


string_enum! {
    /// A topic, or all of a group.
    TopicPattern {
        ChainAll = "chain.*",
        ChainBlock = "chain.block",
        ChainStatus = "chain.status",
        AccountAll = "account.*",
        AccountBalance = "account.balance",
        PaymentAll = "payment.*",
        PaymentStatus = "payment.status",
        MessageAll = "message.*",
        MessageReceived = "message.received",
        MessageStatus = "message.status",
        StakeAll = "stake.*",
        StakeStatus = "stake.status",
        StakeEpoch = "stake.epoch",
        StakeSlashed = "stake.slashed",
        StakeSuspended = "stake.suspended",
        AwardAll = "award.*",
        AwardFrozen = "award.frozen",
        AwardSeeded = "award.seeded",
        AwardPaid = "award.paid",
    }
}


/// An open subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Subscribed {
    /// Its id on this connection.
    pub subscription: String,
    /// Where it starts: events after this.
    pub cursor: Cursor,
}

/// A closed subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Unsubscribed {
    /// Its id.
    pub subscription: String,
    /// Up to where events were sent.
    pub cursor: Cursor,
}

/// A block became final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BlockEvent {
    /// The id of a block: the hash of its header, lower-case hex.
    pub id: BlockId,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// A time, RFC 3339 in UTC with milliseconds.
    pub time: Timestamp,
    /// BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
    pub leader: String,
    /// Its transactions in order.
    pub transactions: Vec<TransactionId>,
}

/// The node changed its state, or has come further in catching up: that is told every few seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainStatusEvent {
    /// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to
    /// its head, or fetching the snapshot it begins with), `rescanning` (reading the chain again
    /// for an account), `ready`.
    pub state: NodeState,
    /// The height of a block; genesis is 0.
    pub height: u64,
    /// True while the node knows that it is behind.
    pub syncing: bool,
    /// How far it has come; absent while it is not catching up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sync: Option<SyncProgress>,
    /// How far it has come with the snapshot that it begins with; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<SnapshotProgress>,
}

/// Everything that had happened when the subscription began has been told; from here on events are
/// live.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CaughtUp {}

string_enum! {
    /// `slow_reader`: the connection did not take events for too long. `retention`: events after
    /// the cursor are no longer kept. `shutdown`: the node is going down. `internal`: a fault of
    /// the node. `token_expired`, `token_revoked`: the token of the connection has ended, and the
    /// connection is closed.
    StopReason {
        SlowReader = "slow_reader",
        Retention = "retention",
        Shutdown = "shutdown",
        Internal = "internal",
        TokenExpired = "token_expired",
        TokenRevoked = "token_revoked",
    }
}


/// The subscription has ended. Nothing was skipped: subscribe from the cursor to go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Stop {
    /// `slow_reader`: the connection did not take events for too long. `retention`: events after
    /// the cursor are no longer kept. `shutdown`: the node is going down. `internal`: a fault of
    /// the node. `token_expired`, `token_revoked`: the token of the connection has ended, and the
    /// connection is closed.
    pub reason: StopReason,
    /// Up to where events were sent.
    pub cursor: Cursor,
}

/// Coins on their way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FaucetPayment {
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub amount: Amount,
}

/// The new head.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mined {
    /// The height of a block; genesis is 0.
    pub height: u64,
}

/// The clock of the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DevTime {
    /// A time, RFC 3339 in UTC with milliseconds.
    pub time: Timestamp,
}

id_string! {
    /// The id of a token: no secret, and not the token itself. `owner` stands for the one in
    /// `api.token`.
    TokenId
}

secret_string! {
    /// A token: `stegostoken1`, 256 random bits and a checksum, in bech32m. Whoever has it may do
    /// what it allows.
    TokenText
}

/// A name for people, which the audit log shows.
pub type TokenName = String;

string_enum! {
    /// What a token is for; `x-scopes` says what each allows.
    Scope {
        Read = "read",
        Message = "message",
        Pay = "pay",
        Stake = "stake",
        Packet = "packet",
        Admin = "admin",
    }
}


/// The name of a method, or `group.*` for all of a group, also those of later versions.
pub type MethodPattern = String;

/// What a token may move out of accounts, amounts and fees together, in any span of time of this
/// length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenBudget {
    /// So much at most.
    pub amount: Amount,
    /// Seconds.
    pub period: u64,
}

impl TokenBudget {
    /// With what is required.
    pub fn new(amount: Amount, period: u64) -> Self {
        Self {
            amount,
            period,
        }
    }
}

string_enum! {
    /// `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one
    /// it was made with.
    TokenStatus {
        Active = "active",
        Expired = "expired",
        Revoked = "revoked",
    }
}


/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Token {
    /// The id of a token: no secret, and not the token itself. `owner` stands for the one in
    /// `api.token`.
    pub token_id: TokenId,
    /// A name for people, which the audit log shows.
    pub name: TokenName,
    /// What it is for.
    pub scopes: Vec<Scope>,
    /// The methods it may call; absent: all that its scopes allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methods: Option<Vec<MethodPattern>>,
    /// The accounts it knows; absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Vec<AccountId>>,
    /// What a token may move out of accounts, amounts and fees together, in any span of time of
    /// this length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<TokenBudget>,
    /// What counts against the budget now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Amount>,
    /// Calls a second; absent: as many as the node allows anybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u64>,
    /// From then on it is worthless; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// A time, RFC 3339 in UTC with milliseconds.
    pub created_at: Timestamp,
    /// The token it was made with: what narrows that one narrows this one, and it ends with it.
    /// Absent for those made by the owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TokenId>,
    /// `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one
    /// it was made with.
    pub status: TokenStatus,
    /// When it was revoked or expired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
}

/// A new token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenCreated {
    /// The token itself, shown this once: the node keeps its hash.
    pub token: TokenText,
    /// The id of a token: no secret, and not the token itself. `owner` stands for the one in
    /// `api.token`.
    pub token_id: TokenId,
    /// A name for people, which the audit log shows.
    pub name: TokenName,
    /// What it is for.
    pub scopes: Vec<Scope>,
    /// The methods it may call; absent: all that its scopes allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methods: Option<Vec<MethodPattern>>,
    /// The accounts it knows; absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Vec<AccountId>>,
    /// What a token may move out of accounts, amounts and fees together, in any span of time of
    /// this length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<TokenBudget>,
    /// What counts against the budget now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Amount>,
    /// Calls a second; absent: as many as the node allows anybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u64>,
    /// From then on it is worthless; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// A time, RFC 3339 in UTC with milliseconds.
    pub created_at: Timestamp,
    /// The token it was made with: what narrows that one narrows this one, and it ends with it.
    /// Absent for those made by the owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TokenId>,
    /// `active`: it may be used. `expired`: its time is over. `revoked`: it was revoked, or the one
    /// it was made with.
    pub status: TokenStatus,
    /// When it was revoked or expired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
}

/// A page of tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenPage {
    /// The tokens of this page.
    pub items: Vec<Token>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

string_enum! {
    /// What an id is of.
    AuditIdType {
        Account = "account",
        Payment = "payment",
        Transaction = "transaction",
        Message = "message",
        Stake = "stake",
        Token = "token",
    }
}


/// An id that a call made or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuditId {
    /// What an id is of.
    pub r#type: AuditIdType,
    /// The id.
    pub id: String,
}

/// A call that changed something, revealed a key, or was refused for lack of rights. No parameters,
/// texts or secrets are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuditEntry {
    /// A time, RFC 3339 in UTC with milliseconds.
    pub time: Timestamp,
    /// The id of a token: no secret, and not the token itself. `owner` stands for the one in
    /// `api.token`.
    pub token_id: TokenId,
    /// Its name at the time.
    pub token_name: String,
    /// The method that was called.
    pub method: String,
    /// The account it was about, if it named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// `ok`, or the symbol of the error.
    pub outcome: String,
    /// How many refused calls alike, in short order, the entry stands for.
    pub count: u64,
    /// Hash of the idempotency key, to find the call by it: the same for the same key on this node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_hash: Option<String>,
    /// What it took out of accounts: amount and fee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Amount>,
    /// What it made or changed; at most 200.
    pub ids: Vec<AuditId>,
}

/// A page of entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuditPage {
    /// The entries of this page.
    pub items: Vec<AuditEntry>,
    /// Pass it as `cursor` to go on after this page; it stays good when `complete` is true, and
    /// then leads to what has been added since.
    pub next: Cursor,
    /// True when nothing more exists now.
    pub complete: bool,
}

/// One thing that is wrong with the parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Fault {
    /// JSON pointer (RFC 6901) into the parameters; empty for the parameters as a whole.
    pub pointer: String,
    /// What is wrong there.
    pub message: String,
}

/// The body or the message is not valid JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ParseErrorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// Valid JSON, but not a JSON-RPC 2.0 request: `jsonrpc` must be "2.0", `method` a string, `params`
/// an object, `id` a string, a number within 2^53 of zero or null.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidRequestData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The contract has no method of that name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnknownMethodData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The name that was asked for.
    pub method: String,
}

/// Parameters are missing, unknown or ill-formed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidParamsData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Every fault, up to 16.
    pub faults: Vec<Fault>,
}

/// A fault of the node. It is in its log under the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InternalErrorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Finds the fault in the log.
    pub reference: String,
}

/// The node is starting, or is shutting down. `node.status` says what it is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotReadyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What the node is doing: `starting` (opening its data), `syncing` (following the chain up to
    /// its head, or fetching the snapshot it begins with), `rescanning` (reading the chain again
    /// for an account), `ready`.
    pub state: NodeState,
}

/// The batch has more calls than the node takes; none was carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BatchTooLargeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Calls a batch may have.
    pub limit: u64,
}

/// The request has more bytes than the node takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BodyTooLargeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Bytes a request may have.
    pub limit: u64,
}

/// The answers to a batch have reached the limit. This call was not carried out: ask again in
/// another batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ResponseTooLargeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Bytes the answers may have.
    pub limit: u64,
}

/// Methods of the group dev exist on development networks alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DevOnlyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The network.
    pub network: Network,
}

/// A call with this key has been stored, and its parameters were others. Use a new key for a new
/// call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IdempotencyConflictData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The chain has no such block, or not yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BlockNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The height of a block; genesis is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u64>,
    /// The id of a block: the hash of its header, lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<BlockId>,
}

/// Neither the chain nor the waiting transactions have it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TransactionNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
    /// On a node that prunes: what became final below this height is not known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest_height: Option<u64>,
}

/// The chain has no such output, or not yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OutputNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
    /// On a node that prunes: what became final below this height is not known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest_height: Option<u64>,
}

/// A rule of the network is broken; `rule` names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidTransactionData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The rule, such as `invalid_proof`, `invalid_signature`, `unbalanced`, `invalid_shape`.
    pub rule: String,
    /// For the rule `stake_refused`: the rule of staking, such as `last_validator`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stake_rule: Option<String>,
}

/// A coin the transaction spends does not exist, is spent, or is spent by another waiting
/// transaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InputSpentData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an output, unique for all time, lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_id: Option<OutputId>,
}

/// The node takes no more transactions until blocks have taken some.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MempoolFullData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The retention period is over and this node has dropped the payload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PayloadPrunedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
}

/// This node prunes, or began with a snapshot: of blocks below `earliestHeight` it keeps headers
/// and certificates alone. An archive node has the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BlockPrunedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Of the first block that is missing.
    pub height: u64,
    /// The lowest height from which on the node has every block.
    pub earliest_height: u64,
}

/// This node has no such account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
}

/// The phrase or the view key belongs to an account this node has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountExistsData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Use that one.
    pub account_id: AccountId,
    /// A name for people; the node gives it no meaning.
    pub name: AccountName,
}

/// Unlock it with `account.unlock` first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountLockedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
}

/// The passphrase does not open the key file, which is in order; or one is needed and none was
/// given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WrongPassphraseData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The key file cannot be read, whatever the passphrase. Remove the account and recover it from its
/// phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct KeyFileDamagedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
}

string_enum! {
    /// What is wrong with it.
    InvalidRecoveryPhraseDataReason {
        Length = "length",
        Word = "word",
        Checksum = "checksum",
    }
}

/// The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidRecoveryPhraseData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What is wrong with it.
    pub reason: InvalidRecoveryPhraseDataReason,
    /// Which word is unknown, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
}

/// The view key is malformed or of another network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidViewKeyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// It was imported from a view key and has no spend key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ViewOnlyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an account: 8 bytes derived from its view key, the same after every recovery.
    pub account_id: AccountId,
}

/// The account cannot pay amount and fee. What is locked may come free as unfinished payments
/// become final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InsufficientFundsData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub available: Amount,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub locked: Amount,
    /// With the fee.
    pub needed: Amount,
    /// What of `needed` is fee.
    pub fee: Amount,
}

/// The address is malformed: a typing error, or not an address of Stegos.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidAddressData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The address is good, but for another network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WrongNetworkData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The network.
    pub expected: Network,
    /// The network.
    pub found: Network,
}

/// Amounts and fees together exceed 64 bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AmountTooLargeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The accounts of this node have no such payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
}

/// It has been broadcast; only a payment that is still `created` can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotCancellableData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
    /// Where a payment stands. `created`: stored, waits for its turn or for coins. `broadcast`:
    /// handed to the network. `final`: in a block. `rejected`: it will never be in a block; its
    /// coins are free again. `cancelled`: taken back before it was broadcast.
    pub status: PaymentStatus,
}

/// The account does not know the secret of this payment: it was received, not sent, or its record
/// is gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotProvableData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a payment, the same for sender and receiver, known before its transaction exists,
    /// and the same again after an account is recovered from its phrase; lower-case hex.
    pub payment_id: PaymentId,
}

/// The account has fewer than two coins it could merge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NothingToConsolidateData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The message exceeds what may be sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PayloadTooLargeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Bytes that may be sent.
    pub limit: u64,
    /// Bytes there were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

/// The accounts of this node have no such message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a message: 16 random bytes its sender chose, which travel inside the payload.
    pub message_id: MessageId,
}

/// The account cannot read the payload: it is not for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotForAccountData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of an output, unique for all time, lower-case hex.
    pub output_id: OutputId,
}

/// No validator with this key or id is registered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnknownValidatorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The key or id that was asked for.
    pub validator: Hex,
}

/// The account has no stake of this id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnknownStakeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
}

string_enum! {
    /// `deposit`: a deposit is at least that. `own_stake`: so is what an operator stakes itself.
    /// `rest`, `own_rest`: so much has to stay, unless all is taken out. `withdrawal`: less is
    /// hardly worth the fee of taking it out in the end.
    BelowMinimumDataOf {
        Deposit = "deposit",
        OwnStake = "own_stake",
        Rest = "rest",
        OwnRest = "own_rest",
        Withdrawal = "withdrawal",
    }
}

/// Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays,
/// or of what is taken out; `of` says which.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BelowMinimumData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub minimum: Amount,
    /// `deposit`: a deposit is at least that. `own_stake`: so is what an operator stakes itself.
    /// `rest`, `own_rest`: so much has to stay, unless all is taken out. `withdrawal`: less is
    /// hardly worth the fee of taking it out in the end.
    pub of: BelowMinimumDataOf,
}

/// All of the stake is on its way out already. The wallet withdraws it when it is released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeLockedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
    /// An epoch; the first one has number 1.
    pub release_epoch: u64,
    /// The height of a block; genesis is 0.
    pub release_height: u64,
}

/// Its validator contradicted itself; what is left may be taken out when the unbonding time is
/// over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeFrozenData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
}

/// Try again when it is final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeBusyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
}

/// More was asked for than the stake is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InsufficientStakeData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
    /// An amount in base units as a decimal string, from "0" to "18446744073709551615". 1 STG is 1
    /// 000 000 base units.
    pub staked: Amount,
}

/// All of it was taken out before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeWithdrawnData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a stake of an account from its deposit to the end of its withdrawal, and again
    /// after the account is recovered from its phrase; lower-case hex. An operator's own stake has
    /// the id of its validator.
    pub stake_id: StakeId,
}

/// The node has no validator key: name a validator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NoValidatorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// It is leaving or frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ValidatorClosedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
    /// `active`: may be in the next set, if it has the stake. `suspended`: left out because it was
    /// silent, until its operator says that it is back. `leaving`: its operator took its stake out.
    /// `frozen`: it contradicted itself.
    pub status: ValidatorStatus,
}

/// The account is not the operator of this validator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotOperatorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What names a validator for all time, whatever its key is; lower-case hex.
    pub validator_id: ValidatorId,
}

/// The operation breaks a rule of staking; `rule` names it, `explanation` says what it asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeRefusedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The rule, such as `commission_step` or `last_validator`.
    pub rule: String,
    /// The rule in a sentence, with its numbers.
    pub explanation: String,
    /// For `commission_step`: the most there may be next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// For `commission_step`: what was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<u64>,
}

string_enum! {
    /// `open`: no draw is under way. `frozen`: one is, and its seed is not there yet.
    NoDrawDataState {
        Open = "open",
        Frozen = "frozen",
    }
}

/// No award is drawn at present, or its draw has no seed yet: see stake.award.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NoDrawData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// `open`: no draw is under way. `frozen`: one is, and its seed is not there yet.
    pub state: NoDrawDataState,
}

/// The node has not worked out the delay of the draw. Ask again, or, where `proving` is false,
/// start the node with `--award-prover on`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProofNotReadyData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The award period of the draw.
    pub period: u64,
    /// Whether the node works it out.
    pub proving: bool,
    /// How far it has come; absent where it does not work it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u64>,
}

/// The proof is not one for the seed of the draw that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidAwardProofData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The award period of the draw.
    pub period: u64,
}

/// Only one of the two can be in the chain. Try again when the other is final, or has been dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeClaimedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a transaction, lower-case hex.
    pub transaction_id: TransactionId,
}

/// No token was given, or one this node does not know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnauthorizedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The token lacks the scope of the method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ScopeMissingData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The scope that is needed.
    pub scope: String,
}

/// Wait as long as `retryAfter` says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RateLimitedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Seconds to wait.
    pub retry_after: f64,
}

/// The Host or the Origin of the request is not one this node serves (a guard against DNS
/// rebinding).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HostNotAllowedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The time the token was made for is over. Ask its maker for another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenExpiredData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// A time, RFC 3339 in UTC with milliseconds.
    pub expired_at: Timestamp,
}

/// Somebody revoked the token, or the one it was made with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenRevokedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The token has the scope, but is narrowed to methods among which this one is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MethodNotAllowedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The method that was called.
    pub method: String,
}

/// The token is narrowed to accounts. Either the account is not one of them, whether or not it
/// exists, or the method is about all accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountNotAllowedData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The account that was named; absent for a method that is about all accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
}

/// Amount and fee are more than is left of what the token may move in this time. Nothing was made.
/// Repeating does not help before `freeAt`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OverBudgetData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// What the token may move in a period.
    pub budget: Amount,
    /// Seconds of the period.
    pub period: u64,
    /// What is left of it now.
    pub left: Amount,
    /// What the call would take, as far as it was known.
    pub needed: Amount,
    /// When as much as is needed is free again, if nothing else is spent; absent when it is more
    /// than the whole budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_at: Option<Timestamp>,
}

/// The node has no token of that id. The owner's cannot be revoked: remove its file, and start the
/// node anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id of a token: no secret, and not the token itself. `owner` stands for the one in
    /// `api.token`.
    pub token_id: TokenId,
}

/// The node keeps no more active tokens. Revoke some.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TooManyTokensData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Active tokens there may be.
    pub limit: u64,
}

/// The cursor is not one this node gave for this list or stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InvalidCursorData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// Events after the cursor are no longer kept. Read the lists and subscribe anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CursorExpiredData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// Connect to /ws to subscribe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WebsocketRequiredData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// The connection has as many subscriptions as it may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TooManySubscriptionsData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Subscriptions a connection may have.
    pub limit: u64,
}

/// This connection has no such subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SubscriptionNotFoundData {
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// The id that was given.
    pub subscription: String,
}

impl Page for PeerPage {
    type Item = Peer;

    fn into_parts(self) -> (Vec<Peer>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for BlockPage {
    type Item = Block;

    fn into_parts(self) -> (Vec<Block>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for OutputPage {
    type Item = Output;

    fn into_parts(self) -> (Vec<Output>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for AccountPage {
    type Item = Account;

    fn into_parts(self) -> (Vec<Account>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for AddressPage {
    type Item = AccountAddress;

    fn into_parts(self) -> (Vec<AccountAddress>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for HistoryPage {
    type Item = HistoryEntry;

    fn into_parts(self) -> (Vec<HistoryEntry>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for CoinPage {
    type Item = Coin;

    fn into_parts(self) -> (Vec<Coin>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for PaymentPage {
    type Item = Payment;

    fn into_parts(self) -> (Vec<Payment>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for MessagePage {
    type Item = Message;

    fn into_parts(self) -> (Vec<Message>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for ValidatorPage {
    type Item = Validator;

    fn into_parts(self) -> (Vec<Validator>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for StakePage {
    type Item = Stake;

    fn into_parts(self) -> (Vec<Stake>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for StakeRewardPage {
    type Item = StakeReward;

    fn into_parts(self) -> (Vec<StakeReward>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for AwardRecordPage {
    type Item = AwardRecord;

    fn into_parts(self) -> (Vec<AwardRecord>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for SlashingPage {
    type Item = Slashing;

    fn into_parts(self) -> (Vec<Slashing>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for TokenPage {
    type Item = Token;

    fn into_parts(self) -> (Vec<Token>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

impl Page for AuditPage {
    type Item = AuditEntry;

    fn into_parts(self) -> (Vec<AuditEntry>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}

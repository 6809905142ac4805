// Generated from openrpc.json by `npm run generate`. Do not edit.

//! The methods of the contract, in their groups.

use super::params::*;
use super::types::*;
use crate::client::{Client, Repeating};
use crate::Result;

impl Client {
    /// Methods of the group `rpc`.
    pub fn rpc(&self) -> RpcMethods<'_> {
        RpcMethods { client: self }
    }

    /// Methods of the group `node`.
    pub fn node(&self) -> NodeMethods<'_> {
        NodeMethods { client: self }
    }

    /// Methods of the group `chain`.
    pub fn chain(&self) -> ChainMethods<'_> {
        ChainMethods { client: self }
    }

    /// Methods of the group `account`.
    pub fn account(&self) -> AccountMethods<'_> {
        AccountMethods { client: self }
    }

    /// Methods of the group `payment`.
    pub fn payment(&self) -> PaymentMethods<'_> {
        PaymentMethods { client: self }
    }

    /// Methods of the group `message`.
    pub fn message(&self) -> MessageMethods<'_> {
        MessageMethods { client: self }
    }

    /// Methods of the group `stake`.
    pub fn stake(&self) -> StakeMethods<'_> {
        StakeMethods { client: self }
    }

    /// Methods of the group `token`.
    pub fn token(&self) -> TokenMethods<'_> {
        TokenMethods { client: self }
    }

    /// Methods of the group `dev`.
    pub fn dev(&self) -> DevMethods<'_> {
        DevMethods { client: self }
    }
}

/// Methods of the group `rpc`.
#[derive(Clone, Copy, Debug)]
pub struct RpcMethods<'a> {
    client: &'a Client,
}

impl RpcMethods<'_> {
    /// The contract.
    ///
    /// Returns the OpenRPC document this node serves, the same as `GET /openrpc.json`.
    pub fn discover(&self) -> Result<ContractDocument> {
        self.client.call("rpc.discover", Repeating::AsItIs, &serde_json::json!({}))
    }
}

/// Methods of the group `node`.
#[derive(Clone, Copy, Debug)]
pub struct NodeMethods<'a> {
    client: &'a Client,
}

impl NodeMethods<'_> {
    /// State of the node.
    ///
    /// Answers at any time, also while the node starts, follows the chain or proves, and says what
    /// it is doing.
    pub fn status(&self) -> Result<NodeStatus> {
        self.client.call("node.status", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// Nodes it is connected to.
    ///
    /// A node on its own, such as a development network, has none.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`.
    pub fn peers(&self, params: NodePeersParams) -> Result<PeerPage> {
        self.client.call("node.peers", Repeating::AsItIs, &params)
    }

    /// Versions.
    ///
    /// Versions of the software, of the contract and of what it runs on.
    pub fn version(&self) -> Result<NodeVersion> {
        self.client.call("node.version", Repeating::AsItIs, &serde_json::json!({}))
    }
}

/// Methods of the group `chain`.
#[derive(Clone, Copy, Debug)]
pub struct ChainMethods<'a> {
    client: &'a Client,
}

impl ChainMethods<'_> {
    /// Head of the chain.
    ///
    /// The last final block, the size of the unspent set and the transactions that wait.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn status(&self) -> Result<ChainStatus> {
        self.client.call("chain.status", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// One block.
    ///
    /// By height or by id; exactly one of the two. A block a node tells about is final: it never
    /// changes.
    ///
    /// # Errors
    ///
    /// Of its own: `block_not_found`, `block_pruned`, `not_ready`.
    pub fn block(&self, params: ChainBlockParams) -> Result<Block> {
        self.client.call("chain.block", Repeating::AsItIs, &params)
    }

    /// Blocks in order.
    ///
    /// Walks along the chain. To follow it from there on, subscribe to `chain.block`.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `block_pruned`, `not_ready`.
    pub fn blocks(&self, params: ChainBlocksParams) -> Result<BlockPage> {
        self.client.call("chain.blocks", Repeating::AsItIs, &params)
    }

    /// One transaction.
    ///
    /// From the chain or from those that wait in public. One that a node was handed a moment ago
    /// may not be public yet.
    ///
    /// # Errors
    ///
    /// Of its own: `transaction_not_found`, `not_ready`.
    pub fn transaction(&self, params: ChainTransactionParams) -> Result<Transaction> {
        self.client.call("chain.transaction", Repeating::AsItIs, &params)
    }

    /// One output.
    ///
    /// What everybody sees of an output. Only its receiver can tell what it holds.
    ///
    /// # Errors
    ///
    /// Of its own: `output_not_found`, `not_ready`.
    pub fn output(&self, params: ChainOutputParams) -> Result<Output> {
        self.client.call("chain.output", Repeating::AsItIs, &params)
    }

    /// Outputs in order of the chain.
    ///
    /// For wallets that scan by themselves. Asking for all of them tells nobody which ones are
    /// yours.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `block_pruned`, `not_ready`.
    pub fn outputs(&self, params: ChainOutputsParams) -> Result<OutputPage> {
        self.client.call("chain.outputs", Repeating::AsItIs, &params)
    }

    /// How much money exists.
    ///
    /// With what is needed to check it: the commitments of all unspent outputs sum to
    /// `circulating`·B + `blinding`·B_blinding, and each mint opens its commitment.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn supply(&self) -> Result<Supply> {
        self.client.call("chain.supply", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// Parameters of the network.
    ///
    /// Every node of a network agrees on them.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn params(&self) -> Result<ChainParams> {
        self.client.call("chain.params", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// What transactions cost.
    ///
    /// The fee depends on the number of inputs and outputs alone, so that it tells nothing.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn fees(&self) -> Result<Fees> {
        self.client.call("chain.fees", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// Hand on a transaction made elsewhere.
    ///
    /// Checks it completely, keeps it and hands it on. One that the node has already is answered
    /// the same way, so repeating is safe without a key. A node with neighbours hands it to one of
    /// them first, so that nobody can tell where it comes from: until it is public, which takes
    /// seconds, `chain.transaction` does not find it.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_transaction`, `input_spent`, `stake_claimed`, `mempool_full`,
    /// `not_ready`.
    pub fn submit(&self, params: ChainSubmitParams) -> Result<SubmittedTransaction> {
        self.client.call("chain.submit", Repeating::AsItIs, &params)
    }
}

/// Methods of the group `account`.
#[derive(Clone, Copy, Debug)]
pub struct AccountMethods<'a> {
    client: &'a Client,
}

impl AccountMethods<'_> {
    /// Make an account.
    ///
    /// Returns the recovery phrase this once. With a passphrase the key file is encrypted; the
    /// account starts unlocked either way.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`, `idempotency_conflict`.
    pub fn create(&self, params: AccountCreateParams) -> Result<AccountCreated> {
        self.client.call("account.create", Repeating::WithKey, &params)
    }

    /// Restore an account from its phrase.
    ///
    /// Balance, history and messages come back as the chain is read again; `account.get` tells how
    /// far it is. Give the height the account was made at, if you know it, to save time.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_recovery_phrase`, `account_exists`, `block_pruned`, `not_ready`,
    /// `idempotency_conflict`.
    pub fn recover(&self, params: AccountRecoverParams) -> Result<AccountRecovered> {
        self.client.call("account.recover", Repeating::WithKey, &params)
    }

    /// Accounts on this node.
    ///
    /// In the order they came to this node.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn list(&self, params: AccountListParams) -> Result<AccountPage> {
        self.client.call("account.list", Repeating::AsItIs, &params)
    }

    /// One account.
    ///
    /// Whether it is locked, and how far the chain has been read for it.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `not_ready`.
    pub fn get(&self, params: AccountGetParams) -> Result<Account> {
        self.client.call("account.get", Repeating::AsItIs, &params)
    }

    /// Unlock an account.
    ///
    /// Decrypts the spend key and keeps it in memory until `account.lock` or until the node stops.
    /// Changes nothing for an account without a passphrase, or one that is unlocked.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `wrong_passphrase`, `key_file_damaged`, `view_only`,
    /// `not_ready`.
    pub fn unlock(&self, params: AccountUnlockParams) -> Result<Account> {
        self.client.call("account.unlock", Repeating::AsItIs, &params)
    }

    /// Lock an account.
    ///
    /// Forgets the spend key. Payments that are created are still broadcast, for they are signed;
    /// deposits and messages are followed. An account without a passphrase stays as it is.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `not_ready`.
    pub fn lock(&self, params: AccountLockParams) -> Result<Account> {
        self.client.call("account.lock", Repeating::AsItIs, &params)
    }

    /// Remove an account from this node.
    ///
    /// Deletes its keys and all that is known of it. The phrase brings it back; without the phrase
    /// its money is lost.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `wrong_passphrase`, `not_ready`, `idempotency_conflict`.
    pub fn remove(&self, params: AccountRemoveParams) -> Result<AccountRemoved> {
        self.client.call("account.remove", Repeating::WithKey, &params)
    }

    /// Change, set or drop the passphrase.
    ///
    /// Without `newPassphrase` the key file is no longer encrypted. The account is unlocked
    /// afterwards.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `wrong_passphrase`, `key_file_damaged`, `view_only`,
    /// `not_ready`, `idempotency_conflict`.
    pub fn change_passphrase(&self, params: AccountChangePassphraseParams) -> Result<Account> {
        self.client.call("account.changePassphrase", Repeating::WithKey, &params)
    }

    /// Show the recovery phrase again.
    ///
    /// Needs the passphrase when one protects the account, also while it is unlocked.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `wrong_passphrase`, `key_file_damaged`, `view_only`,
    /// `not_ready`.
    pub fn recovery_phrase(&self, params: AccountRecoveryPhraseParams) -> Result<AccountPhrase> {
        self.client.call("account.recoveryPhrase", Repeating::AsItIs, &params)
    }

    /// A new address.
    ///
    /// Makes the next subaddress. Addresses are free, and nobody can link two of them: give each
    /// customer one of his own. Needs no more than `read`, since nothing can be lost by it.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `not_ready`, `idempotency_conflict`.
    pub fn address(&self, params: AccountAddressParams) -> Result<AccountAddress> {
        self.client.call("account.address", Repeating::WithKey, &params)
    }

    /// Addresses of an account.
    ///
    /// The main address first, then in the order they were made.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn addresses(&self, params: AccountAddressesParams) -> Result<AddressPage> {
        self.client.call("account.addresses", Repeating::AsItIs, &params)
    }

    /// What an account owns.
    ///
    /// As of the block the account has been read up to.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `not_ready`.
    pub fn balance(&self, params: AccountBalanceParams) -> Result<Balance> {
        self.client.call("account.balance", Repeating::AsItIs, &params)
    }

    /// What happened to an account.
    ///
    /// Everything final, in the order of the chain. Keep `next` and pass it later to get only what
    /// is new.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn history(&self, params: AccountHistoryParams) -> Result<HistoryPage> {
        self.client.call("account.history", Repeating::AsItIs, &params)
    }

    /// Outputs of an account.
    ///
    /// The coins behind the balance, in the order they came.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn outputs(&self, params: AccountOutputsParams) -> Result<CoinPage> {
        self.client.call("account.outputs", Repeating::AsItIs, &params)
    }

    /// The view key.
    ///
    /// Lets another node follow the account without being able to spend. Whoever has it sees
    /// everything, for ever.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `wrong_passphrase`, `not_ready`.
    pub fn view_key(&self, params: AccountViewKeyParams) -> Result<AccountViewKey> {
        self.client.call("account.viewKey", Repeating::AsItIs, &params)
    }

    /// Follow an account by its view key.
    ///
    /// The account can view and cannot spend.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_view_key`, `wrong_network`, `account_exists`, `block_pruned`,
    /// `not_ready`, `idempotency_conflict`.
    pub fn import_view_key(&self, params: AccountImportViewKeyParams) -> Result<Account> {
        self.client.call("account.importViewKey", Repeating::WithKey, &params)
    }

    /// Read the chain again for an account.
    ///
    /// Reads the chain again from that height and adds what was missed; what is known stays, and
    /// nothing is told twice. Returns at once; `account.get` tells how far it is.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `block_pruned`, `not_ready`, `idempotency_conflict`.
    pub fn rescan(&self, params: AccountRescanParams) -> Result<Account> {
        self.client.call("account.rescan", Repeating::WithKey, &params)
    }
}

/// Methods of the group `payment`.
#[derive(Clone, Copy, Debug)]
pub struct PaymentMethods<'a> {
    client: &'a Client,
}

impl PaymentMethods<'_> {
    /// Pay.
    ///
    /// Returns as soon as the payment is stored and handed on, and tells what was stored:
    /// `created`. `payment.status` events carry it on to `final` or `rejected`. With `data` a
    /// message travels with the money.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `invalid_address`, `wrong_network`, `amount_too_large`, `payload_too_large`,
    /// `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn send(&self, params: PaymentSendParams) -> Result<PaymentSent> {
        self.client.call("payment.send", Repeating::WithKey, &params)
    }

    /// Pay several.
    ///
    /// Queues ordinary payments, all or none; each is its own transaction, so that nobody sees they
    /// belong together. Those that wait for coins to come free are `created` until then.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `invalid_address`, `wrong_network`, `amount_too_large`, `payload_too_large`,
    /// `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn send_many(&self, params: PaymentSendManyParams) -> Result<PaymentsSent> {
        self.client.call("payment.sendMany", Repeating::WithKey, &params)
    }

    /// Pay and get a receipt.
    ///
    /// An ordinary payment, and at once the receipt that `payment.prove` would make. On the chain
    /// it looks like any other.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `invalid_address`, `wrong_network`, `amount_too_large`, `payload_too_large`,
    /// `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn send_public(&self, params: PaymentSendPublicParams) -> Result<PublicPaymentSent> {
        self.client.call("payment.sendPublic", Repeating::WithKey, &params)
    }

    /// What a payment would take.
    ///
    /// Fee, transactions and coins, without making anything.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_address`, `wrong_network`, `amount_too_large`,
    /// `payload_too_large`, `not_ready`.
    pub fn estimate(&self, params: PaymentEstimateParams) -> Result<PaymentEstimate> {
        self.client.call("payment.estimate", Repeating::AsItIs, &params)
    }

    /// One payment.
    ///
    /// As the sender knows it when the sender is on this node, otherwise as the receiver does; name
    /// the account to choose.
    ///
    /// # Errors
    ///
    /// Of its own: `payment_not_found`, `account_not_found`, `not_ready`.
    pub fn get(&self, params: PaymentGetParams) -> Result<Payment> {
        self.client.call("payment.get", Repeating::AsItIs, &params)
    }

    /// Payments of an account.
    ///
    /// Also those that are not final yet. In the order they were made on this node or came to it.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn list(&self, params: PaymentListParams) -> Result<PaymentPage> {
        self.client.call("payment.list", Repeating::AsItIs, &params)
    }

    /// Take back a payment.
    ///
    /// Possible as long as it is `created`. Of several payments that build on each other, later
    /// ones are cancelled with it.
    ///
    /// # Errors
    ///
    /// Of its own: `payment_not_found`, `not_cancellable`, `not_ready`, `idempotency_conflict`.
    pub fn cancel(&self, params: PaymentCancelParams) -> Result<Payment> {
        self.client.call("payment.cancel", Repeating::WithKey, &params)
    }

    /// A receipt for a payment.
    ///
    /// Shows anybody whom the payment went to and how much it was. Only the sender can make it: it
    /// is signed with the key of a coin the payment spent.
    ///
    /// # Errors
    ///
    /// Of its own: `payment_not_found`, `account_not_found`, `account_locked`, `view_only`,
    /// `not_provable`, `not_ready`.
    pub fn prove(&self, params: PaymentProveParams) -> Result<PaymentProof> {
        self.client.call("payment.prove", Repeating::AsItIs, &params)
    }

    /// Check a receipt.
    ///
    /// Needs no account: the chain is enough.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn verify_proof(&self, params: PaymentVerifyProofParams) -> Result<PaymentProofCheck> {
        self.client.call("payment.verifyProof", Repeating::AsItIs, &params)
    }

    /// Merge small coins.
    ///
    /// One transaction from the account to itself that merges its smallest coins, up to 16. Repeat
    /// while `remaining` is too large.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `nothing_to_consolidate`, `not_ready`, `idempotency_conflict`,
    /// `over_budget`.
    pub fn consolidate(&self, params: PaymentConsolidateParams) -> Result<Consolidation> {
        self.client.call("payment.consolidate", Repeating::WithKey, &params)
    }
}

/// Methods of the group `message`.
#[derive(Clone, Copy, Debug)]
pub struct MessageMethods<'a> {
    client: &'a Client,
}

impl MessageMethods<'_> {
    /// Send data.
    ///
    /// A message is a payment of zero: from outside nothing tells them apart. A long body is split
    /// over several transactions and joined again by the receiver. Returns as soon as it is stored,
    /// and tells what was stored: `created`; `message.status` events carry it on. All parts and
    /// fees are covered, or nothing is sent.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `invalid_address`, `wrong_network`, `payload_too_large`, `not_ready`,
    /// `idempotency_conflict`, `over_budget`.
    pub fn send(&self, params: MessageSendParams) -> Result<MessageSent> {
        self.client.call("message.send", Repeating::WithKey, &params)
    }

    /// One message.
    ///
    /// As the sender knows it when the sender is on this node, otherwise as the receiver does; name
    /// the account to choose.
    ///
    /// # Errors
    ///
    /// Of its own: `message_not_found`, `account_not_found`, `not_ready`.
    pub fn get(&self, params: MessageGetParams) -> Result<Message> {
        self.client.call("message.get", Repeating::AsItIs, &params)
    }

    /// Messages of an account.
    ///
    /// Received and complete ones, in the order they were completed, or with `direction` "out"
    /// those sent. Reading deletes nothing: keep `next` and pass it later to get only what is new.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn list(&self, params: MessageListParams) -> Result<MessagePage> {
        self.client.call("message.list", Repeating::AsItIs, &params)
    }

    /// Where a message stands.
    ///
    /// The states and what may follow each are in `MessageState`.
    ///
    /// # Errors
    ///
    /// Of its own: `message_not_found`, `account_not_found`, `not_ready`.
    pub fn status(&self, params: MessageStatusParams) -> Result<MessageStatus> {
        self.client.call("message.status", Repeating::AsItIs, &params)
    }

    /// Read the payload of one output.
    ///
    /// For an output that belongs to the account.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `output_not_found`, `not_for_account`, `payload_pruned`,
    /// `not_ready`.
    pub fn decode(&self, params: MessageDecodeParams) -> Result<DecodedPayload> {
        self.client.call("message.decode", Repeating::AsItIs, &params)
    }
}

/// Methods of the group `stake`.
#[derive(Clone, Copy, Debug)]
pub struct StakeMethods<'a> {
    client: &'a Client,
}

impl StakeMethods<'_> {
    /// Stake.
    ///
    /// Stakes with a validator: the one that votes with `validatorKey`, or this node's own. An
    /// account that operates the validator adds to its own stake in it. When this node's own
    /// validator is not registered yet, the deposit registers it, with the account as its operator:
    /// that takes `minStake` of `stake.params`. So it does, with a new key, for an operator that
    /// has taken all of its own stake out, and for anybody when the validator is gone. Returns as
    /// soon as it is stored and handed on; `stake.status` events carry it on. The money earns from
    /// the next epoch on. Every deposit has a key of its own that only the account can tell is its,
    /// and that its phrase restores.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `unknown_validator`, `no_validator`, `validator_closed`, `below_minimum`,
    /// `stake_busy`, `stake_refused`, `amount_too_large`, `not_ready`, `idempotency_conflict`,
    /// `over_budget`.
    pub fn deposit(&self, params: StakeDepositParams) -> Result<StakeSent> {
        self.client.call("stake.deposit", Repeating::WithKey, &params)
    }

    /// Take stake out.
    ///
    /// Begins to take a stake out, or a part of it. It is released when the unbonding time is over
    /// (at once where it never counted), and the wallet withdraws it then by itself. For an
    /// `award`, and for what is released, it withdraws at once.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `unknown_stake`, `below_minimum`, `stake_locked`, `stake_frozen`,
    /// `stake_busy`, `insufficient_stake`, `stake_withdrawn`, `stake_refused`, `not_ready`,
    /// `idempotency_conflict`, `over_budget`.
    pub fn withdraw(&self, params: StakeWithdrawParams) -> Result<StakeSent> {
        self.client.call("stake.withdraw", Repeating::WithKey, &params)
    }

    /// Set a commission.
    ///
    /// For operators. A rise is at most `commissionStep` a change and holds after
    /// `commissionNotice` whole epochs; a cut holds from the next epoch on.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `unknown_validator`, `no_validator`, `not_operator`, `stake_busy`,
    /// `stake_refused`, `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn configure(&self, params: StakeConfigureParams) -> Result<StakeSent> {
        self.client.call("stake.configure", Repeating::WithKey, &params)
    }

    /// Change the validator key.
    ///
    /// For operators, on the node that runs the validator. The node makes a new key, stores it, and
    /// votes with it from the next epoch on; until then with the present one, whose votes the
    /// validator still answers for afterwards. One change at a time: before the next epoch another
    /// is refused with `stake_refused` and the rule `rotating`. Copies of the key file have to be
    /// made anew.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `unknown_validator`, `no_validator`, `not_operator`, `stake_busy`,
    /// `stake_refused`, `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn rotate(&self, params: StakeRotateParams) -> Result<StakeSent> {
        self.client.call("stake.rotate", Repeating::WithKey, &params)
    }

    /// End a suspension.
    ///
    /// For operators. A validator that was silent comes back into the set with the next epoch.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `unknown_validator`, `no_validator`, `not_operator`, `stake_busy`,
    /// `stake_refused`, `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn resume(&self, params: StakeResumeParams) -> Result<StakeSent> {
        self.client.call("stake.resume", Repeating::WithKey, &params)
    }

    /// One stake.
    ///
    /// As it stands now.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `unknown_stake`, `not_ready`.
    pub fn get(&self, params: StakeGetParams) -> Result<Stake> {
        self.client.call("stake.get", Repeating::AsItIs, &params)
    }

    /// Stakes of an account.
    ///
    /// With prizes and bounties of the award that are the account's. In the order they were made on
    /// this node or found on the chain.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn list(&self, params: StakeListParams) -> Result<StakePage> {
        self.client.call("stake.list", Repeating::AsItIs, &params)
    }

    /// Validators.
    ///
    /// All that are registered, in the order of their ids.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn validators(&self, params: StakeValidatorsParams) -> Result<ValidatorPage> {
        self.client.call("stake.validators", Repeating::AsItIs, &params)
    }

    /// One validator.
    ///
    /// By its id, or by a key it votes with or ever voted with.
    ///
    /// # Errors
    ///
    /// Of its own: `unknown_validator`, `not_ready`.
    pub fn validator(&self, params: StakeValidatorParams) -> Result<Validator> {
        self.client.call("stake.validator", Repeating::AsItIs, &params)
    }

    /// The present epoch.
    ///
    /// Its set, and how far it has come.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn epoch(&self) -> Result<Epoch> {
        self.client.call("stake.epoch", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// The numbers of staking.
    ///
    /// Every node of the network agrees on them.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn params(&self) -> Result<StakeParams> {
        self.client.call("stake.params", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// What epochs paid.
    ///
    /// To validators and those who staked with them. It is added to the stake by itself.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `invalid_cursor`, `not_ready`.
    pub fn rewards(&self, params: StakeRewardsParams) -> Result<StakeRewardPage> {
        self.client.call("stake.rewards", Repeating::AsItIs, &params)
    }

    /// The award to come.
    ///
    /// The pool, the next draw, and for every validator whether it may still win, and if not, why.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn award(&self) -> Result<Award> {
        self.client.call("stake.award", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// Awards that are over.
    ///
    /// With everything it takes to check a draw again without trusting this node: `stegos award
    /// verify` does.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn awards(&self, params: StakeAwardsParams) -> Result<AwardRecordPage> {
        self.client.call("stake.awards", Repeating::AsItIs, &params)
    }

    /// What ties the awards that are over to a block.
    ///
    /// Everything that the state commitment of the last final block is the hash of, and the block's
    /// certificate. Whoever trusts that block, or the validators that signed it, knows with it that
    /// the chain of hashes over the records of `stake.awards` is the chain's, and so every one of
    /// them. `stegos award proof` keeps it and `stegos award verify --proof` checks it, without a
    /// node.
    ///
    /// # Errors
    ///
    /// Of its own: `not_ready`.
    pub fn award_proof(&self) -> Result<AwardProof> {
        self.client.call("stake.awardProof", Repeating::AsItIs, &serde_json::json!({}))
    }

    /// Post the proof that ends an award's draw.
    ///
    /// For anybody, validator or not: once a draw has its seed, whoever has worked out its delay
    /// may post the proof, and gets the bounty, at most a tenth of the draw. Without `proof` it is
    /// the one that this node has worked out, which takes hours on the main network; a node that is
    /// started with `--award-prover on` begins as soon as the seed is there, and with the same seed
    /// again after a restart. Until it is done the answer is `proof_not_ready`: ask again.
    /// Validators post theirs in the blocks that they lead, so somebody else may be faster; then
    /// the operation is refused, and costs nothing. `amount` is the bounty. Once the operation is
    /// final it is an entry of its own in stake.list, with the `stakeId` of the answer, until
    /// stake.withdraw takes it.
    ///
    /// # Errors
    ///
    /// Of its own: `account_not_found`, `account_locked`, `view_only`, `insufficient_funds`,
    /// `mempool_full`, `no_draw`, `proof_not_ready`, `invalid_award_proof`, `stake_busy`,
    /// `stake_refused`, `not_ready`, `idempotency_conflict`, `over_budget`.
    pub fn prove_award(&self, params: StakeProveAwardParams) -> Result<StakeSent> {
        self.client.call("stake.proveAward", Repeating::WithKey, &params)
    }

    /// Stake that was burnt.
    ///
    /// Because a validator contradicted itself, or was silent while more than a third of the weight
    /// was.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn slashings(&self, params: StakeSlashingsParams) -> Result<SlashingPage> {
        self.client.call("stake.slashings", Repeating::AsItIs, &params)
    }
}

/// Methods of the group `token`.
#[derive(Clone, Copy, Debug)]
pub struct TokenMethods<'a> {
    client: &'a Client,
}

impl TokenMethods<'_> {
    /// Make a token.
    ///
    /// Makes a token that may do less than the one it is made with: fewer scopes, some methods,
    /// some accounts, so much money in a period, so many calls a second, until some time. It is
    /// shown this once; the node keeps its hash. What narrows the token of the caller narrows the
    /// new one, too.
    ///
    /// # Errors
    ///
    /// Of its own: `scope_missing`, `account_not_found`, `too_many_tokens`, `not_ready`,
    /// `idempotency_conflict`.
    pub fn create(&self, params: TokenCreateParams) -> Result<TokenCreated> {
        self.client.call("token.create", Repeating::WithKey, &params)
    }

    /// Tokens.
    ///
    /// Those that were made, without their secrets, in the order they were made; those that are
    /// over as well, for a while.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn list(&self, params: TokenListParams) -> Result<TokenPage> {
        self.client.call("token.list", Repeating::AsItIs, &params)
    }

    /// End a token.
    ///
    /// At once: when the answer is there, nothing more is done for the token or for those made with
    /// it. Its open connections are told and closed. What it sent before stays sent.
    ///
    /// # Errors
    ///
    /// Of its own: `token_not_found`, `not_ready`, `idempotency_conflict`.
    pub fn revoke(&self, params: TokenRevokeParams) -> Result<Token> {
        self.client.call("token.revoke", Repeating::WithKey, &params)
    }

    /// Who did what.
    ///
    /// Calls that changed something, revealed a key, or were refused for lack of rights; not those
    /// that only read. Kept for a time and up to a number that the operator of the node sets.
    ///
    /// # Errors
    ///
    /// Of its own: `invalid_cursor`, `not_ready`.
    pub fn audit(&self, params: TokenAuditParams) -> Result<AuditPage> {
        self.client.call("token.audit", Repeating::AsItIs, &params)
    }
}

/// Methods of the group `dev`.
#[derive(Clone, Copy, Debug)]
pub struct DevMethods<'a> {
    client: &'a Client,
}

impl DevMethods<'_> {
    /// Free coins.
    ///
    /// Pays from the faucet of the development network.
    ///
    /// # Errors
    ///
    /// Of its own: `dev_only`, `invalid_address`, `wrong_network`, `insufficient_funds`,
    /// `not_ready`, `idempotency_conflict`.
    pub fn faucet(&self, params: DevFaucetParams) -> Result<FaucetPayment> {
        self.client.call("dev.faucet", Repeating::WithKey, &params)
    }

    /// Make blocks now.
    ///
    /// Returns when they are final.
    ///
    /// # Errors
    ///
    /// Of its own: `dev_only`, `not_ready`, `idempotency_conflict`.
    pub fn mine(&self, params: DevMineParams) -> Result<Mined> {
        self.client.call("dev.mine", Repeating::WithKey, &params)
    }

    /// Read or advance the clock.
    ///
    /// The development network has a clock of its own, which can be put forward, never back.
    ///
    /// # Errors
    ///
    /// Of its own: `dev_only`, `not_ready`, `idempotency_conflict`.
    pub fn time(&self, params: DevTimeParams) -> Result<DevTime> {
        self.client.call("dev.time", Repeating::WithKey, &params)
    }
}

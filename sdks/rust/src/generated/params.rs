// Generated from openrpc.json by `npm run generate`. Do not edit.

//! Parameters of the methods: `new` takes what is required, and a method of its own what is not.

use serde::{Deserialize, Serialize};

use super::types::*;
use crate::values::{Amount, Bytes, Timestamp};

/// Parameters of `node.peers`: Nodes it is connected to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NodePeersParams {
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl NodePeersParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            cursor: None,
            limit: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl Default for NodePeersParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `chain.block`: One block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainBlockParams {
    /// Its height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    height: Option<u64>,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<BlockId>,
}

/// Exactly one of them is given.
impl ChainBlockParams {
    /// Its height.
    pub fn by_height(height: u64) -> Self {
        Self {
            height: Some(height),
            id: None,
        }
    }

    /// Its id.
    pub fn by_id(id: impl Into<BlockId>) -> Self {
        Self {
            height: None,
            id: Some(id.into()),
        }
    }
}

/// Parameters of `chain.blocks`: Blocks in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainBlocksParams {
    /// First height of the first page; ignored with a cursor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl ChainBlocksParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            from: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// First height of the first page; ignored with a cursor.
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for ChainBlocksParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `chain.transaction`: One transaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainTransactionParams {
    /// Its id.
    pub transaction_id: TransactionId,
    /// Whether to give its bytes, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded: Option<bool>,
}

impl ChainTransactionParams {
    /// With what is required.
    pub fn new(transaction_id: impl Into<TransactionId>) -> Self {
        Self {
            transaction_id: transaction_id.into(),
            encoded: None,
        }
    }

    /// Whether to give its bytes, too.
    pub fn encoded(mut self, encoded: bool) -> Self {
        self.encoded = Some(encoded);
        self
    }
}

/// Parameters of `chain.output`: One output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainOutputParams {
    /// Its id.
    pub output_id: OutputId,
    /// Whether to give the encrypted payload, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<bool>,
}

impl ChainOutputParams {
    /// With what is required.
    pub fn new(output_id: impl Into<OutputId>) -> Self {
        Self {
            output_id: output_id.into(),
            payload: None,
        }
    }

    /// Whether to give the encrypted payload, too.
    pub fn payload(mut self, payload: bool) -> Self {
        self.payload = Some(payload);
        self
    }
}

/// Parameters of `chain.outputs`: Outputs in order of the chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainOutputsParams {
    /// First height of the first page; ignored with a cursor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Only those that are not spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unspent: Option<bool>,
    /// Whether to give the encrypted payloads, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<bool>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl ChainOutputsParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            from: None,
            unspent: None,
            payload: None,
            cursor: None,
            limit: None,
        }
    }

    /// First height of the first page; ignored with a cursor.
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Only those that are not spent.
    pub fn unspent(mut self, unspent: bool) -> Self {
        self.unspent = Some(unspent);
        self
    }

    /// Whether to give the encrypted payloads, too.
    pub fn payload(mut self, payload: bool) -> Self {
        self.payload = Some(payload);
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl Default for ChainOutputsParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `chain.submit`: Hand on a transaction made elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChainSubmitParams {
    /// Its bytes.
    pub transaction: Hex,
}

impl ChainSubmitParams {
    /// With what is required.
    pub fn new(transaction: impl Into<Hex>) -> Self {
        Self {
            transaction: transaction.into(),
        }
    }
}

/// Parameters of `account.create`: Make an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountCreateParams {
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<AccountName>,
    /// Encrypts the key file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountCreateParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            name: None,
            passphrase: None,
            idempotency_key: None,
        }
    }

    /// A name for people.
    pub fn name(mut self, name: impl Into<AccountName>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Encrypts the key file.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

impl Default for AccountCreateParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `account.recover`: Restore an account from its phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRecoverParams {
    /// The 24 words.
    pub recovery_phrase: RecoveryPhrase,
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<AccountName>,
    /// Encrypts the key file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
    /// Where to begin to read; genesis when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountRecoverParams {
    /// With what is required.
    pub fn new(recovery_phrase: impl Into<RecoveryPhrase>) -> Self {
        Self {
            recovery_phrase: recovery_phrase.into(),
            name: None,
            passphrase: None,
            from: None,
            idempotency_key: None,
        }
    }

    /// A name for people.
    pub fn name(mut self, name: impl Into<AccountName>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Encrypts the key file.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }

    /// Where to begin to read; genesis when absent.
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `account.list`: Accounts on this node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountListParams {
    /// True for those the node keeps for itself instead: on a development network that of the
    /// faucet, which also operates the validator. They can be used like any other, by their id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal: Option<bool>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl AccountListParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            internal: None,
            cursor: None,
            limit: None,
        }
    }

    /// True for those the node keeps for itself instead: on a development network that of the
    /// faucet, which also operates the validator. They can be used like any other, by their id.
    pub fn internal(mut self, internal: bool) -> Self {
        self.internal = Some(internal);
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl Default for AccountListParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `account.get`: One account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountGetParams {
    /// The account.
    pub account_id: AccountId,
}

impl AccountGetParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
        }
    }
}

/// Parameters of `account.unlock`: Unlock an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountUnlockParams {
    /// The account.
    pub account_id: AccountId,
    /// The passphrase.
    pub passphrase: Passphrase,
}

impl AccountUnlockParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, passphrase: impl Into<Passphrase>) -> Self {
        Self {
            account_id: account_id.into(),
            passphrase: passphrase.into(),
        }
    }
}

/// Parameters of `account.lock`: Lock an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountLockParams {
    /// The account.
    pub account_id: AccountId,
}

impl AccountLockParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
        }
    }
}

/// Parameters of `account.remove`: Remove an account from this node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRemoveParams {
    /// The account.
    pub account_id: AccountId,
    /// The passphrase, when one protects the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountRemoveParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            passphrase: None,
            idempotency_key: None,
        }
    }

    /// The passphrase, when one protects the account.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `account.changePassphrase`: Change, set or drop the passphrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountChangePassphraseParams {
    /// The account.
    pub account_id: AccountId,
    /// The passphrase so far, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
    /// The new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_passphrase: Option<Passphrase>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountChangePassphraseParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            passphrase: None,
            new_passphrase: None,
            idempotency_key: None,
        }
    }

    /// The passphrase so far, when there is one.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }

    /// The new one.
    pub fn new_passphrase(mut self, new_passphrase: impl Into<Passphrase>) -> Self {
        self.new_passphrase = Some(new_passphrase.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `account.recoveryPhrase`: Show the recovery phrase again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRecoveryPhraseParams {
    /// The account.
    pub account_id: AccountId,
    /// The passphrase, when one protects the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
}

impl AccountRecoveryPhraseParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            passphrase: None,
        }
    }

    /// The passphrase, when one protects the account.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }
}

/// Parameters of `account.address`: A new address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountAddressParams {
    /// The account.
    pub account_id: AccountId,
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountAddressParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            label: None,
            idempotency_key: None,
        }
    }

    /// A name for people.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `account.addresses`: Addresses of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountAddressesParams {
    /// The account.
    pub account_id: AccountId,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl AccountAddressesParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            cursor: None,
            limit: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// Parameters of `account.balance`: What an account owns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountBalanceParams {
    /// The account.
    pub account_id: AccountId,
}

impl AccountBalanceParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
        }
    }
}

/// Parameters of `account.history`: What happened to an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountHistoryParams {
    /// The account.
    pub account_id: AccountId,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl AccountHistoryParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// Parameters of `account.outputs`: Outputs of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountOutputsParams {
    /// The account.
    pub account_id: AccountId,
    /// Only those that stand like this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<CoinStatus>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl AccountOutputsParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            status: None,
            cursor: None,
            limit: None,
        }
    }

    /// Only those that stand like this.
    pub fn status(mut self, status: impl Into<CoinStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// Parameters of `account.viewKey`: The view key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountViewKeyParams {
    /// The account.
    pub account_id: AccountId,
    /// The passphrase, when one protects the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Passphrase>,
}

impl AccountViewKeyParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            passphrase: None,
        }
    }

    /// The passphrase, when one protects the account.
    pub fn passphrase(mut self, passphrase: impl Into<Passphrase>) -> Self {
        self.passphrase = Some(passphrase.into());
        self
    }
}

/// Parameters of `account.importViewKey`: Follow an account by its view key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountImportViewKeyParams {
    /// The view key.
    pub view_key: ViewKey,
    /// A name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<AccountName>,
    /// Where to begin to read; genesis when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountImportViewKeyParams {
    /// With what is required.
    pub fn new(view_key: impl Into<ViewKey>) -> Self {
        Self {
            view_key: view_key.into(),
            name: None,
            from: None,
            idempotency_key: None,
        }
    }

    /// A name for people.
    pub fn name(mut self, name: impl Into<AccountName>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Where to begin to read; genesis when absent.
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `account.rescan`: Read the chain again for an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountRescanParams {
    /// The account.
    pub account_id: AccountId,
    /// Where to begin; genesis when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl AccountRescanParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            from: None,
            idempotency_key: None,
        }
    }

    /// Where to begin; genesis when absent.
    pub fn from(mut self, from: u64) -> Self {
        self.from = Some(from);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `payment.send`: Pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentSendParams {
    /// The account.
    pub account_id: AccountId,
    /// The receiver.
    pub to: Address,
    /// How much; the fee comes on top.
    pub amount: Amount,
    /// A message that travels with the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Bytes>,
    /// Application tag of that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl PaymentSendParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, to: impl Into<Address>, amount: Amount) -> Self {
        Self {
            account_id: account_id.into(),
            to: to.into(),
            amount,
            data: None,
            app: None,
            idempotency_key: None,
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

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `payment.sendMany`: Pay several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentSendManyParams {
    /// The account.
    pub account_id: AccountId,
    /// The payments.
    pub payments: Vec<PaymentRequest>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl PaymentSendManyParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, payments: impl Into<Vec<PaymentRequest>>) -> Self {
        Self {
            account_id: account_id.into(),
            payments: payments.into(),
            idempotency_key: None,
        }
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `payment.sendPublic`: Pay and get a receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentSendPublicParams {
    /// The account.
    pub account_id: AccountId,
    /// The receiver.
    pub to: Address,
    /// How much; the fee comes on top.
    pub amount: Amount,
    /// A message that travels with the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Bytes>,
    /// Application tag of that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl PaymentSendPublicParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, to: impl Into<Address>, amount: Amount) -> Self {
        Self {
            account_id: account_id.into(),
            to: to.into(),
            amount,
            data: None,
            app: None,
            idempotency_key: None,
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

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `payment.estimate`: What a payment would take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentEstimateParams {
    /// The account.
    pub account_id: AccountId,
    /// The receiver, to have the address checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Address>,
    /// How much; 0 for a message.
    pub amount: Amount,
    /// The data that would travel with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Bytes>,
}

impl PaymentEstimateParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, amount: Amount) -> Self {
        Self {
            account_id: account_id.into(),
            to: None,
            amount,
            data: None,
        }
    }

    /// The receiver, to have the address checked.
    pub fn to(mut self, to: impl Into<Address>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// The data that would travel with it.
    pub fn data(mut self, data: impl Into<Bytes>) -> Self {
        self.data = Some(data.into());
        self
    }
}

/// Parameters of `payment.get`: One payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentGetParams {
    /// Its id.
    pub payment_id: PaymentId,
    /// The account whose record is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
}

impl PaymentGetParams {
    /// With what is required.
    pub fn new(payment_id: impl Into<PaymentId>) -> Self {
        Self {
            payment_id: payment_id.into(),
            account_id: None,
        }
    }

    /// The account whose record is wanted.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }
}

/// Parameters of `payment.list`: Payments of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentListParams {
    /// The account.
    pub account_id: AccountId,
    /// Only those sent, or only those received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Only those that stand like this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PaymentStatus>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl PaymentListParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            direction: None,
            status: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only those sent, or only those received.
    pub fn direction(mut self, direction: impl Into<Direction>) -> Self {
        self.direction = Some(direction.into());
        self
    }

    /// Only those that stand like this.
    pub fn status(mut self, status: impl Into<PaymentStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// Parameters of `payment.cancel`: Take back a payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentCancelParams {
    /// Its id.
    pub payment_id: PaymentId,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl PaymentCancelParams {
    /// With what is required.
    pub fn new(payment_id: impl Into<PaymentId>) -> Self {
        Self {
            payment_id: payment_id.into(),
            idempotency_key: None,
        }
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `payment.prove`: A receipt for a payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentProveParams {
    /// Its id.
    pub payment_id: PaymentId,
    /// The account that sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// What whoever asks for the receipt chose. The receipt is worth nothing under another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Challenge>,
}

impl PaymentProveParams {
    /// With what is required.
    pub fn new(payment_id: impl Into<PaymentId>) -> Self {
        Self {
            payment_id: payment_id.into(),
            account_id: None,
            challenge: None,
        }
    }

    /// The account that sent it.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// What whoever asks for the receipt chose. The receipt is worth nothing under another.
    pub fn challenge(mut self, challenge: impl Into<Challenge>) -> Self {
        self.challenge = Some(challenge.into());
        self
    }
}

/// Parameters of `payment.verifyProof`: Check a receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentVerifyProofParams {
    /// The receipt.
    pub proof: Proof,
    /// The challenge that the receipt was asked for with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Challenge>,
}

impl PaymentVerifyProofParams {
    /// With what is required.
    pub fn new(proof: impl Into<Proof>) -> Self {
        Self {
            proof: proof.into(),
            challenge: None,
        }
    }

    /// The challenge that the receipt was asked for with.
    pub fn challenge(mut self, challenge: impl Into<Challenge>) -> Self {
        self.challenge = Some(challenge.into());
        self
    }
}

/// Parameters of `payment.consolidate`: Merge small coins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PaymentConsolidateParams {
    /// The account.
    pub account_id: AccountId,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl PaymentConsolidateParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            idempotency_key: None,
        }
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `message.send`: Send data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageSendParams {
    /// The account.
    pub account_id: AccountId,
    /// The receiver.
    pub to: Address,
    /// The body.
    pub body: Bytes,
    /// Application tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl MessageSendParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, to: impl Into<Address>, body: impl Into<Bytes>) -> Self {
        Self {
            account_id: account_id.into(),
            to: to.into(),
            body: body.into(),
            app: None,
            idempotency_key: None,
        }
    }

    /// Application tag.
    pub fn app(mut self, app: impl Into<AppTag>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `message.get`: One message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageGetParams {
    /// Its id.
    pub message_id: MessageId,
    /// The account whose record is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
}

impl MessageGetParams {
    /// With what is required.
    pub fn new(message_id: impl Into<MessageId>) -> Self {
        Self {
            message_id: message_id.into(),
            account_id: None,
        }
    }

    /// The account whose record is wanted.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }
}

/// Parameters of `message.list`: Messages of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageListParams {
    /// The account.
    pub account_id: AccountId,
    /// Only those with this application tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<AppTag>,
    /// `in` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl MessageListParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            app: None,
            direction: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only those with this application tag.
    pub fn app(mut self, app: impl Into<AppTag>) -> Self {
        self.app = Some(app.into());
        self
    }

    /// `in` when absent.
    pub fn direction(mut self, direction: impl Into<Direction>) -> Self {
        self.direction = Some(direction.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// Parameters of `message.status`: Where a message stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageStatusParams {
    /// Its id.
    pub message_id: MessageId,
    /// The account whose record is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
}

impl MessageStatusParams {
    /// With what is required.
    pub fn new(message_id: impl Into<MessageId>) -> Self {
        Self {
            message_id: message_id.into(),
            account_id: None,
        }
    }

    /// The account whose record is wanted.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }
}

/// Parameters of `message.decode`: Read the payload of one output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageDecodeParams {
    /// The account.
    pub account_id: AccountId,
    /// The output.
    pub output_id: OutputId,
}

impl MessageDecodeParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, output_id: impl Into<OutputId>) -> Self {
        Self {
            account_id: account_id.into(),
            output_id: output_id.into(),
        }
    }
}

/// Parameters of `stake.deposit`: Stake.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeDepositParams {
    /// The account.
    pub account_id: AccountId,
    /// How much; the fee comes on top.
    pub amount: Amount,
    /// The validator. Absent: this node's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator_key: Option<ValidatorKey>,
    /// Share of what others' stake earns that the operator keeps, for a validator that is
    /// registered by this; 1000 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeDepositParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, amount: Amount) -> Self {
        Self {
            account_id: account_id.into(),
            amount,
            validator_key: None,
            commission: None,
            idempotency_key: None,
        }
    }

    /// The validator. Absent: this node's own.
    pub fn validator_key(mut self, validator_key: impl Into<ValidatorKey>) -> Self {
        self.validator_key = Some(validator_key.into());
        self
    }

    /// Share of what others' stake earns that the operator keeps, for a validator that is
    /// registered by this; 1000 when absent.
    pub fn commission(mut self, commission: u64) -> Self {
        self.commission = Some(commission);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.withdraw`: Take stake out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeWithdrawParams {
    /// The account.
    pub account_id: AccountId,
    /// The stake.
    pub stake_id: StakeId,
    /// How much of it. Absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeWithdrawParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, stake_id: impl Into<StakeId>) -> Self {
        Self {
            account_id: account_id.into(),
            stake_id: stake_id.into(),
            amount: None,
            idempotency_key: None,
        }
    }

    /// How much of it. Absent: all.
    pub fn amount(mut self, amount: Amount) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.configure`: Set a commission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeConfigureParams {
    /// The account.
    pub account_id: AccountId,
    /// The validator. Absent: this node's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator_key: Option<ValidatorKey>,
    /// The commission to come.
    pub commission: u64,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeConfigureParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, commission: u64) -> Self {
        Self {
            account_id: account_id.into(),
            validator_key: None,
            commission,
            idempotency_key: None,
        }
    }

    /// The validator. Absent: this node's own.
    pub fn validator_key(mut self, validator_key: impl Into<ValidatorKey>) -> Self {
        self.validator_key = Some(validator_key.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.rotate`: Change the validator key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeRotateParams {
    /// The account.
    pub account_id: AccountId,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeRotateParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            idempotency_key: None,
        }
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.resume`: End a suspension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeResumeParams {
    /// The account.
    pub account_id: AccountId,
    /// The validator. Absent: this node's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator_key: Option<ValidatorKey>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeResumeParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            validator_key: None,
            idempotency_key: None,
        }
    }

    /// The validator. Absent: this node's own.
    pub fn validator_key(mut self, validator_key: impl Into<ValidatorKey>) -> Self {
        self.validator_key = Some(validator_key.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.get`: One stake.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeGetParams {
    /// The account.
    pub account_id: AccountId,
    /// Its id.
    pub stake_id: StakeId,
}

impl StakeGetParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>, stake_id: impl Into<StakeId>) -> Self {
        Self {
            account_id: account_id.into(),
            stake_id: stake_id.into(),
        }
    }
}

/// Parameters of `stake.list`: Stakes of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeListParams {
    /// The account.
    pub account_id: AccountId,
    /// Only those that stand like this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<StakeStatus>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl StakeListParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            status: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only those that stand like this.
    pub fn status(mut self, status: impl Into<StakeStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// Parameters of `stake.validators`: Validators.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeValidatorsParams {
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl StakeValidatorsParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for StakeValidatorsParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `stake.validator`: One validator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeValidatorParams {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    validator_id: Option<ValidatorId>,
    /// A key of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    validator_key: Option<ValidatorKey>,
}

/// Exactly one of them is given.
impl StakeValidatorParams {
    /// Its id.
    pub fn by_validator_id(validator_id: impl Into<ValidatorId>) -> Self {
        Self {
            validator_id: Some(validator_id.into()),
            validator_key: None,
        }
    }

    /// A key of it.
    pub fn by_validator_key(validator_key: impl Into<ValidatorKey>) -> Self {
        Self {
            validator_id: None,
            validator_key: Some(validator_key.into()),
        }
    }
}

/// Parameters of `stake.rewards`: What epochs paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeRewardsParams {
    /// Only what it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validator_id: Option<ValidatorId>,
    /// Only what validators were paid that the account operates, or has or had stake with; with
    /// what of it is the account's as `earned`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl StakeRewardsParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            validator_id: None,
            account_id: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only what it was paid.
    pub fn validator_id(mut self, validator_id: impl Into<ValidatorId>) -> Self {
        self.validator_id = Some(validator_id.into());
        self
    }

    /// Only what validators were paid that the account operates, or has or had stake with; with
    /// what of it is the account's as `earned`.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for StakeRewardsParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `stake.awards`: Awards that are over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeAwardsParams {
    /// Only that of this period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<u64>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl StakeAwardsParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            period: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only that of this period.
    pub fn period(mut self, period: u64) -> Self {
        self.period = Some(period);
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for StakeAwardsParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `stake.proveAward`: Post the proof that ends an award's draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeProveAwardParams {
    /// The account: it pays the fee, and the bounty is for it.
    pub account_id: AccountId,
    /// The proof, from another machine. Absent: the one that this node has worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<DelayProof>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl StakeProveAwardParams {
    /// With what is required.
    pub fn new(account_id: impl Into<AccountId>) -> Self {
        Self {
            account_id: account_id.into(),
            proof: None,
            idempotency_key: None,
        }
    }

    /// The proof, from another machine. Absent: the one that this node has worked out.
    pub fn proof(mut self, proof: impl Into<DelayProof>) -> Self {
        self.proof = Some(proof.into());
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `stake.slashings`: Stake that was burnt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StakeSlashingsParams {
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first when absent. A cursor is good for the order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl StakeSlashingsParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first when absent. A cursor is good for the order it came from.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for StakeSlashingsParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `token.create`: Make a token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenCreateParams {
    /// For people.
    pub name: TokenName,
    /// What it is for. The caller's token must have all of them.
    pub scopes: Vec<Scope>,
    /// The only methods it may call, beside `node.version`. Absent: all that its scopes allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methods: Option<Vec<MethodPattern>>,
    /// The only accounts it may know of, which are on the node. Absent: all, also those made later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Vec<AccountId>>,
    /// What it may move out of accounts at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<TokenBudget>,
    /// Calls a second it may make, on average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u64>,
    /// When it ends, if it is not revoked before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl TokenCreateParams {
    /// With what is required.
    pub fn new(name: impl Into<TokenName>, scopes: impl Into<Vec<Scope>>) -> Self {
        Self {
            name: name.into(),
            scopes: scopes.into(),
            methods: None,
            accounts: None,
            budget: None,
            rate: None,
            expires_at: None,
            idempotency_key: None,
        }
    }

    /// The only methods it may call, beside `node.version`. Absent: all that its scopes allow.
    pub fn methods(mut self, methods: impl Into<Vec<MethodPattern>>) -> Self {
        self.methods = Some(methods.into());
        self
    }

    /// The only accounts it may know of, which are on the node. Absent: all, also those made later.
    pub fn accounts(mut self, accounts: impl Into<Vec<AccountId>>) -> Self {
        self.accounts = Some(accounts.into());
        self
    }

    /// What it may move out of accounts at most.
    pub fn budget(mut self, budget: impl Into<TokenBudget>) -> Self {
        self.budget = Some(budget.into());
        self
    }

    /// Calls a second it may make, on average.
    pub fn rate(mut self, rate: u64) -> Self {
        self.rate = Some(rate);
        self
    }

    /// When it ends, if it is not revoked before.
    pub fn expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `token.list`: Tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenListParams {
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl TokenListParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            cursor: None,
            limit: None,
        }
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl Default for TokenListParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `token.revoke`: End a token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenRevokeParams {
    /// The token.
    pub token_id: TokenId,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl TokenRevokeParams {
    /// With what is required.
    pub fn new(token_id: impl Into<TokenId>) -> Self {
        Self {
            token_id: token_id.into(),
            idempotency_key: None,
        }
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `token.audit`: Who did what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenAuditParams {
    /// Only those made with this token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_id: Option<TokenId>,
    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// Items at most; 100 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// `oldest` first (the default), or `newest` first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl TokenAuditParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            token_id: None,
            cursor: None,
            limit: None,
            order: None,
        }
    }

    /// Only those made with this token.
    pub fn token_id(mut self, token_id: impl Into<TokenId>) -> Self {
        self.token_id = Some(token_id.into());
        self
    }

    /// Goes on after the page that gave it as `next`. Absent: from the beginning.
    pub fn cursor(mut self, cursor: impl Into<Option<Cursor>>) -> Self {
        self.cursor = cursor.into();
        self
    }

    /// Items at most; 100 when absent.
    pub fn limit(mut self, limit: u64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// `oldest` first (the default), or `newest` first.
    pub fn order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

impl Default for TokenAuditParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `dev.faucet`: Free coins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DevFaucetParams {
    /// Who gets them.
    pub address: Address,
    /// 100 STG when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl DevFaucetParams {
    /// With what is required.
    pub fn new(address: impl Into<Address>) -> Self {
        Self {
            address: address.into(),
            amount: None,
            idempotency_key: None,
        }
    }

    /// 100 STG when absent.
    pub fn amount(mut self, amount: Amount) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

/// Parameters of `dev.mine`: Make blocks now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DevMineParams {
    /// How many; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocks: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl DevMineParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            blocks: None,
            idempotency_key: None,
        }
    }

    /// How many; 1 when absent.
    pub fn blocks(mut self, blocks: u64) -> Self {
        self.blocks = Some(blocks);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

impl Default for DevMineParams {
    fn default() -> Self {
        Self::new()
    }
}

/// Parameters of `dev.time`: Read or advance the clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DevTimeParams {
    /// Seconds to put it forward; 0 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advance: Option<u64>,
    /// Makes it safe to repeat the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
}

impl DevTimeParams {
    /// Without anything, which is enough.
    pub fn new() -> Self {
        Self {
            advance: None,
            idempotency_key: None,
        }
    }

    /// Seconds to put it forward; 0 when absent.
    pub fn advance(mut self, advance: u64) -> Self {
        self.advance = Some(advance);
        self
    }

    /// Makes it safe to repeat the call.
    pub fn idempotency_key(mut self, idempotency_key: impl Into<IdempotencyKey>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
}

impl Default for DevTimeParams {
    fn default() -> Self {
        Self::new()
    }
}

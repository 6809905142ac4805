// Generated from openrpc.json by `npm run generate`. Do not edit.

//! What follows from the contract.

mod errors;
mod events;
mod methods;
mod params;
mod types;

pub use errors::*;
pub use events::*;
pub use methods::*;
pub use params::*;
pub use types::*;

/// Version of the contract this crate was made from.
pub const CONTRACT_VERSION: &str = "0.1.0";

/// SHA-256 of the contract in canonical form; `node.version` tells that of the node.
pub const CONTRACT_HASH: &str = "791331f6724867304225e67df6924680477b7fe5c693f09ed00d7c0f9e15970c";

/// What repeating a method of the contract takes; none for one that is not in it.
pub(crate) fn repeating(method: &str) -> Option<crate::client::Repeating> {
    use crate::client::Repeating::{AsItIs, WithKey};
    match method {
        "rpc.discover"
        | "node.status"
        | "node.peers"
        | "node.version"
        | "chain.status"
        | "chain.block"
        | "chain.blocks"
        | "chain.transaction"
        | "chain.output"
        | "chain.outputs"
        | "chain.supply"
        | "chain.params"
        | "chain.fees"
        | "chain.submit"
        | "account.list"
        | "account.get"
        | "account.unlock"
        | "account.lock"
        | "account.recoveryPhrase"
        | "account.addresses"
        | "account.balance"
        | "account.history"
        | "account.outputs"
        | "account.viewKey"
        | "payment.estimate"
        | "payment.get"
        | "payment.list"
        | "payment.prove"
        | "payment.verifyProof"
        | "message.get"
        | "message.list"
        | "message.status"
        | "message.decode"
        | "stake.get"
        | "stake.list"
        | "stake.validators"
        | "stake.validator"
        | "stake.epoch"
        | "stake.params"
        | "stake.rewards"
        | "stake.award"
        | "stake.awards"
        | "stake.awardProof"
        | "stake.slashings"
        | "token.list"
        | "token.audit" => Some(AsItIs),
        "account.create"
        | "account.recover"
        | "account.remove"
        | "account.changePassphrase"
        | "account.address"
        | "account.importViewKey"
        | "account.rescan"
        | "payment.send"
        | "payment.sendMany"
        | "payment.sendPublic"
        | "payment.cancel"
        | "payment.consolidate"
        | "message.send"
        | "stake.deposit"
        | "stake.withdraw"
        | "stake.configure"
        | "stake.rotate"
        | "stake.resume"
        | "stake.proveAward"
        | "token.create"
        | "token.revoke"
        | "dev.faucet"
        | "dev.mine"
        | "dev.time" => Some(WithKey),
        _ => None,
    }
}

/// Methods that are on their way out, with what to say of them.
pub(crate) const DEPRECATED: &[(&str, &str)] = &[];

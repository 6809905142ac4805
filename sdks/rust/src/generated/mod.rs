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
pub const CONTRACT_HASH: &str = "5f892267c041899b0a5f317a0833ac3c5aaeffcb553415f9a16923a908cfcd1d";

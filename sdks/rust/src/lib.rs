//! Client of a Stegos node: every method of its contract as a typed function, and streams that resume by themselves.
//!
//! ```no_run
//! use stegos::{AccountCreateParams, Client, MessageSendParams, PaymentSendParams};
//!
//! # fn main() -> stegos::Result<()> {
//! let client = Client::new("http://127.0.0.1:3145", "the token")?;
//! let ann = client.account().create(AccountCreateParams::new().name("ann"))?;
//! let ben = client.account().create(AccountCreateParams::new().name("ben"))?;
//! let amount = "12.5".parse().expect("an amount");
//! client.payment().send(PaymentSendParams::new(ann.account_id.clone(), ben.address.clone(), amount))?;
//! client.message().send(MessageSendParams::new(ann.account_id, ben.address, "hello"))?;
//! # Ok(())
//! # }
//! ```
//!
//! Calls block; [`Client`] is cheap to clone and can be used by many threads at once.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[macro_use]
mod strings;
mod address;
mod base64;
mod client;
mod error;
mod follow;
#[rustfmt::skip]
mod generated;
mod http;
mod list_all;
mod net;
mod options;
mod retry;
mod sha1;
mod values;
mod wait;
mod wait_for_payment;
mod wait_for_stake;
mod websocket;

pub use client::Client;
pub use error::{Error, ErrorKind, Result};
pub use follow::{Events, EventsOptions, Item, Stopper};
pub use generated::*;
pub use list_all::{list_all, ListAll, Page};
pub use options::ClientOptions;
pub use retry::Retry;
pub use values::{Amount, Bytes, InvalidAmount, Timestamp};
pub use wait_for_payment::wait_for_payment;
pub use wait_for_stake::{wait_for_stake, StakeGoal, StakeWait};

// Generated from openrpc.json by `npm run generate`. Do not edit.

//! Methods by name.
#![allow(deprecated)]

use serde::{de::DeserializeOwned, Serialize};
use serde_json::Value;
use stegos::{Client, Result};

/// Carries out a method through its typed function; the answer goes through its type, too.
pub fn call(client: &Client, method: &str, params: Value) -> Result<Value> {
    Ok(match method {
        "rpc.discover" => answer(client.rpc().discover()?),
        "node.status" => answer(client.node().status()?),
        "node.peers" => answer(client.node().peers(given(params))?),
        "node.version" => answer(client.node().version()?),
        "chain.status" => answer(client.chain().status()?),
        "chain.block" => answer(client.chain().block(given(params))?),
        "chain.blocks" => answer(client.chain().blocks(given(params))?),
        "chain.transaction" => answer(client.chain().transaction(given(params))?),
        "chain.output" => answer(client.chain().output(given(params))?),
        "chain.outputs" => answer(client.chain().outputs(given(params))?),
        "chain.supply" => answer(client.chain().supply()?),
        "chain.params" => answer(client.chain().params()?),
        "chain.fees" => answer(client.chain().fees()?),
        "chain.submit" => answer(client.chain().submit(given(params))?),
        "account.create" => answer(client.account().create(given(params))?),
        "account.recover" => answer(client.account().recover(given(params))?),
        "account.list" => answer(client.account().list(given(params))?),
        "account.get" => answer(client.account().get(given(params))?),
        "account.unlock" => answer(client.account().unlock(given(params))?),
        "account.lock" => answer(client.account().lock(given(params))?),
        "account.remove" => answer(client.account().remove(given(params))?),
        "account.changePassphrase" => answer(client.account().change_passphrase(given(params))?),
        "account.recoveryPhrase" => answer(client.account().recovery_phrase(given(params))?),
        "account.address" => answer(client.account().address(given(params))?),
        "account.addresses" => answer(client.account().addresses(given(params))?),
        "account.balance" => answer(client.account().balance(given(params))?),
        "account.history" => answer(client.account().history(given(params))?),
        "account.outputs" => answer(client.account().outputs(given(params))?),
        "account.viewKey" => answer(client.account().view_key(given(params))?),
        "account.importViewKey" => answer(client.account().import_view_key(given(params))?),
        "account.rescan" => answer(client.account().rescan(given(params))?),
        "payment.send" => answer(client.payment().send(given(params))?),
        "payment.sendMany" => answer(client.payment().send_many(given(params))?),
        "payment.sendPublic" => answer(client.payment().send_public(given(params))?),
        "payment.estimate" => answer(client.payment().estimate(given(params))?),
        "payment.get" => answer(client.payment().get(given(params))?),
        "payment.list" => answer(client.payment().list(given(params))?),
        "payment.cancel" => answer(client.payment().cancel(given(params))?),
        "payment.prove" => answer(client.payment().prove(given(params))?),
        "payment.verifyProof" => answer(client.payment().verify_proof(given(params))?),
        "payment.consolidate" => answer(client.payment().consolidate(given(params))?),
        "message.send" => answer(client.message().send(given(params))?),
        "message.get" => answer(client.message().get(given(params))?),
        "message.list" => answer(client.message().list(given(params))?),
        "message.status" => answer(client.message().status(given(params))?),
        "message.decode" => answer(client.message().decode(given(params))?),
        "stake.deposit" => answer(client.stake().deposit(given(params))?),
        "stake.withdraw" => answer(client.stake().withdraw(given(params))?),
        "stake.configure" => answer(client.stake().configure(given(params))?),
        "stake.rotate" => answer(client.stake().rotate(given(params))?),
        "stake.resume" => answer(client.stake().resume(given(params))?),
        "stake.get" => answer(client.stake().get(given(params))?),
        "stake.list" => answer(client.stake().list(given(params))?),
        "stake.validators" => answer(client.stake().validators(given(params))?),
        "stake.validator" => answer(client.stake().validator(given(params))?),
        "stake.epoch" => answer(client.stake().epoch()?),
        "stake.params" => answer(client.stake().params()?),
        "stake.rewards" => answer(client.stake().rewards(given(params))?),
        "stake.award" => answer(client.stake().award()?),
        "stake.awards" => answer(client.stake().awards(given(params))?),
        "stake.awardProof" => answer(client.stake().award_proof()?),
        "stake.proveAward" => answer(client.stake().prove_award(given(params))?),
        "stake.slashings" => answer(client.stake().slashings(given(params))?),
        "token.create" => answer(client.token().create(given(params))?),
        "token.list" => answer(client.token().list(given(params))?),
        "token.revoke" => answer(client.token().revoke(given(params))?),
        "token.audit" => answer(client.token().audit(given(params))?),
        "dev.faucet" => answer(client.dev().faucet(given(params))?),
        "dev.mine" => answer(client.dev().mine(given(params))?),
        "dev.time" => answer(client.dev().time(given(params))?),
        _ => panic!("no method {method}"),
    })
}

fn given<T: DeserializeOwned>(params: Value) -> T {
    serde_json::from_value(params).expect("the parameters fit their type")
}

fn answer<T: Serialize>(result: T) -> Value {
    serde_json::to_value(result).expect("a result is JSON")
}

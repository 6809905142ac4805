//! The crate against a live node.

mod fixtures;
#[rustfmt::skip]
mod generated;
mod support;

use std::collections::HashSet;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use serde_json::{json, Value};
use stegos::*;
use support::{client, impatient, token, url, variable, Node, Proxy};

const WAIT: Duration = Duration::from_secs(60);

/// The examples of the contract, through the typed methods. Whether the answers fit the contract is looked at by who wrote
/// the calls down.
#[test]
fn every_method_carries_out_its_examples() {
    let calls: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(variable("STEGOS_EXAMPLES")).unwrap()).unwrap();
    let client = client();
    let answers: Vec<Value> = calls
        .iter()
        .map(|call| {
            let method = call["method"].as_str().unwrap();
            generated::call(&client, method, call["params"].clone())
                .unwrap_or_else(|error| panic!("{method}: {error:?}"))
        })
        .collect();
    std::fs::write(variable("STEGOS_ANSWERS"), json!(answers).to_string()).unwrap();
}

#[test]
fn the_quick_start_of_the_readme() {
    let readme = include_str!("../README.md");
    assert!(readme.contains(include_str!("../examples/quick_start.rs").trim()), "it is the example, word for word");
    let program = std::env::current_exe().unwrap().with_file_name("").join("../examples/quick_start");
    let home = std::env::temp_dir().join(format!("stegos-rust-home-{}", std::process::id()));
    std::fs::create_dir_all(home.join(".stegos/dev")).unwrap();
    std::fs::write(home.join(".stegos/dev/api.token"), token()).unwrap();
    let run = Command::new(program).env("STEGOS_URL", url()).env("HOME", &home).output().unwrap();
    std::fs::remove_dir_all(&home).unwrap();
    let out = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{out}{}", String::from_utf8_lossy(&run.stderr));
    assert!(out.contains("paid 12.5 STG in block ") && out.contains("received hello"), "{out}");
}

#[test]
fn errors_are_told_apart_by_kind() {
    let client = client();
    let ann = client.account().create(AccountCreateParams::new()).unwrap();
    let error =
        client.payment().send(PaymentSendParams::new(&ann.account_id, &ann.address, "5".parse().unwrap())).unwrap_err();
    match error.kind() {
        ErrorKind::Refused(Refusal::InsufficientFunds(data)) => {
            assert_eq!(data.available, Amount::from_units(0));
            assert!(data.needed > Amount::from_units(5_000_000));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!((error.symbol(), error.code(), error.is_retryable()), ("insufficient_funds", Some(1200), false));
    assert_eq!(error.method(), Some("payment.send"));
    assert_eq!(error.idempotency_key().map(str::len), Some(32), "the key the crate made");

    let stranger = Client::new(&url(), "wrong").unwrap();
    assert!(matches!(stranger.node().status().unwrap_err().kind(), ErrorKind::Refused(Refusal::Unauthorized(_))));
    let block = client.chain().block(ChainBlockParams::by_height(1_000_000)).unwrap_err();
    assert!(matches!(block.kind(), ErrorKind::Refused(Refusal::BlockNotFound(data)) if data.height == Some(1_000_000)));
    assert_eq!(client.call_by_name("chain.block", &json!({ "height": 0 })).unwrap()["height"], 0);
    let unknown = client.call_by_name("no.such", &json!({})).unwrap_err();
    assert!(matches!(unknown.kind(), ErrorKind::Refused(Refusal::UnknownMethod(data)) if data.method == "no.such"));
}

#[test]
fn secrets_are_not_printed() {
    let client = client();
    let created = client.account().create(AccountCreateParams::new().passphrase("open sesame")).unwrap();
    let shown = format!("{client:?} {created:?} {:?}", AccountCreateParams::new().passphrase("open sesame"));
    let first = created.recovery_phrase.as_str().split(' ').take(3).collect::<Vec<_>>().join(" ");
    for secret in [token().trim(), "open sesame", &first] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_node_that_is_not_there() {
    let nowhere = |attempts| {
        let retry = Retry { attempts, delay: Duration::from_millis(1), ..Retry::default() };
        Client::with_options(ClientOptions::new("http://127.0.0.1:1").retry(retry)).unwrap()
    };
    assert_eq!(nowhere(2).node().status().unwrap_err().kind(), &ErrorKind::ConnectionLost);
    let mut events = nowhere(2).events(EventsOptions::new([TopicPattern::ChainBlock]));
    assert_eq!(events.next().unwrap().unwrap_err().kind(), &ErrorKind::ConnectionLost);
    assert!(events.next().is_none(), "an error ends the stream");
    for options in ["http://", "127.0.0.1:3145", "http://me:secret@127.0.0.1"] {
        let error = Client::new(options, "").unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::InvalidOptions);
        assert!(!format!("{error:?}").contains("secret"));
    }
}

#[test]
fn a_lost_answer_neither_loses_nor_doubles_money() {
    let proxy = Proxy::start(&url());
    let client = impatient(&proxy.url, &token());
    let ann = client.account().create(AccountCreateParams::new()).unwrap();
    proxy.lose(3);
    let coins = client.dev().faucet(DevFaucetParams::new(&ann.address).amount("7".parse().unwrap())).unwrap();
    assert_eq!(proxy.still_to_lose(), 0, "answers were lost");
    wait_for_payment(&client, &coins.payment_id, ann.account_id.clone(), WAIT).unwrap();
    let balance = client.account().balance(AccountBalanceParams::new(&ann.account_id)).unwrap();
    assert_eq!(balance.total, "7".parse().unwrap());

    let keyed = || DevFaucetParams::new(&ann.address).idempotency_key("once");
    let first = client.dev().faucet(keyed()).unwrap();
    assert_eq!(client.dev().faucet(keyed()).unwrap().payment_id, first.payment_id);
    let conflict = client.dev().faucet(keyed().amount("8".parse().unwrap())).unwrap_err();
    assert_eq!((conflict.symbol(), conflict.idempotency_key()), ("idempotency_conflict", Some("once")));
}

#[test]
fn waiting_for_a_stake() {
    let client = client();
    let ann = client.account().create(AccountCreateParams::new()).unwrap();
    let coins = client.dev().faucet(DevFaucetParams::new(&ann.address).amount("100".parse().unwrap())).unwrap();
    wait_for_payment(&client, &coins.payment_id, ann.account_id.clone(), WAIT).unwrap();
    let sent = client.stake().deposit(StakeDepositParams::new(&ann.account_id, "20".parse().unwrap())).unwrap();
    let what = StakeWait::new(&ann.account_id, &sent.stake_id);
    assert_eq!(wait_for_stake(&client, &what, WAIT).unwrap().status, StakeStatus::Active);
    let deposit = what.clone().operation(&sent.transaction_id);
    assert_eq!(wait_for_stake(&client, &deposit, WAIT).unwrap().stake_id, sent.stake_id);
    let never = wait_for_stake(&client, &what.until(StakeGoal::Withdrawn), Duration::from_millis(200)).unwrap_err();
    assert_eq!(never.symbol(), "timeout");
}

#[test]
fn what_changes_something_happens_once_by_name_too() {
    let proxy = Proxy::start(&url());
    let client = impatient(&proxy.url, &token());
    client.node().status().unwrap();
    proxy.lose(2);
    let made = client.call_by_name("account.create", &json!({ "name": "rust by name" })).unwrap();
    assert_eq!(proxy.still_to_lose(), 0, "answers were lost");
    let named: Vec<_> = list_all(|cursor| client.account().list(AccountListParams::new().cursor(cursor)))
        .map(|account| account.unwrap())
        .filter(|account| account.name == "rust by name")
        .collect();
    assert_eq!(named.len(), 1);
    assert_eq!(made["accountId"], named[0].account_id.as_str());
    proxy.lose(1);
    assert_eq!(client.call_by_name("no.such", &json!({})).unwrap_err().symbol(), "connection_lost");
}

#[test]
fn lists_page_by_page() {
    let client = client();
    let ann = client.account().create(AccountCreateParams::new()).unwrap();
    let labels: Vec<String> = (0..5).map(|number| format!("label {number}")).collect();
    for label in &labels {
        client.account().address(AccountAddressParams::new(&ann.account_id).label(label)).unwrap();
    }
    let page =
        |cursor| client.account().addresses(AccountAddressesParams::new(&ann.account_id).cursor(cursor).limit(2));
    let listed: Vec<String> = list_all(page).map(|address| address.unwrap().label).collect();
    assert!(listed.ends_with(&labels), "{listed:?}");
}

#[test]
fn another_contract_is_told_of_once() {
    let told = Arc::new(AtomicUsize::new(0));
    let own = Arc::clone(&told);
    let options = ClientOptions::new(url()).token(token()).on_warning(move |_| {
        own.fetch_add(1, Ordering::SeqCst);
    });
    let client = Client::with_options(options).unwrap();
    let status = client.node().status().unwrap();
    client.node().status().unwrap();
    let differs = usize::from(status.contract.hash != CONTRACT_HASH);
    assert_eq!(told.load(Ordering::SeqCst), differs);
    assert_eq!(differs, 0, "the node of this project serves the contract the crate was made from");
}

#[test]
fn a_stream_ends_where_it_is_told_to() {
    let client = client();
    let mut events = client.events(EventsOptions::new([TopicPattern::AwardPaid]));
    assert_eq!(events.next().unwrap().unwrap().event, Event::CaughtUp);
    assert_eq!(events.next_within(Duration::from_millis(50)).unwrap(), None);
    let stopper = events.stopper();
    let reader = thread::spawn(move || events.next().is_none());
    stopper.stop();
    assert!(reader.join().unwrap());

    let stale = client.events(EventsOptions::new([TopicPattern::ChainBlock]).from("junk")).next();
    assert_eq!(stale.unwrap().unwrap_err().symbol(), "invalid_cursor");
    let stranger = Client::new(&url(), "wrong").unwrap();
    let refused = stranger.events(EventsOptions::new([TopicPattern::ChainBlock])).next();
    assert_eq!(refused.unwrap().unwrap_err().symbol(), "unauthorized");
}

#[cfg(feature = "tls")]
#[test]
fn calls_and_streams_over_tls() {
    let proxy = support::TlsProxy::start(&url());
    let once = Retry { attempts: 1, ..Retry::default() };
    let options = |host: &str| {
        ClientOptions::new(format!("https://{host}:{}", proxy.port)).token(token()).retry(once).check_contract(false)
    };
    let certificate = std::fs::read(variable("STEGOS_TLS_CERT")).unwrap();
    let client = Client::with_options(options("localhost").trust(certificate.clone())).unwrap();
    client.node().status().unwrap();
    let mut events = client.events(EventsOptions::new([TopicPattern::ChainBlock]).from("genesis"));
    assert!(matches!(events.next().unwrap().unwrap().event, Event::ChainBlock(_)));

    // Nobody vouches for it; and it does not name that host.
    for options in [options("localhost"), options("127.0.0.1").trust(certificate)] {
        let stranger = Client::with_options(options).unwrap();
        assert_eq!(stranger.node().status().unwrap_err().kind(), &ErrorKind::ConnectionLost);
        let refused = stranger.events(EventsOptions::new([TopicPattern::ChainBlock])).next();
        assert_eq!(refused.unwrap().unwrap_err().kind(), &ErrorKind::ConnectionLost);
    }
}

#[test]
fn a_certificate_that_is_none_is_refused() {
    let options = ClientOptions::new("https://localhost:1").trust("no certificate");
    assert_eq!(Client::with_options(options).unwrap_err().kind(), &ErrorKind::InvalidOptions);
}

/// Some hundred events, connections that break within frames, and a node that is killed on the way.
#[test]
fn a_stream_loses_and_doubles_nothing() {
    const BLOCKS: u64 = 400;
    let mut node = Node::start("stream");
    let proxy = Proxy::start(&node.url);
    let direct = impatient(&node.url, &node.token);
    direct.dev().mine(DevMineParams::new().blocks(BLOCKS / 2)).unwrap();

    let lost = Arc::new(AtomicUsize::new(0));
    let own = Arc::clone(&lost);
    let options = EventsOptions::new([TopicPattern::ChainBlock]).from("genesis").on_disconnect(move || {
        own.fetch_add(1, Ordering::SeqCst);
    });
    let client = impatient(&proxy.url, &node.token);
    proxy.cut_after(7_777);
    let (mut heights, mut cursors, mut marks) = (Vec::new(), HashSet::new(), 0);
    for item in client.events(options) {
        let Item { cursor, event, .. } = item.unwrap();
        match event {
            Event::CaughtUp => marks += 1,
            Event::ChainBlock(block) => {
                assert!(cursors.insert(cursor), "a cursor of its own");
                heights.push(block.height);
            }
            other => panic!("{other:?}"),
        }
        if heights.len() == 100 {
            node.restart();
            let direct = direct.clone();
            thread::spawn(move || direct.dev().mine(DevMineParams::new().blocks(BLOCKS / 2)).unwrap());
        }
        if heights.last() >= Some(&BLOCKS) && marks == 1 {
            break;
        }
    }
    let first = heights[0];
    let expected: Vec<u64> = (first..first + heights.len() as u64).collect();
    assert_eq!(heights, expected);
    assert!(first <= 1, "from the beginning");
    assert!(proxy.cuts() >= 5 && lost.load(Ordering::SeqCst) >= 5, "it was cut {} times", proxy.cuts());
}

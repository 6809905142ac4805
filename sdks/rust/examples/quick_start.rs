use std::time::Duration;
use stegos::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::var("STEGOS_URL").unwrap_or_else(|_| "http://127.0.0.1:3145".to_owned());
    let token = std::fs::read_to_string(std::env::var("HOME")? + "/.stegos/dev/api.token")?;
    let client = Client::new(&url, &token)?;

    let ann = client.account().create(AccountCreateParams::new().name("ann"))?;
    let ben = client.account().create(AccountCreateParams::new().name("ben"))?;
    let coins = client.dev().faucet(DevFaucetParams::new(&ann.address).amount("100".parse()?))?;
    wait_for_payment(&client, &coins.payment_id, ann.account_id.clone(), Duration::from_secs(60))?;

    let payment = PaymentSendParams::new(&ann.account_id, &ben.address, "12.5".parse()?);
    let sent = client.payment().send(payment)?;
    let paid = wait_for_payment(&client, &sent.payment_id, ann.account_id.clone(), Duration::from_secs(60))?;
    println!("paid {} STG in block {}", paid.amount, paid.height.unwrap_or_default());

    client.message().send(MessageSendParams::new(&ann.account_id, &ben.address, "hello"))?;
    let topics = [TopicPattern::MessageReceived];
    for item in client.events(EventsOptions::new(topics).account_id(&ben.account_id).from("genesis")) {
        if let Event::MessageReceived(message) = item?.event {
            println!("received {}", message.body.unwrap_or_default().as_text().unwrap_or("(bytes)"));
            break;
        }
    }
    Ok(())
}

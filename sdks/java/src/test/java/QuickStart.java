import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.stegos.*;
import org.stegos.api.*;

public class QuickStart {
  public static void main(String[] args) throws Exception {
    var url = System.getenv().getOrDefault("STEGOS_URL", "http://127.0.0.1:3145");
    var token = Files.readString(Path.of(System.getenv("HOME"), ".stegos/dev/api.token"));
    var client = new StegosClient(url, token);

    var ann = client.account().create(AccountCreateParams.of().name("ann"));
    var ben = client.account().create(AccountCreateParams.of().name("ben"));
    var coins = client.dev().faucet(DevFaucetParams.of(ann.address()).amount(Amount.ofCoins("100")));
    client.waitForPayment(coins.paymentId(), ann.accountId(), Duration.ofMinutes(1));

    var amount = Amount.ofCoins("12.5");
    var sent = client.payment().send(PaymentSendParams.of(ann.accountId(), ben.address(), amount));
    var paid = client.waitForPayment(sent.paymentId(), ann.accountId(), Duration.ofMinutes(1));
    System.out.println("paid " + paid.amount() + " STG in block " + paid.height().orElseThrow());

    client.message().send(MessageSendParams.of(ann.accountId(), ben.address(), Bytes.of("hello")));
    var received = EventsOptions.of(TopicPattern.MESSAGE_RECEIVED).account(ben.accountId());
    try (var events = client.events(received.from(EventsOptions.GENESIS))) {
      for (var item : events) {
        if (item.event() instanceof Event.MessageReceived message) {
          System.out.println("received " + message.data().body().orElseThrow().text());
          break;
        }
      }
    }
  }
}

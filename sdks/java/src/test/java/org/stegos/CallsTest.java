package org.stegos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.stegos.api.Account;
import org.stegos.api.AccountAddress;
import org.stegos.api.AccountAddressParams;
import org.stegos.api.AccountAddressesParams;
import org.stegos.api.AccountBalanceParams;
import org.stegos.api.AccountCreateParams;
import org.stegos.api.AccountCreated;
import org.stegos.api.AccountId;
import org.stegos.api.AccountListParams;
import org.stegos.api.ByName;
import org.stegos.api.ChainBlockParams;
import org.stegos.api.DevFaucetParams;
import org.stegos.api.FaucetPayment;
import org.stegos.api.Passphrase;
import org.stegos.api.PaymentSendParams;
import org.stegos.api.RefusedException;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** Calls to a live node. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallsTest {
  private final StegosClient client = Support.client();

  /** First, while what waits in the examples still waits. Whether the answers fit the contract is looked at by who wrote the calls down. */
  @Test
  @Order(1)
  void everyMethodCarriesOutItsExamples() throws IOException {
    List<Object> answers = new ArrayList<>();
    for (JsonObject call : examples()) {
      String method = call.required("method", Json::string);
      answers.add(ByName.call(client, method, call.value("params")));
    }
    Files.writeString(Path.of(Support.variable("STEGOS_ANSWERS")), Json.stringify(answers));
  }

  private static List<JsonObject> examples() throws IOException {
    String text = Files.readString(Path.of(Support.variable("STEGOS_EXAMPLES")));
    return Json.list(JsonObject::of).apply(Json.parse(text));
  }

  @Test
  void theQuickStartOfTheReadme() throws Exception {
    Path project = Path.of(Support.variable("STEGOS_PROJECT"), "sdks", "java");
    String program = Files.readString(project.resolve("src/test/java/QuickStart.java"));
    assertTrue(Files.readString(project.resolve("README.md")).contains(program.strip()), "word for word");
    Path home = Files.createTempDirectory("stegos-java-home-");
    Path token = Files.createDirectories(home.resolve(".stegos/dev")).resolve("api.token");
    Files.writeString(token, Support.variable("STEGOS_TOKEN"));
    String java = ProcessHandle.current().info().command().orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "QuickStart");
    builder.environment().put("HOME", home.toString());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), out);
    assertTrue(out.contains("paid 12.5 STG in block ") && out.contains("received hello"), out);
    for (Path file : List.of(token, token.getParent(), token.getParent().getParent(), home)) {
      Files.delete(file);
    }
  }

  @Test
  void errorsAreToldApartByClass() {
    AccountCreated ann = client.account().create(AccountCreateParams.of());
    PaymentSendParams payment = PaymentSendParams.of(ann.accountId(), ann.address(), Amount.ofCoins("5"));
    var error = assertThrows(RefusedException.InsufficientFunds.class, () -> client.payment().send(payment));
    assertEquals(Amount.ofUnits(0), error.data().available());
    assertTrue(error.data().needed().compareTo(Amount.ofCoins("5")) > 0);
    assertEquals(List.of("insufficient_funds", 1200), List.of(error.symbol(), error.code()));
    assertEquals(Optional.of("payment.send"), error.method());
    assertEquals(32, error.idempotencyKey().orElseThrow().length(), "the key the library made");
    assertFalse(error.isRetryable());

    StegosClient stranger = new StegosClient(Support.variable("STEGOS_URL"), "wrong");
    assertThrows(RefusedException.Unauthorized.class, () -> stranger.node().status());
    ChainBlockParams far = ChainBlockParams.byHeight(1_000_000);
    var notFound = assertThrows(RefusedException.BlockNotFound.class, () -> client.chain().block(far));
    assertEquals(Optional.of(1_000_000L), notFound.data().height());
    var unknown = assertThrows(RefusedException.UnknownMethod.class, () -> client.call("no.such", Map.of()));
    assertEquals("no.such", unknown.data().method());
  }

  @Test
  void secretsAreNotPrinted() {
    AccountCreateParams params = AccountCreateParams.of().passphrase(new Passphrase("open sesame"));
    AccountCreated created = client.account().create(params);
    String shown = client + " " + client.options + " " + created + " " + params;
    String phrase = created.recoveryPhrase().value();
    for (String secret : List.of(Support.variable("STEGOS_TOKEN"), "open sesame", phrase.substring(0, 20))) {
      assertFalse(shown.contains(secret), shown);
    }
  }

  @Test
  void aNodeThatIsNotThere() {
    Retry twice = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(1));
    StegosClient nowhere = new StegosClient(ClientOptions.of("http://127.0.0.1:1").retry(twice));
    assertThrows(ConnectionLostException.class, () -> nowhere.node().status());
    for (String url : List.of("", "127.0.0.1:3145", "ftp://x", "http://me:secret@127.0.0.1", "http://x?token=secret")) {
      var error = assertThrows(IllegalArgumentException.class, () -> ClientOptions.of(url));
      assertFalse(String.valueOf(error).contains("secret"));
    }
    assertThrows(IllegalArgumentException.class, () -> new StegosClient("http://127.0.0.1:1", "a\r\nb"));
  }

  @Test
  void aLostAnswerNeitherLosesNorDoublesMoney() throws IOException {
    try (Proxy proxy = new Proxy(Support.variable("STEGOS_URL"))) {
      StegosClient impatient = Support.impatient(proxy.url(), Support.variable("STEGOS_TOKEN"));
      AccountCreated ann = impatient.account().create(AccountCreateParams.of());
      DevFaucetParams seven = DevFaucetParams.of(ann.address()).amount(Amount.ofCoins("7"));
      proxy.lose(3);
      FaucetPayment coins = impatient.dev().faucet(seven);
      assertEquals(0, proxy.stillToLose(), "answers were lost");
      impatient.waitForPayment(coins.paymentId(), ann.accountId(), Support.WAIT);
      var balance = impatient.account().balance(AccountBalanceParams.of(ann.accountId()));
      assertEquals(Amount.ofCoins("7"), balance.total());

      FaucetPayment first = impatient.dev().faucet(seven.idempotencyKey("java once"));
      assertEquals(first.paymentId(), impatient.dev().faucet(seven.idempotencyKey("java once")).paymentId());
      DevFaucetParams other = seven.amount(Amount.ofCoins("8")).idempotencyKey("java once");
      var conflict =
          assertThrows(RefusedException.IdempotencyConflict.class, () -> impatient.dev().faucet(other));
      assertEquals(Optional.of("java once"), conflict.idempotencyKey());
    }
  }

  @Test
  void listsPageByPage() {
    AccountCreated ann = client.account().create(AccountCreateParams.of());
    List<String> labels = List.of("a", "b", "c", "d", "e");
    for (String label : labels) {
      client.account().address(AccountAddressParams.of(ann.accountId()).label(label));
    }
    AccountAddressesParams two = AccountAddressesParams.of(ann.accountId()).limit(2);
    List<String> listed = new ArrayList<>();
    for (AccountAddress address : Page.all(cursor -> client.account().addresses(two.cursor(cursor)))) {
      listed.add(address.label());
    }
    assertEquals(labels, listed.subList(listed.size() - labels.size(), listed.size()));
  }

  @Test
  void theContractIsComparedOnce() {
    List<String> told = new ArrayList<>();
    ClientOptions options = ClientOptions.of(Support.variable("STEGOS_URL")).token(Support.variable("STEGOS_TOKEN"));
    StegosClient own = new StegosClient(options.onWarning(told::add));
    own.node().status();
    own.node().status();
    assertEquals(List.of(), told, "the node of this project serves the contract the library was made from");
  }

  @Test
  void aMethodOnItsWayOutIsToldOfOnce() {
    List<String> told = new ArrayList<>();
    Deprecations deprecations = new Deprecations(Map.of("chain.status", "use chain.block"), told::add);
    for (String method : List.of("chain.fees", "chain.status", "chain.status")) {
      deprecations.tell(method);
    }
    assertEquals(List.of("chain.status: use chain.block"), told);
  }

  @Test
  void whatChangesSomethingHappensOnceByNameToo() throws IOException {
    Object block = client.call("chain.block", Map.of("height", 0L));
    assertEquals(0L, JsonObject.of(block).value("height"));
    try (Proxy proxy = new Proxy(Support.variable("STEGOS_URL"))) {
      StegosClient impatient = Support.impatient(proxy.url(), Support.variable("STEGOS_TOKEN"));
      impatient.node().status();
      proxy.lose(2);
      Object made = impatient.call("account.create", Map.of("name", "java by name"));
      assertEquals(0, proxy.stillToLose(), "answers were lost");
      List<AccountId> named = new ArrayList<>();
      for (Account each : Page.all(cursor -> client.account().list(AccountListParams.of().cursor(cursor)))) {
        if (each.name().equals("java by name")) {
          named.add(each.accountId());
        }
      }
      assertEquals(List.of(AccountId.read(JsonObject.of(made).value("accountId"))), named);
      proxy.lose(1);
      assertThrows(ConnectionLostException.class, () -> impatient.call("no.such", Map.of()));
    }
  }
}

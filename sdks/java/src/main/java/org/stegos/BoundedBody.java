package org.stegos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer as text, unless it is too long to be one of a node. */
final class BoundedBody implements BodySubscriber<String> {
  /** Bytes an answer may have. */
  private static final int MOST = 256 * 1_024 * 1_024;

  private final BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
  private Flow.Subscription subscription;
  private long bytes;

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes > MOST) {
      subscription.cancel();
      text.onError(new IOException("the answer is too long"));
    } else {
      text.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable error) {
    text.onError(error);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}

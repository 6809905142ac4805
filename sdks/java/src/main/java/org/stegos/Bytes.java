package org.stegos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.stegos.internal.Json;

/** Bytes that do not change, such as the body of a message. */
public final class Bytes {
  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** The UTF-8 of a text. */
  public static Bytes of(String text) {
    return new Bytes(text.getBytes(UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** The text behind the bytes. What is not UTF-8 becomes U+FFFD. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  /** How many. */
  public int size() {
    return bytes.length;
  }

  /** Reads some from JSON: base64. */
  public static Bytes read(Object json) {
    return new Bytes(Base64.getDecoder().decode(Json.string(json)));
  }

  /** Writes them as JSON. */
  public Object write() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes those && Arrays.equals(bytes, those.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** How many there are; not the bytes, which may be somebody's message. */
  @Override
  public String toString() {
    return "Bytes(" + bytes.length + ")";
  }
}

package org.stegos.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON as Java has it: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double}, {@code Boolean} and
 * {@code null}. What reads a value throws {@link IllegalArgumentException} when it is of another kind.
 */
public final class Json {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Json() {}

  /** Reads a text. */
  public static Object parse(String text) {
    return new JsonParser(text).document();
  }

  /** Writes a value. */
  public static String stringify(Object value) {
    StringBuilder out = new StringBuilder();
    JsonWriter.write(value, out);
    return out.toString();
  }

  public static String string(Object json) {
    return as(String.class, json);
  }

  public static Long integer(Object json) {
    return as(Long.class, json);
  }

  public static Double number(Object json) {
    return as(Number.class, json).doubleValue();
  }

  public static Boolean bool(Object json) {
    return as(Boolean.class, json);
  }

  @SuppressWarnings("unchecked") // the names of an object are strings
  public static Map<String, Object> object(Object json) {
    return as(Map.class, json);
  }

  /** Reads a time of RFC 3339. */
  public static Instant instant(Object json) {
    try {
      return Instant.parse(string(json));
    } catch (DateTimeException cause) {
      throw new IllegalArgumentException("not a time", cause);
    }
  }

  /** What reads a list of what {@code item} reads. */
  public static <T> Function<Object, List<T>> list(Function<Object, T> item) {
    return json -> {
      List<T> items = new ArrayList<>();
      for (Object each : as(List.class, json)) {
        items.add(item.apply(each));
      }
      return List.copyOf(items);
    };
  }

  /** What writes a list of what {@code item} writes. */
  public static <T> Function<List<T>, Object> array(Function<T, Object> item) {
    return items -> {
      List<Object> json = new ArrayList<>();
      items.forEach(each -> json.add(item.apply(each)));
      return json;
    };
  }

  /** What is the same in JSON. */
  public static Object same(Object value) {
    return value;
  }

  /** A time as JSON has it: to the millisecond. */
  public static Object text(Instant time) {
    return TIME.format(time);
  }

  private static <T> T as(Class<T> type, Object json) {
    if (!type.isInstance(json)) {
      throw new IllegalArgumentException("JSON of another kind than " + type.getSimpleName());
    }
    return type.cast(json);
  }
}

package org.stegos.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An object of JSON, to read from or to be made. */
public final class JsonObject {
  private final Map<String, Object> fields;

  /** An empty one. */
  public JsonObject() {
    this(new LinkedHashMap<>());
  }

  private JsonObject(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * The object that {@code json} is.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JsonObject of(Object json) {
    return new JsonObject(Json.object(json));
  }

  /** Whatever has that name, or null. */
  public Object value(String name) {
    return fields.get(name);
  }

  /**
   * What has that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public <T> T required(String name, Function<Object, T> read) {
    return optional(name, read).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  /** What has that name, if there is something. */
  public <T> Optional<T> optional(String name, Function<Object, T> read) {
    return Optional.ofNullable(fields.get(name)).map(read);
  }

  public <T> JsonObject put(String name, T value, Function<T, Object> write) {
    fields.put(name, write.apply(value));
    return this;
  }

  public <T> JsonObject putOptional(String name, Optional<T> value, Function<T, Object> write) {
    value.ifPresent(there -> put(name, there, write));
    return this;
  }

  /** As a map. */
  public Map<String, Object> fields() {
    return fields;
  }
}

package org.stegos;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells a developer of methods that are on their way out: each once, at its first call. */
final class Deprecations {
  private final Map<String, String> deprecated;
  private final Consumer<String> onWarning;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param deprecated what to say, by method
   */
  Deprecations(Map<String, String> deprecated, Consumer<String> onWarning) {
    this.deprecated = deprecated;
    this.onWarning = onWarning;
  }

  /** To be called with the name of every method that is called. */
  void tell(String method) {
    String about = deprecated.get(method);
    if (about != null && told.add(method)) {
      onWarning.accept(method + ": " + about);
    }
  }
}

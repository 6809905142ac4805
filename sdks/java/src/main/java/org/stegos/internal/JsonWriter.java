package org.stegos.internal;

import java.util.List;
import java.util.Map;

/** Writes JSON (RFC 8259). */
final class JsonWriter {
  private JsonWriter() {}

  static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> fields) {
      char before = '{';
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        out.append(before);
        quote((String) field.getKey(), out);
        out.append(':');
        write(field.getValue(), out);
        before = ',';
      }
      out.append(before == '{' ? "{}" : "}");
    } else if (value instanceof List<?> items) {
      char before = '[';
      for (Object item : items) {
        out.append(before);
        write(item, out);
        before = ',';
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
      out.append(value);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.append(number);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < ' ') {
        out.append(String.format("\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }
}

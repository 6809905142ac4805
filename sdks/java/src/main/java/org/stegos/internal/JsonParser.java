package org.stegos.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259). */
final class JsonParser {
  /** What is nested deeper is not from a node. */
  private static final int DEPTH = 200;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Object document() {
    Object value = value();
    if (peek() != '\0' || at < text.length()) {
      throw fault();
    }
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    enter();
    if (peek() == '}') {
      leave();
      return fields;
    }
    while (true) {
      if (peek() != '"') {
        throw fault();
      }
      String name = string();
      expect(':');
      fields.put(name, value());
      if (peek() == '}') {
        leave();
        return fields;
      }
      expect(',');
    }
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    enter();
    if (peek() == ']') {
      leave();
      return items;
    }
    while (true) {
      items.add(value());
      if (peek() == ']') {
        leave();
        return items;
      }
      expect(',');
    }
  }

  private void enter() {
    at += 1;
    depth += 1;
    if (depth > DEPTH) {
      throw fault();
    }
  }

  private void leave() {
    at += 1;
    depth -= 1;
  }

  private String string() {
    at += 1;
    StringBuilder out = new StringBuilder();
    while (true) {
      char character = take();
      if (character == '"') {
        return out.toString();
      }
      if (character < ' ') {
        throw fault();
      }
      out.append(character == '\\' ? escape() : character);
    }
  }

  private char escape() {
    char character = take();
    return switch (character) {
      case '"', '\\', '/' -> character;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw fault();
    };
  }

  private char unicode() {
    int code = 0;
    for (int digits = 0; digits < 4; digits++) {
      char character = take();
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        throw fault();
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw fault();
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at += 1;
    }
    int first = at;
    int digits = digits();
    if (digits == 0 || (digits > 1 && text.charAt(first) == '0')) {
      throw fault();
    }
    boolean whole = true;
    if (at < text.length() && text.charAt(at) == '.') {
      at += 1;
      whole = false;
      if (digits() == 0) {
        throw fault();
      }
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      at += 1;
      whole = false;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at += 1;
      }
      if (digits() == 0) {
        throw fault();
      }
    }
    String number = text.substring(start, at);
    // The contract has no integers beyond 2^53.
    return whole && number.length() <= 18 ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
  }

  private int digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at += 1;
    }
    return at - start;
  }

  private void expect(char character) {
    if (peek() != character) {
      throw fault();
    }
    at += 1;
  }

  /** The next character that is no white space; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at += 1;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char take() {
    if (at >= text.length()) {
      throw fault();
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException fault() {
    return new IllegalArgumentException("not JSON at character " + at);
  }
}

package org.stegos;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.stegos.internal.Json;

/**
 * An amount of money, exact: 1 STG = 1 000 000 base units.
 *
 * @param units base units, from 0 to 2^64 - 1
 */
public record Amount(BigInteger units) implements Comparable<Amount> {
  private static final int PLACES = 6;

  /**
   * @throws IllegalArgumentException when it is below zero or exceeds 64 bits
   */
  public Amount {
    if (units.signum() < 0 || units.bitLength() > 64) {
      throw new IllegalArgumentException("not an amount in base units from 0 to 2^64 - 1");
    }
  }

  /** So many base units. */
  public static Amount ofUnits(long units) {
    return new Amount(BigInteger.valueOf(units));
  }

  /**
   * So many coins: {@code ofCoins("1.5")} is a coin and a half.
   *
   * @param coins digits with at most six decimal places
   * @throws IllegalArgumentException when it is no such number, or exceeds 64 bits
   */
  public static Amount ofCoins(String coins) {
    if (!coins.matches("[0-9]{1,20}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException("not an amount in coins with up to six decimal places");
    }
    return new Amount(new BigDecimal(coins).movePointRight(PLACES).toBigIntegerExact());
  }

  /** In coins. */
  public BigDecimal coins() {
    return new BigDecimal(units, PLACES);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when there cannot be that much
   */
  public Amount plus(Amount other) {
    return new Amount(units.add(other.units));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException when it is below zero
   */
  public Amount minus(Amount other) {
    return new Amount(units.subtract(other.units));
  }

  @Override
  public int compareTo(Amount other) {
    return units.compareTo(other.units);
  }

  /** In coins, as {@link #ofCoins} takes it: {@code 1.5}. */
  @Override
  public String toString() {
    return units.signum() == 0 ? "0" : coins().stripTrailingZeros().toPlainString();
  }

  /** Reads one from JSON: a decimal string of base units. */
  public static Amount read(Object json) {
    String text = Json.string(json);
    if (!text.matches("[0-9]{1,20}")) {
      throw new IllegalArgumentException("not an amount in base units");
    }
    return new Amount(new BigInteger(text));
  }

  /** Writes it as JSON. */
  public Object write() {
    return units.toString();
  }
}

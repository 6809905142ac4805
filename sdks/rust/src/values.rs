//! Amounts, times and bytes: what the contract writes as strings.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base64;

/// Base units of a coin: 1 STG.
const UNITS_PER_COIN: u64 = 1_000_000;

/// An amount of money, exact. It is read and printed in coins, and counted in base units: 1 STG = 1 000 000.
///
/// ```
/// use stegos::Amount;
///
/// let amount: Amount = "1.5".parse().unwrap();
/// assert_eq!(amount, Amount::from_units(1_500_000));
/// assert_eq!(amount.to_string(), "1.5");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(u64);

impl Amount {
    /// So many base units.
    pub const fn from_units(units: u64) -> Self {
        Self(units)
    }

    /// How many base units.
    pub const fn units(self) -> u64 {
        self.0
    }

    /// The sum, if there can be that much.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless it is below zero.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

/// Not an amount in coins with up to six decimal places, or more coins than there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidAmount;

impl fmt::Display for InvalidAmount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not an amount in coins with up to six decimal places, at most 18446744073709.551615")
    }
}

impl std::error::Error for InvalidAmount {}

impl FromStr for Amount {
    type Err = InvalidAmount;

    /// Digits with at most six decimal places: `1.5` is a coin and a half.
    fn from_str(coins: &str) -> Result<Self, InvalidAmount> {
        let (whole, fraction) = coins.trim().split_once('.').unwrap_or((coins.trim(), "0"));
        if fraction.is_empty() || fraction.len() > 6 {
            return Err(InvalidAmount);
        }
        let rest = digits(&format!("{fraction:0<6}"))?;
        let units = digits(whole)?.checked_mul(UNITS_PER_COIN).and_then(|units| units.checked_add(rest));
        units.map(Self).ok_or(InvalidAmount)
    }
}

fn digits(text: &str) -> Result<u64, InvalidAmount> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidAmount);
    }
    text.parse().map_err(|_| InvalidAmount)
}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = format!("{:06}", self.0 % UNITS_PER_COIN);
        match fraction.trim_end_matches('0') {
            "" => write!(out, "{}", self.0 / UNITS_PER_COIN),
            digits => write!(out, "{}.{digits}", self.0 / UNITS_PER_COIN),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        digits(&text).map(Self).map_err(|_| D::Error::custom("not an amount in base units"))
    }
}

/// Bytes, such as the body of a message. A text becomes the bytes of its UTF-8.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    /// The text behind the bytes, if they are UTF-8.
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<&str> for Bytes {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl From<String> for Bytes {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&base64::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        base64::decode(&text).map(Self).ok_or_else(|| D::Error::custom("not base64"))
    }
}

/// A time, exact to the millisecond. It is printed as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(SystemTime);

impl Timestamp {
    /// The time as the standard library has it.
    pub const fn as_system_time(self) -> SystemTime {
        self.0
    }

    /// Milliseconds since 1970.
    pub fn unix_milliseconds(self) -> u64 {
        self.0.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
    }

    fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 24
            && text.bytes().zip(*b"0000-00-00T00:00:00.000Z").all(|(byte, mask)| match mask {
                b'0' => byte.is_ascii_digit(),
                _ => byte == mask,
            });
        if !fits {
            return None;
        }
        let number = |from: usize, to: usize| text[from..to].parse::<u64>().ok();
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let milliseconds = number(20, 23)?;
        if year < 1970
            || !(1..=12).contains(&month)
            || !(1..=31).contains(&day)
            || hour > 23
            || minute > 59
            || second > 60
        {
            return None;
        }
        let seconds = days_of(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
        Some(Self(UNIX_EPOCH + Duration::from_millis(seconds * 1_000 + milliseconds)))
    }
}

/// Days from 1970 to a date of the Gregorian calendar. The year is taken to begin in March, so that the leap day is its last.
fn days_of(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_years = year * 365 + year / 4 - year / 100 + year / 400;
    of_years + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// The other way round: year, month and day.
fn date_of(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + carry, month, day)
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self(time)
    }
}

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        time.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.unix_milliseconds();
        let seconds = milliseconds / 1_000;
        let (year, month, day) = date_of(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        let rest = milliseconds % 1_000;
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{rest:03}Z")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a time"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Timestamp};

    #[test]
    fn amounts_in_coins() {
        for (coins, units) in
            [("0", 0), ("1", 1_000_000), ("12.5", 12_500_000), ("0.000001", 1), ("18446744073709.551615", u64::MAX)]
        {
            let amount: Amount = coins.parse().unwrap();
            assert_eq!(amount.units(), units);
            assert_eq!(amount.to_string(), coins);
        }
        for coins in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1.0000001", "18446744073709.551616", "1.-5"] {
            assert!(coins.parse::<Amount>().is_err(), "{coins}");
        }
    }

    #[test]
    fn amounts_travel_in_base_units() {
        let amount: Amount = serde_json::from_str("\"18446744073709551615\"").unwrap();
        assert_eq!(amount.units(), u64::MAX);
        assert_eq!(serde_json::to_string(&amount).unwrap(), "\"18446744073709551615\"");
        for text in ["5", "\"1.5\"", "\"-1\"", "\"18446744073709551616\"", "\"\""] {
            assert!(serde_json::from_str::<Amount>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn times_as_they_travel() {
        for (text, milliseconds) in [
            ("1970-01-01T00:00:00.000Z", 0),
            ("2000-02-29T12:34:56.789Z", 951_827_696_789),
            ("2025-03-04T05:06:07.000Z", 1_741_064_767_000),
            ("2100-03-01T00:00:00.001Z", 4_107_542_400_001),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] {
            let time = Timestamp::parse(text).unwrap();
            assert_eq!(time.unix_milliseconds(), milliseconds);
            assert_eq!(time.to_string(), text);
        }
        for text in
            ["", "2025-03-04", "2025-13-04T05:06:07.000Z", "2025-03-04T05:06:07.000+", "+025-03-04T05:06:07.000Z"]
        {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}

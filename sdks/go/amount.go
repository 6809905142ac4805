package stegos

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

// Amount is an amount in base units; 1 STG is 1 000 000 base units. It travels as a decimal string.
type Amount uint64

// STG is one coin.
const STG Amount = 1_000_000

const places = 6

// ParseAmount makes an amount of coins: "1.5" is 1 500 000 base units. It fails for what is no number with at most
// six decimal places, and for what exceeds 64 bits.
func ParseAmount(coins string) (Amount, error) {
	whole, fraction, dotted := strings.Cut(strings.TrimSpace(coins), ".")
	if !digits(whole) || (dotted && !digits(fraction)) || len(fraction) > places {
		return 0, fmt.Errorf("stegos: not an amount in coins with up to six decimal places: %q", coins)
	}
	high, err := strconv.ParseUint(whole, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("stegos: more coins than there can be: %q", coins)
	}
	low, _ := strconv.ParseUint((fraction + "000000")[:places], 10, 64)
	over, units := bits.Mul64(high, uint64(STG))
	sum, carry := bits.Add64(units, low, 0)
	if over != 0 || carry != 0 {
		return 0, fmt.Errorf("stegos: more coins than there can be: %q", coins)
	}
	return Amount(sum), nil
}

// String gives coins: 1 500 000 base units are "1.5".
func (a Amount) String() string {
	whole, fraction := a/STG, a%STG
	if fraction == 0 {
		return strconv.FormatUint(uint64(whole), 10)
	}
	return strings.TrimRight(fmt.Sprintf("%d.%06d", uint64(whole), uint64(fraction)), "0")
}

// MarshalJSON gives the decimal string of base units.
func (a Amount) MarshalJSON() ([]byte, error) {
	return []byte(`"` + strconv.FormatUint(uint64(a), 10) + `"`), nil
}

// UnmarshalJSON takes a decimal string of base units, and nothing else.
func (a *Amount) UnmarshalJSON(text []byte) error {
	var units string
	if err := json.Unmarshal(text, &units); err != nil {
		return err
	}
	value, err := strconv.ParseUint(units, 10, 64)
	if err != nil || !digits(units) {
		return fmt.Errorf("stegos: not an amount: %q", units)
	}
	*a = Amount(value)
	return nil
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// Ptr gives a pointer to a value, for parameters that may be absent: Limit: stegos.Ptr[int64](10).
func Ptr[T any](value T) *T { return &value }

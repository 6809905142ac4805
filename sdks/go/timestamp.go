package stegos

import "time"

// Timestamp is a time, which travels as RFC 3339 in UTC with milliseconds. Timestamp{t} makes one of a time.Time.
type Timestamp struct{ time.Time }

const layout = "2006-01-02T15:04:05.000Z"

// MarshalJSON gives the text with exactly three decimal places.
func (t Timestamp) MarshalJSON() ([]byte, error) {
	return []byte(t.UTC().Format(`"` + layout + `"`)), nil
}

// String gives the text as it travels.
func (t Timestamp) String() string { return t.UTC().Format(layout) }

package stegos

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func TestAmounts(t *testing.T) {
	for coins, units := range map[string]Amount{"1.5": 1_500_000, "0.000001": 1, "18446744073709.551615": math.MaxUint64, "7": 7 * STG, "0": 0} {
		if parsed, err := ParseAmount(coins); err != nil || parsed != units || units.String() != coins {
			t.Errorf("%s: %d, %v, %s", coins, uint64(parsed), err, units)
		}
	}
	for _, wrong := range []string{"", "1.", ".5", "1.0000001", "-1", "1e3", "18446744073709.551616", "99999999999999999999", "+1"} {
		if _, err := ParseAmount(wrong); err == nil {
			t.Errorf("%q was taken", wrong)
		}
	}
	var largest Amount
	text := must(json.Marshal(Amount(math.MaxUint64)))(t)
	if err := json.Unmarshal(text, &largest); err != nil || largest != math.MaxUint64 || string(text) != `"18446744073709551615"` {
		t.Errorf("%s became %d, %v", text, uint64(largest), err)
	}
	for _, wrong := range []string{`1`, `"-1"`, `"1.5"`, `""`, `"+1"`, `"18446744073709551616"`} {
		if err := json.Unmarshal([]byte(wrong), &largest); err == nil {
			t.Errorf("%s was taken", wrong)
		}
	}
}

func TestTimesHaveThreeDecimalPlacesInUTC(t *testing.T) {
	zone := time.FixedZone("", 5*3600+1800)
	for text, at := range map[string]time.Time{
		`"2040-01-01T00:00:00.000Z"`: time.Date(2040, 1, 1, 5, 30, 0, 0, zone),
		`"2025-03-04T05:07:07.080Z"`: time.Date(2025, 3, 4, 5, 7, 7, 80_000_000, time.UTC),
	} {
		var back Timestamp
		written := must(json.Marshal(Timestamp{at}))(t)
		if err := json.Unmarshal(written, &back); err != nil || string(written) != text || !back.Equal(at) {
			t.Errorf("%s became %s, %v", at, written, err)
		}
	}
}

func TestANewerNodeMaySayMoreAndNotLess(t *testing.T) {
	var sent PaymentSent
	more := `{"paymentId":"aa","transactionId":"bb","status":"teleported","fee":"1","more":{}}`
	if err := decode([]byte(more), &sent); err != nil || sent.Status != "teleported" || sent.Fee != 1 {
		t.Errorf("%+v, %v", sent, err)
	}
	for _, less := range []string{`{"paymentId":"aa","transactionId":"bb","status":"final"}`, `[]`, `{"paymentId":"aa","transactionId":"bb","status":"final","fee":null}`} {
		if err := decode([]byte(less), &sent); err == nil {
			t.Errorf("%s was taken", less)
		}
	}
	var page HistoryPage
	if err := decode([]byte(`{"items":[{}],"next":"c","complete":true}`), &page); err == nil || !strings.Contains(err.Error(), "HistoryEntry has") {
		t.Errorf("an item that lacks everything: %v", err)
	}
	item, err := itemOf("moon.rise", "c1", json.RawMessage(`{"phase":3}`))
	unknown, ok := item.(*UnknownItem)
	if err != nil || !ok || item.Topic() != "moon.rise" || item.Cursor() != "c1" || string(unknown.Event) != `{"phase":3}` {
		t.Errorf("%+v, %v", item, err)
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	const secret = "owner-7f3a"
	options := Options{Token: secret}
	client := newClient(t, "http://127.0.0.1:1", options)
	made := AccountCreated{RecoveryPhrase: secret}
	key := AccountViewKey{ViewKey: secret}
	bought := TokenCreated{Token: secret}
	for _, form := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		for _, value := range []any{client, options, &options, made, &made, key, bought} {
			if shown := fmt.Sprintf(form, value); strings.Contains(shown, secret) || strings.Contains(shown, fmt.Sprintf("%x", secret)) {
				t.Errorf("%s of %T shows it: %s", form, value, shown)
			}
		}
	}
	if _, err := New("http://127.0.0.1:1", Options{Token: secret + "\r\nX: y"}); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("a token with a line break: %v", err)
	}
	for _, address := range []string{"ftp://a", "http://", "http://me:pw@a", "http://a/?token=x", "127.0.0.1:3145"} {
		if _, err := New(address, Options{}); err == nil {
			t.Errorf("%s was taken", address)
		}
	}
}

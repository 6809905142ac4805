package stegos

import "encoding/json"

// Item is one step of a stream. Tell them apart with a type switch:
//
//	switch item := item.(type) {
//	case *stegos.PaymentStatusItem:
//		credit(item.Event.PaymentID, item.Event.Amount)
//	case *stegos.CaughtUpItem: // from here on items are live
//	}
//
// Leave a default: a newer node may have topics that this version does not know (*UnknownItem).
type Item interface {
	// Topic is what it is about, such as "payment.status".
	Topic() string

	// Cursor is to be stored once you have dealt with the item, and given as From to go on after it.
	Cursor() Cursor
}

// place is where an item is.
type place struct{ cursor Cursor }

// Cursor is to be stored once you have dealt with the item, and given as From to go on after it.
func (p place) Cursor() Cursor { return p.cursor }

type decodable interface {
	Item
	event() any
}

// UnknownItem is an event of a topic that this version does not know.
type UnknownItem struct {
	place

	// The event as it came.
	Event json.RawMessage

	topic string
}

// Topic is what it is about.
func (item *UnknownItem) Topic() string { return item.topic }

// itemOf fails where an event is not as the contract says.
func itemOf(topic string, cursor Cursor, event json.RawMessage) (Item, error) {
	create, known := items[topic]
	if !known {
		return &UnknownItem{place{cursor}, event, topic}, nil
	}
	item := create(place{cursor})
	if err := decode(event, item.event()); err != nil {
		return nil, err
	}
	return item, nil
}

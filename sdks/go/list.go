package stegos

// Page is a page as every list of the contract answers it.
type Page[T any] struct {
	// The items of this page.
	Items []T `json:"items"`

	// Pass it as Cursor to go on after this page; it stays good when Complete is true, and then leads to what has been
	// added since.
	Next Cursor `json:"next"`

	// True when nothing more exists now.
	Complete bool `json:"complete"`
}

// Lister goes through a list page by page.
type Lister[T any] struct {
	read   func(cursor Cursor) (*Page[T], error)
	page   *Page[T]
	at     int
	failed error
}

// List gives every item of a list there is now:
//
//	list := stegos.List(func(cursor stegos.Cursor) (*stegos.HistoryPage, error) {
//		return client.Account.History(ctx, stegos.AccountHistoryParams{AccountID: id, Cursor: cursor})
//	})
//	for list.Next() {
//		fmt.Println(list.Item().Amount)
//	}
//	if err := list.Err(); err != nil { … }
func List[T any](read func(cursor Cursor) (*Page[T], error)) *Lister[T] {
	return &Lister[T]{read: read}
}

// Next goes on to the next item; false at the end, and when a page could not be read.
func (l *Lister[T]) Next() bool {
	if l.page != nil {
		l.at++
	}
	for l.failed == nil && (l.page == nil || l.at >= len(l.page.Items)) {
		cursor := Cursor("")
		if l.page != nil {
			if l.page.Complete {
				return false
			}
			cursor = l.page.Next
		}
		l.page, l.failed = l.read(cursor)
		l.at = 0
	}
	return l.failed == nil
}

// Item is the one that Next went on to.
func (l *Lister[T]) Item() T { return l.page.Items[l.at] }

// Err is why Next ended before the end, or nil.
func (l *Lister[T]) Err() error { return l.failed }

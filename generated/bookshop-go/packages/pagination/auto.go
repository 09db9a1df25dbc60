// Package pagination holds the pages of lists.
package pagination

import "iter"

// autoPager iterates over the items of all pages and fetches pages as needed.
type autoPager[T any] struct {
	// more fetches the next page and reports whether there was one. It is nil after the last page.
	more  func() (items []T, ok bool, err error)
	rest  []T
	item  T
	index int
	err   error
}

func newAutoPager[P, T any](page *P, err error, items func(*P) []T, next func(*P) (*P, error)) autoPager[T] {
	if err != nil || page == nil {
		return autoPager[T]{err: err, index: -1}
	}
	more := func() ([]T, bool, error) {
		following, err := next(page)
		if err != nil || following == nil {
			return nil, false, err
		}
		page = following
		return items(page), true, nil
	}
	return autoPager[T]{more: more, rest: items(page), index: -1}
}

// Next advances to the next item. It returns false at the end or if a page cannot be fetched: see Err.
func (p *autoPager[T]) Next() bool {
	for len(p.rest) == 0 {
		if p.more == nil {
			return false
		}
		ok := false
		if p.rest, ok, p.err = p.more(); !ok {
			p.more = nil
		}
	}
	p.item, p.rest = p.rest[0], p.rest[1:]
	p.index++
	return true
}

// Current returns the item that Next advanced to.
func (p *autoPager[T]) Current() T { return p.item }

// Err returns the error that ended the iteration; nil at the end of the list.
func (p *autoPager[T]) Err() error { return p.err }

// Index returns the position of the current item in the whole list, from 0.
func (p *autoPager[T]) Index() int { return max(p.index, 0) }

// All iterates over the items. An error comes last, with the zero value of an item.
func (p *autoPager[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for p.Next() {
			if !yield(p.item, nil) {
				return
			}
		}
		if p.err != nil {
			var none T
			yield(none, p.err)
		}
	}
}

package request

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/corner/bookshop-go/v2/internal/apijson"
)

// Style is how a parameter is serialized if it differs from the client's default (OpenAPI 3.1.1
// section 4.8.12).
type Style struct {
	// form, spaceDelimited, pipeDelimited, deepObject; simple, label, matrix in paths.
	Name     string
	Explode  bool
	IsJSON   bool
	Reserved bool
	// ContentType is the media type of a part of a form.
	ContentType string
}

const unreserved = "-_.~!'()*"

// encode percent-encodes all but letters, digits and the given characters.
func encode(text, kept string) string {
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(kept, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func encodeComponent(text string) string { return encode(text, unreserved) }

// query builds a query string from pairs of encoded names and values.
type query struct {
	array, nested string
	pairs         []pair
}

type pair struct{ name, value string }

func (q *query) add(name, value string) { q.pairs = append(q.pairs, pair{name, value}) }

func (q *query) String() string {
	texts := make([]string, len(q.pairs))
	for i, each := range q.pairs {
		texts[i] = each.name
		if each.name == "" || each.value != "" || !strings.Contains(each.name, "=") {
			texts[i] = each.name + "=" + each.value
		}
	}
	return strings.Join(texts, "&")
}

// write adds a value in the client's default style.
func (q *query) write(name string, n apijson.Node, enc func(string) string) error {
	switch {
	case n.IsObject():
		for i, item := range n.Items {
			below := name + "[" + n.Keys[i] + "]"
			if q.nested == "dots" {
				below = name + "." + n.Keys[i]
			}
			if err := q.write(below, item, enc); err != nil {
				return err
			}
		}
	case n.IsList():
		return q.list(name, n, enc)
	default:
		q.add(encodeComponent(name), enc(n.Text))
	}
	return nil
}

func (q *query) list(name string, n apijson.Node, enc func(string) string) error {
	isFlat := q.array == "comma"
	for _, item := range n.Items {
		isFlat = isFlat && !item.IsList() && !item.IsObject()
	}
	if isFlat {
		texts, err := style(n, name, enc, ",")
		if len(texts) > 0 {
			q.add(encodeComponent(name), strings.Join(texts, ","))
		}
		return err
	}
	for i, item := range n.Items {
		suffix := ""
		switch {
		case strings.HasSuffix(name, "[]"):
		case q.array == "indices":
			suffix = "[" + strconv.Itoa(i) + "]"
		case q.array == "brackets":
			suffix = "[]"
		}
		if err := q.write(name+suffix, item, enc); err != nil {
			return err
		}
	}
	return nil
}

// styled adds a value in its own style.
func (q *query) styled(name string, n apijson.Node, raw string, own Style) error {
	enc := encodeComponent
	if own.Reserved {
		enc = func(text string) string { return encode(text, unreserved+":/?@$,;=") }
	}
	repeat := &query{array: "repeat", nested: "brackets"}
	switch {
	case own.IsJSON:
		repeat.add(encodeComponent(name), enc(raw))
	case own.Name == "deepObject" || own.Explode && !n.IsObject():
		if err := repeat.write(name, n, enc); err != nil {
			return err
		}
	default:
		separator := map[string]string{"pipeDelimited": "%7C", "spaceDelimited": "%20"}[own.Name]
		if separator == "" {
			separator = ","
		}
		if own.Explode {
			texts, err := style(n, name, enc, "=")
			for _, text := range texts {
				key, value, _ := strings.Cut(text, "=")
				repeat.add(key, value)
			}
			q.pairs = append(q.pairs, repeat.pairs...)
			return err
		}
		texts, err := style(n, name, enc, separator)
		if err != nil {
			return err
		}
		if len(texts) > 0 {
			repeat.add(encodeComponent(name), strings.Join(texts, separator))
		}
	}
	q.pairs = append(q.pairs, repeat.pairs...)
	return nil
}

// style splits a value into items: a list into its items, an object into `name=value`.
func style(n apijson.Node, name string, enc func(string) string, equals string) ([]string, error) {
	if !n.IsList() && !n.IsObject() {
		return []string{enc(n.Text)}, nil
	}
	texts := make([]string, len(n.Items))
	for i, item := range n.Items {
		if item.IsList() || item.IsObject() {
			return nil, fmt.Errorf("%s must be a string, a number or a boolean, not a list or an object", name)
		}
		texts[i] = enc(item.Text)
		if n.IsObject() {
			texts[i] = enc(n.Keys[i]) + equals + texts[i]
		}
	}
	return texts, nil
}

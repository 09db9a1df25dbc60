package apijson

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"sync"

	"github.com/corner/bookshop-go/v2/packages/param"
)

// Node is a value in a query, a header, a path or a form.
type Node struct {
	// '{', '[', '"' for strings, 'n' for null, '0' for numbers and booleans.
	Kind  byte
	Text  string
	Keys  []string
	Items []Node
}

// IsList reports whether the node has items, named or not.
func (n Node) IsList() bool { return n.Kind == '[' }

// IsObject reports whether the node has named items.
func (n Node) IsObject() bool { return n.Kind == '{' }

// Tree returns a value with the structure of its JSON.
func Tree(value reflect.Value, format, name string) (Node, error) {
	w := &writer{}
	if err := w.value(value, format, name); err != nil {
		return Node{}, err
	}
	s := &scanner{text: w.String()}
	return s.node(), nil
}

func (s *scanner) node() Node {
	switch c := s.peek(); c {
	case '"':
		return Node{Kind: c, Text: s.str()}
	case '{':
		n := Node{Kind: c}
		s.enter()
		for first := true; s.more(first, '}'); first = false {
			n.Keys = append(n.Keys, s.key())
			s.at++
			n.Items = append(n.Items, s.node())
		}
		return n
	case '[':
		n := Node{Kind: c}
		s.enter()
		for first := true; s.more(first, ']'); first = false {
			n.Items = append(n.Items, s.node())
		}
		return n
	case 'n':
		s.word("null")
		return Node{Kind: c}
	default:
		from := s.at
		s.skip()
		return Node{Kind: '0', Text: plainNumber(s.text[from:s.at])}
	}
}

// plainNumber writes whole numbers without an exponent.
func plainNumber(text string) string {
	if number, err := strconv.ParseFloat(text, 64); err == nil && number == float64(int64(number)) {
		return strconv.FormatInt(int64(number), 10)
	}
	return text
}

// Get returns the raw value at a path of properties, or an empty string.
func Get(text string, path ...string) string {
	for _, name := range path {
		s := &scanner{text: text}
		if text == "" || s.peek() != '{' {
			return ""
		}
		text = s.property(name)
	}
	return text
}

// Check reports whether a string is JSON.
func Check(text string) (err error) {
	defer func() {
		if fault, ok := recover().(*SyntaxError); ok {
			err = fault
		}
	}()
	s := &scanner{text: text}
	s.skip()
	if s.peek() != 0 || s.at < len(s.text) {
		s.fail()
	}
	return nil
}

// Field is one argument of a call.
type Field struct {
	Name   string
	Option string
	Format string
	Value  reflect.Value
}

// Fields returns the arguments with a tag such as `query` or `header`. Omitted ones are left out,
// unless a client option supplies the value.
func Fields(params any, tag string) ([]Field, error) {
	v := reflect.Indirect(reflect.ValueOf(params))
	if v.Kind() != reflect.Struct {
		return nil, nil
	}
	var found []Field
	for _, own := range taggedOf(v.Type(), tag) {
		f := Field{own.name, own.option, own.format, v.Field(own.index)}
		if f.Value.IsZero() && f.Option == "" {
			if own.omitZero && own.required {
				return nil, &MissingError{own.name}
			}
			if !own.required {
				continue
			}
		}
		found = append(found, f)
	}
	return found, nil
}

// tagged is a field with a tag. The fields of a type are found once.
type tagged struct {
	index                int
	name, option, format string
	required, omitZero   bool
}

type tagKey struct {
	typ reflect.Type
	tag string
}

var taggedFields sync.Map

func taggedOf(typ reflect.Type, tag string) []tagged {
	key := tagKey{typ, tag}
	if known, ok := taggedFields.Load(key); ok {
		return known.([]tagged)
	}
	var found []tagged
	for i := range typ.NumField() {
		own := typ.Field(i)
		text, ok := own.Tag.Lookup(tag)
		if !ok || !own.IsExported() {
			continue
		}
		name, options := cut(text)
		if wire, ok := own.Tag.Lookup("wire"); ok {
			name = wire
		}
		found = append(found, tagged{i, name, own.Tag.Get("option"), own.Tag.Get("format"), own.Tag.Get("api") == "required", hasOption(options, "omitzero")})
	}
	taggedFields.Store(key, found)
	return found
}

func cut(text string) (string, string) {
	for i := range len(text) {
		if text[i] == ',' {
			return text[:i], text[i+1:]
		}
	}
	return text, ""
}

// Walk visits the properties that a struct sends as JSON.
func Walk[T any](v reflect.Value, use func(name string, value reflect.Value, format string) (T, error)) ([]T, error) {
	l := layoutOf(v.Type())
	w := &writer{}
	var found []T
	for i := range l.fields {
		f := &l.fields[i]
		_, isSent, err := w.decide(v, v.Field(f.index), l, f, "")
		if err != nil {
			return nil, err
		}
		if !isSent {
			continue
		}
		own, err := use(f.name, v.Field(f.index), f.format)
		if err != nil {
			return nil, err
		}
		found = append(found, own)
	}
	for _, name := range extraNames(v) {
		own, err := use(name, reflect.ValueOf(param.Extra(v.Interface())[name]), "")
		if err != nil {
			return nil, err
		}
		found = append(found, own)
	}
	return found, nil
}

func extraNames(v reflect.Value) []string {
	return slices.Sorted(maps.Keys(param.Extra(v.Interface())))
}

// TreeAndText returns Tree and the JSON.
func TreeAndText(value reflect.Value, format, name string) (Node, string, error) {
	w := &writer{}
	if err := w.value(value, format, name); err != nil {
		return Node{}, "", err
	}
	s := &scanner{text: w.String()}
	return s.node(), s.text, nil
}

// JSON returns the node as JSON.
func (n Node) JSON() string {
	w := &writer{}
	n.write(w)
	return w.String()
}

func (n Node) write(w *writer) {
	switch n.Kind {
	case '"':
		_ = w.text(n.Text)
	case 'n':
		w.WriteString("null")
	case '{', '[':
		w.WriteByte(n.Kind)
		for i, item := range n.Items {
			if n.Kind == '{' {
				_ = w.property(i == 0, n.Keys[i])
			} else if i > 0 {
				w.WriteByte(',')
			}
			item.write(w)
		}
		w.WriteByte(n.Kind + 2)
	default:
		w.WriteString(n.Text)
	}
}

// Items returns the raw values of a list, or nothing if the text is not a list.
func Items(text string) []string {
	s := &scanner{text: text}
	if s.peek() != '[' {
		return nil
	}
	var found []string
	s.enter()
	for first := true; s.more(first, ']'); first = false {
		s.space()
		from := s.at
		s.skip()
		found = append(found, s.text[from:s.at])
	}
	return found
}

// Scalar returns a raw string, number or boolean as plain text.
func Scalar(raw string) string {
	if raw == "" || raw == "null" {
		return ""
	}
	s := &scanner{text: raw}
	return s.node().Text
}

// Compact removes white space and unnecessary escapes from JSON.
func Compact(text string) (string, error) {
	if err := Check(text); err != nil {
		return "", err
	}
	s := &scanner{text: text}
	return s.node().JSON(), nil
}

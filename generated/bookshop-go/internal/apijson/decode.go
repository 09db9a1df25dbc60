package apijson

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"
	"unsafe"

	"github.com/corner/bookshop-go/v2/packages/param"
	"github.com/corner/bookshop-go/v2/packages/respjson"
)

// Unmarshal decodes JSON into a pointer. A field whose value has an unexpected type stays unset and is marked
// in the metadata; only malformed JSON is an error.
func Unmarshal(data []byte, target any) error { return UnmarshalText(string(data), target) }

// UnmarshalText is Unmarshal for a string. The result shares its memory.
func UnmarshalText(text string, target any) error {
	_, err := Decode(text, target)
	return err
}

// Decode is UnmarshalText. It also reports whether the value has the expected type.
func Decode(text string, target any) (fits bool, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			syntax, ok := fault.(*SyntaxError)
			if !ok {
				panic(fault)
			}
			err = syntax
		}
	}()
	s := &scanner{text: text}
	value := reflect.ValueOf(target).Elem()
	if value.Kind() == reflect.Pointer && value.IsNil() && s.peek() != 'n' {
		value.Set(reflect.New(value.Type().Elem()))
	}
	fits = s.read(value, "")
	if s.peek() != 0 || s.at < len(s.text) {
		s.fail()
	}
	return fits && (value.Kind() != reflect.Pointer || !value.IsNil()), nil
}

// UnmarshalField decodes a value and reports whether it has the expected type.
func UnmarshalField(raw string, target any) bool {
	if raw == "" {
		return false
	}
	s := &scanner{text: raw}
	return s.value(reflect.ValueOf(target).Elem(), "")
}

// read decodes the next value. Values of an unexpected type are skipped.
func (s *scanner) read(target reflect.Value, format string) bool {
	s.space()
	start, depth := s.at, s.depth
	if s.value(target, format) {
		return true
	}
	s.at, s.depth = start, depth
	s.skip()
	return false
}

var (
	anyType = reflect.TypeFor[any]()
	rawType = reflect.TypeFor[json.RawMessage]()
)

// value reports whether the value has the type of the target. If not, the position is undefined.
func (s *scanner) value(target reflect.Value, format string) bool {
	c := s.peek()
	typ := target.Type()
	if c == 'n' && target.Kind() != reflect.Struct && typ != rawType {
		s.word("null")
		target.SetZero()
		return true
	}
	switch target.Kind() {
	case reflect.String:
		if c != '"' {
			return false
		}
		target.SetString(s.str())
		return true
	case reflect.Bool:
		if c == 't' {
			s.word("true")
			target.SetBool(true)
			return true
		}
		if c == 'f' {
			s.word("false")
			target.SetBool(false)
			return true
		}
		return false
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return s.integer(c, target)
	case reflect.Float32, reflect.Float64:
		if !isNumber(c) {
			return false
		}
		number, err := strconv.ParseFloat(s.number(), 64)
		target.SetFloat(number)
		return err == nil
	case reflect.Struct:
		return s.structure(c, target, format)
	case reflect.Pointer:
		if target.IsNil() {
			target.Set(reflect.New(typ.Elem()))
		}
		return s.value(target.Elem(), format)
	case reflect.Slice:
		return s.slice(c, target, format)
	case reflect.Map:
		return s.table(c, target, format)
	case reflect.Interface:
		if typ != anyType {
			return false
		}
		target.Set(reflect.ValueOf(s.anything(c)))
		return true
	}
	return false
}

func isNumber(c byte) bool { return c == '-' || (c >= '0' && c <= '9') }

func (s *scanner) integer(c byte, target reflect.Value) bool {
	if !isNumber(c) {
		return false
	}
	text := s.number()
	if whole, err := strconv.ParseInt(text, 10, 64); err == nil && !target.OverflowInt(whole) {
		target.SetInt(whole)
		return true
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || number != math.Trunc(number) || math.Abs(number) > 1<<53 || target.OverflowInt(int64(number)) {
		return false
	}
	target.SetInt(int64(number))
	return true
}

func (s *scanner) slice(c byte, target reflect.Value, format string) bool {
	typ := target.Type()
	if typ == rawType {
		start := s.at
		s.skip()
		target.SetBytes([]byte(s.text[start:s.at]))
		return true
	}
	if c == '"' && typ.Elem().Kind() == reflect.Uint8 {
		data, err := base64.StdEncoding.DecodeString(s.str())
		target.SetBytes(data)
		return err == nil
	}
	if c != '[' {
		return false
	}
	s.enter()
	list, fits := reflect.New(typ).Elem(), true
	list.Set(reflect.MakeSlice(typ, 0, 0))
	for first := true; s.more(first, ']'); first = false {
		if list.Len() == list.Cap() {
			list.Grow(max(1, list.Len()))
		}
		list.SetLen(list.Len() + 1)
		list.Index(list.Len() - 1).SetZero()
		if !s.read(list.Index(list.Len()-1), format) {
			list.Index(list.Len() - 1).SetZero()
			fits = false
		}
	}
	// A list grows by doubling; the result is trimmed to its length.
	if spare := list.Cap() - list.Len(); spare > list.Len()/8 && list.Len() > 8 {
		whole := reflect.MakeSlice(typ, list.Len(), list.Len())
		reflect.Copy(whole, list)
		list = whole
	}
	target.Set(list)
	return fits || list.Len() > 1
}

func (s *scanner) table(c byte, target reflect.Value, format string) bool {
	if c != '{' {
		return false
	}
	s.enter()
	typ := target.Type()
	table, item := reflect.MakeMap(typ), reflect.New(typ.Elem()).Elem()
	for first := true; s.more(first, '}'); first = false {
		name := s.key()
		s.at++
		item.SetZero()
		if s.read(item, format) {
			table.SetMapIndex(reflect.ValueOf(name).Convert(typ.Key()), item)
		}
	}
	target.Set(table)
	return true
}

func (s *scanner) anything(c byte) any {
	switch c {
	case '"':
		return s.str()
	case '{':
		s.enter()
		table := map[string]any{}
		for first := true; s.more(first, '}'); first = false {
			name := s.key()
			s.at++
			table[name] = s.anything(s.peek())
		}
		return table
	case '[':
		s.enter()
		list := []any{}
		for first := true; s.more(first, ']'); first = false {
			list = append(list, s.anything(s.peek()))
		}
		return list
	case 't':
		s.word("true")
		return true
	case 'f':
		s.word("false")
		return false
	case 'n':
		s.word("null")
		return nil
	}
	text := s.number()
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return json.Number(text)
	}
	return number
}

func (s *scanner) structure(c byte, target reflect.Value, format string) bool {
	if target.Type() == timeType {
		return s.moment(c, target)
	}
	l := layoutOf(target.Type())
	switch {
	case l.isOpt:
		fits := c == 'n' || s.value(target.Field(0), format)
		if c == 'n' {
			s.word("null")
		}
		target.Addr().Interface().(interface{ Set(isNull bool) }).Set(c == 'n')
		return fits
	case c == 'n':
		s.word("null")
		target.SetZero()
		switch {
		case l.isParam:
			param.SetNull(target.Addr().Interface())
		case l.meta >= 0:
			*(*string)(unsafe.Pointer(target.Field(l.meta).Field(l.metaRaw).UnsafeAddr())) = "null"
		}
		return true
	case l.isUnion:
		return s.variant(c, target, l)
	case len(l.inline) > 0 && c != '{':
		return s.inlined(c, target, l)
	case c != '{':
		return false
	}
	return s.object(target, l)
}

// Dates and times of RFC 3339. Those without a time zone are in UTC.
var timeLayouts = []string{time.RFC3339Nano, time.DateOnly, "2006-01-02T15:04:05.999999999", time.DateTime}

func (s *scanner) moment(c byte, target reflect.Value) bool {
	if c == 'n' {
		s.word("null")
		return true
	}
	if c != '"' {
		return false
	}
	text := s.str()
	for _, layout := range timeLayouts {
		if moment, err := time.Parse(layout, text); err == nil {
			target.Set(reflect.ValueOf(moment))
			return true
		}
	}
	return false
}

func (s *scanner) object(target reflect.Value, l *layout) bool {
	start := s.at
	s.enter()
	var meta reflect.Value
	var unknown map[string]any
	if l.meta >= 0 {
		meta = target.Field(l.meta)
	}
	for first := true; s.more(first, '}'); first = false {
		name := s.key()
		colon := s.at
		s.at++
		s.space()
		from := s.at
		at, known := l.byName[name]
		if !known {
			fits := l.extras < 0
			if fits {
				s.skip()
			} else {
				fits = s.extra(target.Field(l.extras), name)
			}
			if l.metaMap >= 0 && fits {
				keep(meta.Field(l.metaMap), name, respjson.NewField(s.text[from:s.at]))
			} else if l.metaMap >= 0 {
				keep(meta.Field(l.metaMap), name, respjson.NewInvalidField(s.text[from:s.at]))
			} else if l.isParam && l.extras < 0 {
				if unknown == nil {
					unknown = map[string]any{}
				}
				unknown[name] = json.RawMessage(s.text[from:s.at])
			}
			continue
		}
		f := &l.fields[at]
		fits := s.read(target.Field(f.index), f.format)
		own := target.Field(f.index)
		if !fits {
			own.SetZero()
			from = colon
		} else if l.isParam && (own.Kind() == reflect.Slice || own.Kind() == reflect.Map) && own.IsNil() {
			own.Set(param.NullValue(own.Type()))
		}
		if f.meta >= 0 {
			*(*respjson.Field)(meta.Field(f.meta).Addr().UnsafePointer()) = respjson.NewField(s.text[from:s.at])
		}
	}
	if unknown != nil {
		target.Addr().Interface().(interface{ SetExtraFields(map[string]any) }).SetExtraFields(unknown)
	}
	if l.meta >= 0 {
		*(*string)(unsafe.Pointer(meta.Field(l.metaRaw).UnsafeAddr())) = s.text[start:s.at]
	}
	return true
}

func (s *scanner) extra(into reflect.Value, name string) bool {
	if into.IsNil() {
		into.Set(reflect.MakeMap(into.Type()))
	}
	item := reflect.New(into.Type().Elem()).Elem()
	fits := s.read(item, "")
	if fits {
		into.SetMapIndex(reflect.ValueOf(name), item)
	}
	return fits
}

func keep(into reflect.Value, name string, own respjson.Field) {
	if into.IsNil() {
		into.Set(reflect.MakeMap(into.Type()))
	}
	into.SetMapIndex(reflect.ValueOf(name), reflect.ValueOf(own))
}

// inlined decodes a member of a response union that is not an object.
func (s *scanner) inlined(_ byte, target reflect.Value, l *layout) bool {
	start, depth := s.at, s.depth
	found := false
	for i := range l.inline {
		f := &l.inline[i]
		s.at, s.depth = start, depth
		if found = s.value(target.Field(f.index), f.format); found {
			if f.meta >= 0 {
				own := target.Field(l.meta).Field(f.meta)
				own.Set(reflect.ValueOf(respjson.NewField(s.text[start:s.at])))
			}
			break
		}
		target.Field(f.index).SetZero()
	}
	if !found {
		s.at, s.depth = start, depth
		s.skip()
	}
	if l.meta >= 0 {
		*(*string)(unsafe.Pointer(target.Field(l.meta).Field(l.metaRaw).UnsafeAddr())) = s.text[start:s.at]
	}
	return found
}

// variant decodes a request union: the variant with the value's discriminator, otherwise that which declares
// most of its properties.
func (s *scanner) variant(c byte, target reflect.Value, l *layout) bool {
	start, depth := s.at, s.depth
	best, bestScore := -1, -1
	names := map[string]string{}
	if c == '{' {
		names = s.shallow()
	}
	for i := range l.inline {
		f := &l.inline[i]
		s.at, s.depth = start, depth
		score := s.score(c, f, names)
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	s.at, s.depth = start, depth
	if best < 0 {
		return false
	}
	return s.value(target.Field(l.inline[best].index), l.inline[best].format)
}

// shallow returns the raw text of each property of the next object.
func (s *scanner) shallow() map[string]string {
	found := map[string]string{}
	s.eachProperty(func(name, text string) { found[name] = text })
	return found
}

// property returns the raw text of a property of the next object. The last of several wins.
func (s *scanner) property(wanted string) (found string) {
	s.eachProperty(func(name, text string) {
		if name == wanted {
			found = text
		}
	})
	return found
}

func (s *scanner) eachProperty(visit func(name, text string)) {
	s.enter()
	for first := true; s.more(first, '}'); first = false {
		name := s.key()
		s.at++
		s.space()
		from := s.at
		s.skip()
		visit(name, s.text[from:s.at])
	}
}

// score rates how well a value fits a variant; -1 means not at all.
func (s *scanner) score(c byte, f *field, names map[string]string) int {
	typ := f.typ
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if c != '{' {
		if s.value(reflect.New(f.typ).Elem(), f.format) {
			return 1
		}
		return -1
	}
	if f.tag != "" {
		if text, ok := names[f.tag]; ok {
			var value string
			if UnmarshalField(text, &value) && (value == f.tagValue || slices.Contains(f.others, value)) {
				return math.MaxInt
			}
			return -1
		}
	}
	if typ.Kind() == reflect.Map {
		return 0
	}
	if typ.Kind() != reflect.Struct || typ == timeType || layoutOf(typ).isOpt {
		return -1
	}
	own := layoutOf(typ)
	score := 0
	for name := range names {
		if _, ok := own.byName[name]; ok {
			score += 4
		}
	}
	for i := range own.fields {
		if _, ok := names[own.fields[i].name]; own.fields[i].required && !ok {
			score -= 2
		}
	}
	return max(score, 0)
}

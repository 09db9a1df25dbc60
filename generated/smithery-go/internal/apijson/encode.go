package apijson

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"

	"github.com/smithery-ai/smithery-go/packages/param"
	"github.com/smithery-ai/smithery-go/packages/respjson"
)

// Marshal encodes a request. A required object, list, map or enum that is unset is an error: the API would
// reject the request or misread it.
func Marshal(value any) ([]byte, error) {
	w := &writer{}
	if err := w.value(reflect.ValueOf(value), "", ""); err != nil {
		return nil, err
	}
	return w.Bytes(), nil
}

type writer struct{ bytes.Buffer }

// MissingError reports a required value that is not set.
type MissingError struct {
	// Path of the value: `messages[0].content`.
	Path string
}

func (e *MissingError) Error() string { return fmt.Sprintf("%s is required but not set", e.Path) }

var (
	marshalerType = reflect.TypeFor[json.Marshaler]()
	readerType    = reflect.TypeFor[io.Reader]()
)

func (w *writer) value(v reflect.Value, format, path string) error {
	if !v.IsValid() {
		w.WriteString("null")
		return nil
	}
	if own := v.Type(); v.Kind() != reflect.String && own.Implements(readerType) && !own.Implements(marshalerType) {
		if v.Kind() != reflect.Interface && v.Kind() != reflect.Pointer || !v.IsNil() {
			return fmt.Errorf("%s is a file, which JSON cannot contain", placeOf(path))
		}
	}
	switch v.Kind() {
	case reflect.String:
		return w.text(constantOf(v))
	case reflect.Bool:
		w.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.WriteString(strconv.FormatUint(v.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		number := v.Float()
		if math.IsNaN(number) || math.IsInf(number, 0) {
			return fmt.Errorf("%s must be a finite number, not %v", placeOf(path), number)
		}
		data, err := json.Marshal(number)
		w.Write(data)
		return err
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			w.WriteString("null")
			return nil
		}
		return w.value(v.Elem(), format, path)
	case reflect.Slice, reflect.Array:
		return w.list(v, format, path)
	case reflect.Map:
		return w.table(v, format, path)
	case reflect.Struct:
		return w.structure(v, format, path)
	default:
		return fmt.Errorf("%s has the type %s, which JSON cannot represent", placeOf(path), v.Type())
	}
	return nil
}

func placeOf(path string) string {
	if path == "" {
		return "the value"
	}
	return path
}

// constantOf returns the value of a constant, which the caller does not have to set.
func constantOf(v reflect.Value) string {
	if text := v.String(); text != "" {
		return text
	}
	if own, ok := v.Interface().(interface{ DefaultText() string }); ok {
		return own.DefaultText()
	}
	return ""
}

func (w *writer) text(text string) error {
	data, err := json.Marshal(text)
	if err != nil {
		return err
	}
	// Angle brackets and ampersands are sent as they are.
	if bytes.Contains(data, []byte(`\u00`)) {
		data = unescapeHTML(data)
	}
	w.Write(data)
	return nil
}

func unescapeHTML(data []byte) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	var text string
	if json.Unmarshal(data, &text) != nil || encoder.Encode(text) != nil {
		return data
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

func (w *writer) list(v reflect.Value, format, path string) error {
	if v.Type() == rawType {
		return w.raw(v.Bytes(), path)
	}
	if v.Kind() == reflect.Slice && (v.IsNil() || param.IsNullValue(v)) {
		w.WriteString("null")
		return nil
	}
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
		return w.text(base64.StdEncoding.EncodeToString(v.Bytes()))
	}
	w.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := w.value(v.Index(i), format, fmt.Sprintf("%s[%d]", path, i)); err != nil {
			return err
		}
	}
	w.WriteByte(']')
	return nil
}

func (w *writer) raw(data []byte, path string) error {
	if !json.Valid(data) {
		return fmt.Errorf("%s is not valid JSON", placeOf(path))
	}
	return json.Compact(&w.Buffer, data)
}

func (w *writer) table(v reflect.Value, format, path string) error {
	if v.IsNil() || param.IsNullValue(v) {
		w.WriteString("null")
		return nil
	}
	names := v.MapKeys()
	slices.SortFunc(names, func(a, b reflect.Value) int { return compare(a.String(), b.String()) })
	w.WriteByte('{')
	for i, name := range names {
		if name.Kind() != reflect.String {
			return fmt.Errorf("%s has a key that is not a string", placeOf(path))
		}
		if err := w.property(i == 0, name.String()); err != nil {
			return err
		}
		if err := w.value(v.MapIndex(name), format, below(path, name.String())); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

func below(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func (w *writer) property(isFirst bool, name string) error {
	if !isFirst {
		w.WriteByte(',')
	}
	if err := w.text(name); err != nil {
		return err
	}
	w.WriteByte(':')
	return nil
}

func (w *writer) structure(v reflect.Value, format, path string) error {
	if moment, ok := v.Interface().(time.Time); ok {
		return w.text(moment.Format(TimeLayout(format)))
	}
	l := layoutOf(v.Type())
	switch {
	case l.isOpt:
		if v.Interface().(param.Optional).Valid() {
			return w.value(v.Field(0), format, path)
		}
		w.WriteString("null")
		return nil
	case l.isParam:
		own := v.Interface()
		if param.IsNullValue(v) {
			w.WriteString("null")
			return nil
		}
		if other, ok := param.Overridden(own); ok {
			return w.value(reflect.ValueOf(other), format, path)
		}
		if l.isUnion {
			return w.union(v, l, path)
		}
		return w.object(v, l, path, param.Extra(own))
	case l.meta < 0 && v.Type().Implements(marshalerType):
		data, err := json.Marshal(v.Interface())
		w.Write(data)
		return err
	case len(l.inline) > 0:
		return w.union(v, l, path)
	case l.meta >= 0 && v.Field(l.meta).Field(l.metaRaw).String() == "null" && isEmpty(v, l):
		w.WriteString("null")
		return nil
	}
	return w.object(v, l, path, nil)
}

// TimeLayout returns the layout of times with the given format.
func TimeLayout(format string) string {
	if format == "date" {
		return time.DateOnly
	}
	return time.RFC3339Nano
}

// union writes the variant that is set. A union from a response is written unchanged.
func (w *writer) union(v reflect.Value, l *layout, path string) error {
	if l.meta >= 0 {
		if raw := v.Field(l.meta).Field(l.metaRaw).String(); raw != "" {
			w.WriteString(raw)
			return nil
		}
	}
	for i := range l.inline {
		f := &l.inline[i]
		own := v.Field(f.index)
		if own.IsZero() {
			continue
		}
		if f.tag == "" || own.Kind() != reflect.Pointer || own.Elem().Kind() != reflect.Struct {
			return w.value(own, f.format, path)
		}
		return w.tagged(own.Elem(), f, path)
	}
	if !l.isUnion {
		return w.object(v, l, path, nil)
	}
	return &MissingError{placeOf(path) + ": one of its variants"}
}

// tagged writes a variant together with its discriminator value.
func (w *writer) tagged(v reflect.Value, f *field, path string) error {
	own := layoutOf(v.Type())
	if at, ok := own.byName[f.tag]; ok {
		place := v.Field(own.fields[at].index)
		if place.Kind() == reflect.String && place.String() == "" {
			copied := reflect.New(v.Type()).Elem()
			copied.Set(v)
			copied.Field(own.fields[at].index).SetString(f.tagValue)
			v = copied
		}
	}
	return w.structure(v, "", path)
}

func (w *writer) object(v reflect.Value, l *layout, path string, extra map[string]any) error {
	w.WriteByte('{')
	first := true
	for i := range l.fields {
		f := &l.fields[i]
		if _, isReplaced := extra[f.name]; isReplaced {
			continue
		}
		own := v.Field(f.index)
		raw, isSent, err := w.decide(v, own, l, f, path)
		if err != nil {
			return err
		}
		if !isSent {
			continue
		}
		if err := w.property(first, f.name); err != nil {
			return err
		}
		first = false
		if raw != "" {
			w.WriteString(raw)
		} else if err := w.value(own, f.format, below(path, f.name)); err != nil {
			return err
		}
	}
	return w.rest(v, l, path, extra, first)
}

// rest writes properties that are not documented.
func (w *writer) rest(v reflect.Value, l *layout, path string, extra map[string]any, first bool) error {
	others := map[string]reflect.Value{}
	if l.extras >= 0 {
		for iter := v.Field(l.extras).MapRange(); iter.Next(); {
			others[iter.Key().String()] = iter.Value()
		}
	}
	for name, value := range extra {
		others[name] = reflect.ValueOf(value)
	}
	raws := map[string]string{}
	if l.metaMap >= 0 {
		received, _ := v.Field(l.meta).Field(l.metaMap).Interface().(map[string]respjson.Field)
		for name, own := range received {
			value, isPresent := others[name]
			// A value that does not fit the map is not in it. Other values that are missing were removed.
			isMisfit := !isPresent && !own.Valid() && own.Raw() != "null"
			if l.extras < 0 || isMisfit || isPresent && isUnchanged(value, own.Raw(), "") {
				raws[name] = own.Raw()
			}
		}
	}
	all := maps.Clone(raws)
	for name := range others {
		all[name] = ""
	}
	names := slices.Sorted(maps.Keys(all))
	for _, name := range names {
		if err := w.property(first, name); err != nil {
			return err
		}
		first = false
		if raw, ok := raws[name]; ok {
			w.WriteString(raw)
		} else if err := w.value(others[name], "", below(path, name)); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

// decide reports whether a property is sent, and returns its text if it was not changed since it was received.
func (w *writer) decide(v, own reflect.Value, l *layout, f *field, path string) (raw string, isSent bool, err error) {
	if f.meta >= 0 {
		meta := v.Field(l.meta).Field(f.meta).Interface().(respjson.Field)
		if raw = meta.Raw(); raw != "" {
			isKept := !meta.Valid() && own.IsZero() || meta.Valid() && isUnchanged(own, raw, f.format)
			if !isKept {
				raw = cleared(own)
			}
			return raw, true, nil
		}
		isReceived := v.Field(l.meta).Field(l.metaRaw).String() != ""
		return "", !own.IsZero() || f.required && !isReceived && own.Kind() != reflect.Struct, nil
	}
	if !own.IsZero() {
		return "", true, nil
	}
	isConstant := false
	if own.Kind() == reflect.String {
		_, isConstant = own.Interface().(interface{ DefaultText() string })
	}
	switch {
	case isConstant:
		return "", f.required, nil
	case f.required && f.omitZero:
		return "", false, &MissingError{below(path, f.name)}
	default:
		return "", f.required || !f.omitZero && !l.isParam, nil
	}
}

// isUnchanged reports whether a value is what the text was read as. The text is exact: Go's values do not tell a
// null in a list from a zero value.
func isUnchanged(own reflect.Value, raw, format string) bool {
	again := reflect.New(own.Type()).Elem()
	s := &scanner{text: raw}
	return s.value(again, format) && reflect.DeepEqual(again.Interface(), own.Interface())
}

// isEmpty reports whether no property is set.
func isEmpty(v reflect.Value, l *layout) bool {
	return !slices.ContainsFunc(l.fields, func(f field) bool { return !v.Field(f.index).IsZero() })
}

// cleared returns the text of a list or map that was set to nil: empty, because it was not null.
func cleared(own reflect.Value) string {
	switch {
	case own.Kind() == reflect.Map && own.IsNil():
		return "{}"
	case own.Kind() == reflect.Slice && own.IsNil():
		return "[]"
	}
	return ""
}

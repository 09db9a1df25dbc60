package request

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"github.com/corner/bookshop-go/v2/internal/apijson"
	"github.com/corner/bookshop-go/v2/packages/param"
)

// body is a request body: a sequence of texts and files.
type body struct {
	pieces      []any
	contentType string
}

// file is content that is streamed.
type file struct {
	reader io.Reader
	start  int64
	size   int64 // -1: unknown, and it can be read only once
}

func newFile(reader io.Reader) *file {
	own := &file{reader: reader, size: -1}
	if seeker, ok := reader.(io.Seeker); ok {
		start, err := seeker.Seek(0, io.SeekCurrent)
		end, endErr := seeker.Seek(0, io.SeekEnd)
		_, backErr := seeker.Seek(start, io.SeekStart)
		if err == nil && endErr == nil && backErr == nil {
			own.start, own.size = start, end-start
		}
	}
	return own
}

// length returns -1 if it is unknown.
func (b *body) length() int64 {
	total := int64(0)
	for _, piece := range b.pieces {
		switch own := piece.(type) {
		case []byte:
			total += int64(len(own))
		case *file:
			if own.size < 0 {
				return -1
			}
			total += own.size
		}
	}
	return total
}

// open returns a reader of the body for one attempt.
func (b *body) open() (io.ReadCloser, error) {
	readers := make([]io.Reader, 0, len(b.pieces))
	for _, piece := range b.pieces {
		switch own := piece.(type) {
		case []byte:
			readers = append(readers, bytes.NewReader(own))
		case *file:
			if own.size >= 0 {
				if _, err := own.reader.(io.Seeker).Seek(own.start, io.SeekStart); err != nil {
					return nil, err
				}
			}
			readers = append(readers, own.reader)
		}
	}
	if len(readers) == 1 {
		return io.NopCloser(readers[0]), nil
	}
	return io.NopCloser(io.MultiReader(readers...)), nil
}

// isOnce reports whether the body cannot be sent again.
func (b *body) isOnce() bool { return b != nil && b.length() < 0 }

var (
	readerType = reflect.TypeFor[io.Reader]()
	anyType    = reflect.TypeFor[any]()
)

func (c *Config) body() (*body, error) {
	if c.HasBody {
		return otherBody(c.Body, c.BodyType)
	}
	if c.Call.Body == "" {
		return c.edited(nil)
	}
	if c.Call.Body == "raw" {
		return c.rawBody()
	}
	whole := wholeOf(c.Call.Params)
	if c.Call.IsOptional && c.Call.Flag == "" && isUnset(whole) {
		return c.edited(nil)
	}
	if reader, ok := whole.(io.Reader); ok {
		// The type of the body is unknown, and the value is a file.
		return otherBody(reader, first(mediaTypeOf(reader), "application/octet-stream"))
	}
	fields, err := bodyFields(c.Call.Params)
	if err != nil {
		return nil, err
	}
	isForm := c.Call.Body == "multipart" || c.Call.Body == "files" && hasFile(fields)
	switch {
	case isForm:
		return c.multipart(fields)
	case c.Call.Body == "form":
		return c.form(fields)
	}
	data, err := apijson.Marshal(whole)
	if err != nil {
		return nil, err
	}
	if string(data) == "null" {
		return c.edited(nil)
	}
	if c.Call.Flag != "" && !c.Call.FlagInQuery {
		data, err = edit(data, JSONEdit{Path: c.Call.Flag, Value: c.Call.IsStream})
		if err != nil {
			return nil, err
		}
	}
	mediaType := "application/json"
	if len(c.Call.Types) > 0 && c.Call.Body == "json" {
		mediaType = c.Call.Types[0]
	}
	return c.edited(&body{[]any{data}, mediaType})
}

// wholeOf returns the field that holds the whole body, otherwise the arguments.
func wholeOf(params any) any {
	if fields, _ := apijson.Fields(params, "body"); len(fields) > 0 {
		if !fields[0].Value.IsZero() || fields[0].Value.Kind() != reflect.Slice {
			return fields[0].Value.Interface()
		}
		return nil
	}
	return params
}

// isUnset reports whether no field of a body is set.
func isUnset(whole any) bool {
	v := reflect.Indirect(reflect.ValueOf(whole))
	if v.Kind() != reflect.Struct {
		return !v.IsValid() || v.IsZero()
	}
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		isOfBody := tag.Get("json") != "-" || tag.Get("api") == "extras"
		if isOfBody && !v.Field(i).IsZero() {
			return false
		}
	}
	return true
}

func (c *Config) edited(own *body) (*body, error) {
	if len(c.JSON) == 0 {
		return own, nil
	}
	data := []byte("{}")
	if own != nil {
		data = own.pieces[0].([]byte)
	}
	for _, each := range c.JSON {
		var err error
		if data, err = edit(data, each); err != nil {
			return nil, err
		}
	}
	return &body{[]any{data}, "application/json"}, nil
}

// edit changes one property and keeps the text of the others.
func edit(data []byte, change JSONEdit) ([]byte, error) {
	name, rest, isDeep := strings.Cut(change.Path, ".")
	var table map[string]json.RawMessage
	if err := json.Unmarshal(data, &table); err != nil || table == nil {
		return nil, fmt.Errorf("%s cannot be set: the body is not a JSON object", change.Path)
	}
	switch {
	case isDeep:
		below := table[name]
		if below == nil {
			below = json.RawMessage("{}")
		}
		changed, err := edit(below, JSONEdit{rest, change.Value, change.IsDel})
		if err != nil {
			return nil, err
		}
		table[name] = changed
	case change.IsDel:
		delete(table, name)
	default:
		value, err := apijson.Marshal(change.Value)
		if err != nil {
			return nil, err
		}
		table[name] = value
	}
	return apijson.Marshal(table)
}

func otherBody(value any, mediaType string) (*body, error) {
	switch own := value.(type) {
	case nil:
		return nil, nil
	case []byte:
		return &body{[]any{own}, mediaType}, nil
	case string:
		return &body{[]any{[]byte(own)}, mediaType}, nil
	case io.Reader:
		return &body{[]any{newFile(own)}, mediaType}, nil
	}
	data, err := apijson.Marshal(value)
	return &body{[]any{data}, first(mediaType, "application/json")}, err
}

func (c *Config) rawBody() (*body, error) {
	value := c.Call.Params
	if v := reflect.Indirect(reflect.ValueOf(value)); v.Kind() == reflect.Struct && !v.Type().Implements(readerType) {
		fields, err := apijson.Fields(value, "body")
		if err != nil {
			return nil, err
		}
		value = nil
		if len(fields) > 0 {
			value = fields[0].Value.Interface()
		}
	}
	reader, isReader := value.(io.Reader)
	if text, ok := value.(interface{ Or(string) string }); ok && !isReader {
		reader, isReader = strings.NewReader(text.Or("")), true
	}
	if text, ok := value.(string); ok {
		reader, isReader = strings.NewReader(text), true
	}
	if !isReader {
		return nil, nil
	}
	own := mediaTypeOf(reader)
	mediaType := first(own, "application/octet-stream")
	if len(c.Call.Types) > 0 {
		mediaType = c.Call.Types[0]
		for _, allowed := range c.Call.Types {
			if allowed == own {
				mediaType = own
			}
		}
	}
	return &body{[]any{newFile(reader)}, mediaType}, nil
}

func nameOf(reader io.Reader) string {
	if own, ok := reader.(interface{ Filename() string }); ok {
		return own.Filename()
	}
	if own, ok := reader.(interface{ Name() string }); ok {
		return filepath.Base(own.Name())
	}
	return ""
}

func mediaTypeOf(reader io.Reader) string {
	if own, ok := reader.(interface{ ContentType() string }); ok && own.ContentType() != "" {
		return own.ContentType()
	}
	guess, _, _ := strings.Cut(mime.TypeByExtension(filepath.Ext(nameOf(reader))), ";")
	return guess
}

// part is a property of a form.
type part struct {
	name   string
	node   apijson.Node
	raw    string
	reader io.Reader
	list   []io.Reader
}

// bodyFields returns the properties of a form in order; files are kept as they are.
func bodyFields(params any) ([]part, error) {
	v := chosenOf(reflect.Indirect(reflect.ValueOf(wholeOf(params))), 0)
	if v.Kind() != reflect.Struct {
		return nil, nil
	}
	return apijson.Walk(v, func(name string, value reflect.Value, format string) (part, error) {
		own := part{name: name}
		if own.reader, own.list = filesOf(value, 0); own.reader != nil || len(own.list) > 0 {
			return own, nil
		}
		if value.Type().Implements(readerType) {
			return own, nil
		}
		var err error
		if own.node, own.raw, err = apijson.TreeAndText(value, format, name); err != nil {
			return own, err
		}
		return own, nil
	})
}

const deepestUnion = 8

// chosenOf returns the object that a union holds.
func chosenOf(v reflect.Value, depth int) reflect.Value {
	if v.Kind() != reflect.Struct || depth > deepestUnion || !param.IsUnion(v.Interface()) {
		return v
	}
	for i := range v.NumField() {
		own, field := v.Field(i), v.Type().Field(i)
		isVariant := field.Tag.Get("json") == ",omitzero,inline"
		if isVariant && !field.Anonymous && own.Kind() == reflect.Pointer && !own.IsNil() && own.Elem().Kind() == reflect.Struct {
			return chosenOf(own.Elem(), depth+1)
		}
	}
	return v
}

// filesOf returns the file or the list of files in a value, which may be a union.
func filesOf(value reflect.Value, depth int) (io.Reader, []io.Reader) {
	switch {
	case value.Type().Implements(readerType):
		reader, _ := value.Interface().(io.Reader)
		return reader, nil
	case value.Kind() == reflect.Slice && isReader(value.Type().Elem()):
		var list []io.Reader
		for i := range value.Len() {
			reader, isFile := value.Index(i).Interface().(io.Reader)
			if !isFile && value.Type().Elem() == anyType {
				return nil, nil
			}
			list = append(list, reader)
		}
		return nil, list
	case (value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface) && !value.IsNil():
		return filesOf(value.Elem(), depth)
	case value.Kind() == reflect.Struct && depth < deepestUnion && param.IsUnion(value.Interface()):
		for i := range value.NumField() {
			own := value.Field(i)
			if !value.Type().Field(i).IsExported() || value.Type().Field(i).Anonymous || own.IsZero() {
				continue
			}
			if reader, list := filesOf(own, depth+1); reader != nil || len(list) > 0 {
				return reader, list
			}
		}
	}
	return nil, nil
}

// isReader reports whether values of the type can be files: all types that are declared as files, and any.
func isReader(typ reflect.Type) bool { return typ == anyType || typ.Implements(readerType) }

func hasFile(parts []part) bool {
	for _, own := range parts {
		if own.reader != nil || len(own.list) > 0 {
			return true
		}
	}
	return false
}

func (c *Config) form(parts []part) (*body, error) {
	q := &query{array: c.API.Array, nested: c.API.Nested}
	for _, own := range parts {
		var err error
		if chosen, ok := c.Call.Styles[own.name]; ok {
			err = q.styled(own.name, own.node, own.raw, chosen)
		} else {
			err = q.write(own.name, own.node, encodeComponent)
		}
		if err != nil {
			return nil, err
		}
	}
	return &body{[]any{[]byte(q.String())}, "application/x-www-form-urlencoded"}, nil
}

// multipart writes fields before files, for servers that read the form as a stream.
func (c *Config) multipart(parts []part) (*body, error) {
	random := make([]byte, 16)
	_, _ = rand.Read(random)
	w := &formWriter{boundary: "form-" + hex.EncodeToString(random), lists: c.API.FormLists}
	for _, own := range parts {
		chosen, isStyled := c.Call.Styles[own.name]
		readers := own.list
		if own.reader != nil {
			readers = []io.Reader{own.reader}
		}
		for _, reader := range readers {
			name := own.name
			if own.reader == nil {
				name = w.itemName(name, chosen, isStyled)
			}
			w.file(name, reader, chosen)
		}
		if len(readers) == 0 && own.raw != "" {
			if err := w.field(own.name, own.node, own.raw, chosen, isStyled); err != nil {
				return nil, err
			}
		}
	}
	pieces := append(w.fields, w.files...)
	pieces = append(pieces, []byte("--"+w.boundary+"--\r\n"))
	return &body{pieces, "multipart/form-data; boundary=" + w.boundary}, nil
}

type formWriter struct {
	boundary, lists string
	fields, files   []any
}

var jsonType = regexp.MustCompile(`(?i)[/+]json\b`)

func allowedTypes(own Style) []string {
	var types []string
	for text := range strings.SplitSeq(own.ContentType, ",") {
		if text = strings.TrimSpace(text); text != "" {
			types = append(types, text)
		}
	}
	return types
}

func (w *formWriter) itemName(name string, own Style, isStyled bool) string {
	isRepeated := w.lists != "brackets"
	if isStyled && own.Name != "" {
		isRepeated = own.Explode
	}
	if isRepeated || strings.HasSuffix(name, "[]") {
		return name
	}
	return name + "[]"
}

func (w *formWriter) field(name string, n apijson.Node, raw string, own Style, isStyled bool) error {
	types := allowedTypes(own)
	for _, each := range types {
		if jsonType.MatchString(each) {
			w.add(&w.fields, name, []byte(raw), each, "")
			return nil
		}
	}
	switch {
	case n.Kind == 'n':
		return fmt.Errorf("a form cannot hold null (property %s): leave it out", name)
	case n.IsObject():
		for i, item := range n.Items {
			if err := w.field(name+"["+n.Keys[i]+"]", item, item.JSON(), own, isStyled); err != nil {
				return err
			}
		}
	case n.IsList():
		for _, item := range n.Items {
			if err := w.field(w.itemName(name, own, isStyled), item, item.JSON(), own, isStyled); err != nil {
				return err
			}
		}
	default:
		mediaType := ""
		for _, each := range types {
			if !strings.Contains(each, "*") {
				mediaType = each
				break
			}
		}
		w.add(&w.fields, name, []byte(n.Text), mediaType, "")
	}
	return nil
}

func (w *formWriter) file(name string, reader io.Reader, own Style) {
	mediaType := mediaTypeOf(reader)
	plain, _, _ := strings.Cut(mediaType, ";")
	chosen := ""
	for _, each := range allowedTypes(own) {
		prefix := strings.TrimSuffix(strings.ReplaceAll(each, "*/", ""), "*")
		if plain != "" && (each == plain || strings.HasSuffix(each, "*") && strings.HasPrefix(plain, prefix)) {
			chosen = mediaType
			break
		}
	}
	for _, each := range allowedTypes(own) {
		if chosen == "" && !strings.Contains(each, "*") {
			chosen = each
		}
	}
	w.add(&w.files, name, newFile(reader), first(chosen, mediaType, "application/octet-stream"), first(nameOf(reader), "upload"))
}

// quoted escapes line breaks and quotes in a header (WHATWG HTML section 4.10.21.8).
var quoted = strings.NewReplacer("\r", "%0D", "\n", "%0A", `"`, "%22")

func (w *formWriter) add(into *[]any, name string, content any, mediaType, fileName string) {
	head := "--" + w.boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted.Replace(name) + `"`
	if fileName != "" {
		head += `; filename="` + quoted.Replace(fileName) + `"`
	}
	if mediaType != "" {
		head += "\r\nContent-Type: " + strings.NewReplacer("\r", "", "\n", "").Replace(mediaType)
	}
	*into = append(*into, []byte(head+"\r\n\r\n"), content, []byte("\r\n"))
}

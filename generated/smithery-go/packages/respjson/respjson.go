// Package respjson holds metadata of response fields.
package respjson

import "strings"

// Field is the JSON of one field. It shares the memory of the response.
type Field struct {
	// A value of an unexpected type is marked by a leading colon.
	text string
}

// NewField returns the metadata of a decoded value.
func NewField(raw string) Field { return Field{raw} }

// NewInvalidField returns the metadata of a value with an unexpected type.
func NewInvalidField(raw string) Field { return Field{":" + strings.TrimPrefix(raw, ":")} }

// Valid reports whether the response contains the field, not null and with the documented type.
func (f Field) Valid() bool { return f.text != "" && f.text[0] != ':' && f.text != "null" }

// Raw returns the JSON of the field as received, or an empty string if the response does not contain it.
func (f Field) Raw() string {
	if f.text != "" && f.text[0] == ':' {
		return strings.TrimLeft(f.text, ": \t\r\n")
	}
	return f.text
}

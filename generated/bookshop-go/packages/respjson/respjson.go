// Package respjson tells what the server sent for a field of a response.
package respjson

import "strings"

// Field is the JSON of one field. It shares the memory of the response.
type Field struct {
	// A value of another type than the API documents keeps the colon before it as a mark.
	text string
}

// NewField returns the metadata of a value that was read.
func NewField(raw string) Field { return Field{raw} }

// NewInvalidField returns the metadata of a value that does not have the documented type.
func NewInvalidField(raw string) Field { return Field{":" + strings.TrimPrefix(raw, ":")} }

// Valid reports whether the field was sent, is not null, and has the documented type.
func (f Field) Valid() bool { return f.text != "" && f.text[0] != ':' && f.text != "null" }

// Raw returns the JSON of the field as it was sent; it is empty if the field was not sent.
func (f Field) Raw() string {
	if f.text != "" && f.text[0] == ':' {
		return strings.TrimLeft(f.text, ": \t\r\n")
	}
	return f.text
}

// Package ssestream reads streams: server-sent events, and lines of JSON.
package ssestream

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/corner/bookshop-go/v2/internal/apijson"
	"github.com/corner/bookshop-go/v2/internal/request"
)

// Event is a server-sent event (WHATWG HTML section 9.2.6).
type Event struct {
	Type string
	Data []byte
	// isBare is true if there was no data.
	isBare, hasType bool
}

// Decoder reads events.
type Decoder interface {
	Event() Event
	Next() bool
	Close() error
	Err() error
}

// Rule says how events are handled; the first matching rule applies.
type Rule struct {
	// Event is the event type; AnyEvent matches all.
	Event    string
	AnyEvent bool
	// NoEvent matches events without a type.
	NoEvent bool
	Prefix  string
	// Handle is yield, done, error or ignore.
	Handle        string
	IsText        bool
	ErrorProperty string
}

// Reading is how a stream is read.
type Reading struct {
	IsLines bool
	IsText  bool
	Rules   []Rule
}

// Error is an error that the server reported inside a stream.
type Error struct{ Body string }

func (e *Error) Error() string { return "the server reported an error in the stream: " + e.Body }

// NewDecoder reads the events of a response.
func NewDecoder(res *http.Response) Decoder {
	if res == nil || res.Body == nil {
		return nil
	}
	return &eventDecoder{lines: lineReader{in: bufio.NewReader(res.Body)}, body: res.Body, mediaType: res.Header.Get("Content-Type"), operation: operationOf(res)}
}

type lineReader struct {
	in      *bufio.Reader
	onlyLF  bool
	afterCR bool
	started bool
}

// next returns a line without its line break, with io.EOF at the end of the stream.
func (r *lineReader) next() (string, error) {
	var line []byte
	if !r.started {
		r.started = true
		if mark, err := r.in.Peek(3); err == nil && string(mark) == "\ufeff" {
			_, _ = r.in.Discard(3)
		}
	}
	for {
		c, err := r.in.ReadByte()
		if err != nil {
			return strings.ToValidUTF8(string(line), "\ufffd"), err
		}
		if r.afterCR && c == '\n' {
			r.afterCR = false
			continue
		}
		r.afterCR = false
		if c == '\n' || c == '\r' && !r.onlyLF {
			r.afterCR = c == '\r'
			return strings.ToValidUTF8(string(line), "\ufffd"), nil
		}
		line = append(line, c)
	}
}

type eventDecoder struct {
	lines     lineReader
	body      io.ReadCloser
	mediaType string
	operation string
	event     Event
	count     int
	err       error
	progress  progress
	// lastID is the ID in the event that is read.
	lastID *string
}

// progress is where an event stream can continue after a lost connection.
type progress struct {
	// id is nil before an event; an empty ID removes the ID of earlier events.
	id *string
	// delay is what the server asks for; nil if it asks for none.
	delay *time.Duration
}

func (d *eventDecoder) Event() Event { return d.event }

func (d *eventDecoder) Err() error { return d.err }

func (d *eventDecoder) Close() error { return d.body.Close() }

func (d *eventDecoder) Next() bool {
	if d.err != nil {
		return false
	}
	var own Event
	var data []string
	for {
		line, err := d.lines.next()
		if err != nil {
			d.end(err)
			return false
		}
		if line == "" {
			if d.lastID != nil {
				d.progress.id = d.lastID
			}
			if len(data) == 0 && !own.hasType {
				continue
			}
			own.Data, own.isBare = []byte(strings.Join(data, "\n")), len(data) == 0
			d.event = own
			d.count++
			return true
		}
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch name {
		case "data":
			data = append(data, value)
		case "event":
			own.Type, own.hasType = value, true
		case "id":
			if !strings.Contains(value, "\x00") {
				d.lastID = &value
			}
		case "retry":
			if delay, ok := milliseconds(value); ok {
				d.progress.delay = &delay
			}
		}
	}
}

// milliseconds reads a number of ASCII digits; delays above 24 days are ignored.
func milliseconds(text string) (time.Duration, bool) {
	number, err := strconv.ParseUint(text, 10, 31)
	return time.Duration(number) * time.Millisecond, err == nil
}

// end reports an HTML page as an error: it is not a stream without events.
func (d *eventDecoder) end(err error) {
	if !errors.Is(err, io.EOF) {
		d.err = &request.ConnectionError{Err: fmt.Errorf("the stream was interrupted: %w", err), Operation: d.operation}
	} else if d.count == 0 && d.mediaType != "" && !strings.Contains(strings.ToLower(d.mediaType), "event-stream") {
		d.err = &request.ResponseError{Message: "expected an event stream, got " + d.mediaType}
	}
}

// Stream is a stream of values. It must be closed, unless Next reported false.
type Stream[T any] struct {
	source source
	item   T
	err    error
}

// NewStream reads JSON from events. `[DONE]` ends the stream.
func NewStream[T any](decoder Decoder, err error) *Stream[T] {
	return &Stream[T]{source: source{decoder: decoder}, err: err}
}

// Read returns the stream of a response.
func Read[T any](res *http.Response, err error, reading Reading) *Stream[T] {
	if err != nil || res == nil {
		return &Stream[T]{err: err}
	}
	// 204 tells event sources to stop reconnecting (WHATWG HTML section 9.2.3).
	own := source{reading: reading, body: res.Body, res: res, isDone: res.StatusCode == http.StatusNoContent}
	if reading.IsLines {
		own.lines = &lineReader{in: bufio.NewReader(res.Body), onlyLF: true}
	} else {
		own.decoder = NewDecoder(res)
	}
	return &Stream[T]{source: own}
}

// Next advances to the next value. It returns false at the end or if the stream fails: see Err.
func (s *Stream[T]) Next() bool {
	if s.err != nil {
		return false
	}
	text, isText, ok := s.source.next()
	if !ok {
		s.err = s.source.err
		_ = s.Close()
		return false
	}
	var item T
	own, isString := any(&item).(*string)
	if isText && !isString {
		// A union with a string.
		quoted, _ := json.Marshal(text)
		text = string(quoted)
	}
	if isString && isText {
		*own = text
	} else if err := apijson.UnmarshalText(text, &item); err != nil {
		s.err = s.source.fault("invalid JSON in a stream", text)
		_ = s.Close()
		return false
	}
	s.item = item
	return true
}

// Current returns the value that Next advanced to.
func (s *Stream[T]) Current() T { return s.item }

// Err returns the error that ended the stream; nil at its end.
func (s *Stream[T]) Err() error { return s.err }

// Close ends the request.
func (s *Stream[T]) Close() error { return s.source.close() }

// All iterates over the values and closes the stream. An error comes last.
func (s *Stream[T]) All() iter.Seq2[T, error] { return all[T](s) }

// values is a stream of one connection or of several.
type values[T any] interface {
	Next() bool
	Current() T
	Err() error
	Close() error
}

func all[T any](from values[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		defer from.Close()
		for from.Next() {
			if !yield(from.Current(), nil) {
				return
			}
		}
		if from.Err() != nil {
			var none T
			yield(none, from.Err())
		}
	}
}

// source yields the JSON of each value.
type source struct {
	reading Reading
	decoder Decoder
	lines   *lineReader
	body    io.Closer
	res     *http.Response
	err     error
	isDone  bool
}

func operationOf(res *http.Response) string {
	if res == nil || res.Request == nil {
		return ""
	}
	return res.Request.Method + " " + res.Request.URL.Path
}

func (s *source) fault(message, text string) error {
	own := &request.ResponseError{Message: message, Body: text, Operation: operationOf(s.res)}
	if s.res != nil {
		own.StatusCode, own.Response = s.res.StatusCode, s.res
	}
	return own
}

// progress is where the stream can continue; only events have IDs.
func (s *source) progress() progress {
	if own, ok := s.decoder.(*eventDecoder); ok {
		return own.progress
	}
	return progress{}
}

// operation is the HTTP method and the path of the request.
func (s *source) operation() string { return operationOf(s.res) }

func (s *source) close() error {
	switch {
	case s.body != nil:
		return s.body.Close()
	case s.decoder != nil:
		return s.decoder.Close()
	}
	return nil
}

func (s *source) next() (text string, isText, ok bool) {
	if s.lines != nil {
		return s.nextLine()
	}
	for s.decoder != nil && !s.isDone && s.decoder.Next() {
		event := s.decoder.Event()
		text, isText, ok = s.apply(event)
		if ok || s.err != nil || s.isDone {
			return text, isText, ok
		}
	}
	if s.decoder != nil && !s.isDone {
		s.err = s.decoder.Err()
	}
	return "", false, false
}

func (s *source) nextLine() (string, bool, bool) {
	for !s.isDone {
		line, err := s.lines.next()
		if err != nil {
			s.isDone = true
			if !errors.Is(err, io.EOF) {
				s.err = &request.ConnectionError{Err: fmt.Errorf("the stream was interrupted: %w", err), Operation: operationOf(s.res)}
				return "", false, false
			}
		}
		if strings.TrimSpace(line) != "" {
			var text string
			if fits, err := apijson.Decode(line, &text); s.reading.IsText && fits && err == nil {
				line = text
			}
			return line, s.reading.IsText, true
		}
	}
	return "", false, false
}

func (s *source) apply(event Event) (string, bool, bool) {
	rule := Rule{AnyEvent: true, Handle: "yield"}
	if len(s.reading.Rules) > 0 {
		rule.Handle = "ignore"
		for _, each := range s.reading.Rules {
			if each.fits(event) {
				rule = each
				break
			}
		}
	}
	data := string(event.Data)
	switch rule.Handle {
	case "done":
		s.isDone = true
	case "error":
		s.err = &Error{data}
	case "yield":
		switch {
		case event.isBare:
		case rule.IsText || s.reading.IsText:
			return data, true, true
		case len(s.reading.Rules) == 0 && data == "[DONE]":
			s.isDone = true
		default:
			if rule.ErrorProperty != "" && apijson.Check(data) == nil {
				if failure := apijson.Get(data, rule.ErrorProperty); failure != "" && failure != "null" && failure != "false" {
					s.err = &Error{failure}
					return "", false, false
				}
			}
			return data, false, true
		}
	}
	return "", false, false
}

func (r Rule) fits(event Event) bool {
	if r.Prefix != "" && !strings.HasPrefix(string(event.Data), r.Prefix) {
		return false
	}
	return r.AnyEvent || r.NoEvent && !event.hasType || !r.NoEvent && event.hasType && r.Event == event.Type
}

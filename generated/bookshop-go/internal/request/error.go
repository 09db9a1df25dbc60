package request

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"reflect"
	"strings"

	"github.com/corner/bookshop-go/v2/internal/apijson"
)

// Error is a response with an error status.
type Error struct {
	StatusCode int
	Request    *http.Request
	Response   *http.Response
	// Message is the explanation in the body, at most 500 characters.
	Message string
	raw     []byte
	body    any
	secrets []string
	// operation is the HTTP method and the path template.
	operation string
}

func (e *Error) Error() string {
	id := ""
	if own := e.RequestID(); own != "" {
		id = ", request " + own
	}
	return fmt.Sprintf("%d %s (%s%s)", e.StatusCode, e.Message, e.operation, id)
}

// RawJSON returns the body as received.
func (e *Error) RawJSON() string { return string(e.raw) }

// Body is a pointer to the type documented for this status, or nil.
func (e *Error) Body() any { return e.body }

// RequestID returns the server's ID for the request, which its support may ask for.
func (e *Error) RequestID() string {
	return first(e.Response.Header.Get("X-Request-Id"), e.Response.Header.Get("Request-Id"))
}

// URL returns the URL of the request without credentials.
func (e *Error) URL() string {
	own := *e.Request.URL
	own.RawQuery = redactQuery(own.RawQuery, e.secrets)
	own.User = nil
	return own.String()
}

// DumpRequest returns the request as text, without credentials.
func (e *Error) DumpRequest(body bool) []byte {
	copied := e.Request.Clone(e.Request.Context())
	copied.URL.RawQuery = redactQuery(copied.URL.RawQuery, e.secrets)
	redact(copied.Header, e.secrets)
	copied.Body = nil
	if body && e.Request.GetBody != nil {
		copied.Body, _ = e.Request.GetBody()
	}
	out, _ := httputil.DumpRequestOut(copied, body && copied.Body != nil)
	return out
}

// DumpResponse returns the response as text.
func (e *Error) DumpResponse(body bool) []byte {
	copied := *e.Response
	copied.Header = e.Response.Header.Clone()
	redact(copied.Header, e.secrets)
	copied.Body = io.NopCloser(bytes.NewReader(e.raw))
	out, _ := httputil.DumpResponse(&copied, body)
	return out
}

func (c *Config) statusError(res *http.Response, data []byte) error {
	e := &Error{StatusCode: res.StatusCode, Request: res.Request, Response: res, raw: data, secrets: c.secretNames(), operation: c.operation()}
	e.Message = describe(data)
	if asked, ok := askedDelay(res.Header); ok && asked > longestWait && c.API.Retry.wants(res.StatusCode, res.Header) {
		e.Message += fmt.Sprintf("; not retried, because the delay of %.0f s that the server asked for is too long", asked.Seconds())
	}
	if e.Request == nil {
		e.Request = &http.Request{Method: c.Method}
	}
	res.Body = io.NopCloser(bytes.NewReader(data))
	for _, status := range []string{itoa(res.StatusCode), itoa(res.StatusCode/100) + "XX", "default"} {
		typed, ok := c.Call.Errors[status]
		if !ok {
			continue
		}
		target := reflect.New(reflect.TypeOf(typed).Elem())
		if apijson.UnmarshalText(string(data), target.Interface()) == nil {
			e.body = target.Interface()
		}
		break
	}
	return e
}

// ConnectionError reports that no complete response was received.
type ConnectionError struct {
	// IsTimeout is true if an attempt timed out.
	IsTimeout bool
	Err       error
	// Operation is the HTTP method and the path template.
	Operation string
}

func (e *ConnectionError) Error() string {
	text := "connection error: "
	if e.IsTimeout {
		text = "request timed out: "
	}
	return text + e.Err.Error() + " (" + e.Operation + ")"
}

func (e *ConnectionError) Unwrap() error { return e.Err }

// withoutURL removes the URL, which may contain credentials.
func withoutURL(err error) error {
	var own *url.Error
	if errors.As(err, &own) {
		return own.Err
	}
	return err
}

func (c *Config) operation() string {
	path := c.Path.template
	if c.Path.isVerbatim {
		path, _, _ = strings.Cut(path, "?")
	}
	return c.Method + " /" + path
}

// PageError reports why the next page cannot be fetched.
type PageError struct{ Message string }

func (e *PageError) Error() string { return e.Message }

// ResponseError reports a successful response whose body does not match the API description.
type ResponseError struct {
	StatusCode int
	Response   *http.Response
	Message    string
	Body       string
	// Operation is the HTTP method and the path.
	Operation string
}

func (e *ResponseError) Error() string {
	text := e.Message + ": " + shortened(e.Body)
	if e.Operation == "" {
		return text
	}
	return text + " (" + e.Operation + ")"
}

const longestText = 500

func shortened(text string) string {
	if runes := []rune(text); len(runes) > longestText {
		return string(runes[:longestText]) + "…"
	}
	return text
}

// describe returns the explanation in an error body of a common shape.
func describe(data []byte) string {
	text := strings.TrimSpace(string(data))
	var body any
	if json.Unmarshal(data, &body) == nil {
		if found := messageOf(body, 0); found != "" {
			text = found
		} else if _, isText := body.(string); isText {
			text = ""
		} else if compact, err := apijson.Compact(text); err == nil {
			text = compact
		}
	}
	if text == "" {
		return "status code (no body)"
	}
	return shortened(text)
}

var members = []string{"message", "error_description", "error", "detail", "title", "errors", "msg", "reason"}

const (
	deepestMessage = 4
	mostMessages   = 3
)

func messageOf(body any, depth int) string {
	switch own := body.(type) {
	case string:
		return strings.TrimSpace(own)
	case []any:
		if depth > deepestMessage {
			return ""
		}
		var texts []string
		for _, item := range own[:min(len(own), mostMessages)] {
			if text := messageOf(item, depth+1); text != "" {
				texts = append(texts, text)
			}
		}
		return strings.Join(texts, "; ")
	case map[string]any:
		if depth > deepestMessage {
			return ""
		}
		for _, name := range members {
			text := messageOf(own[name], depth+1)
			if fields, ok := own[name].(map[string]any); text == "" && name == "errors" && ok {
				text = fieldMessages(fields, depth)
			}
			if text != "" {
				return placed(own["loc"], text)
			}
		}
	}
	return ""
}

func fieldMessages(fields map[string]any, depth int) string {
	var texts []string
	for _, name := range sortedKeys(fields) {
		if text := messageOf(fields[name], depth+1); text != "" && len(texts) < mostMessages {
			texts = append(texts, name+": "+text)
		}
	}
	return strings.Join(texts, "; ")
}

// placed prefixes a message with its location: `body`, `items`, 0 becomes `items.0`.
func placed(loc any, text string) string {
	places, _ := loc.([]any)
	var names []string
	for _, place := range places[min(1, len(places)):] {
		switch place.(type) {
		case string, float64:
			names = append(names, fmt.Sprint(place))
		}
	}
	if len(names) == 0 {
		return text
	}
	return strings.Join(names, ".") + ": " + text
}

// Package option holds the options of the client, its services and its calls. Later ones replace earlier ones.
package option

import (
	"bytes"
	"log"
	"net/http"
	"net/url"
	"time"

	"github.com/smithery-ai/smithery-go/internal/request"
)

type (
	// RequestOption changes how requests are sent.
	RequestOption = request.RequestOption
	// Middleware wraps each attempt of a request.
	Middleware = request.Middleware
	// MiddlewareNext sends the request.
	MiddlewareNext = request.Next
	// HTTPClient sends requests; *http.Client does.
	HTTPClient = request.Doer
)

func change(use func(*request.Config)) RequestOption {
	return request.OptionFunc(func(c *request.Config) error { use(c); return nil })
}

// WithBaseURL sets the base URL.
func WithBaseURL(base string) RequestOption {
	return request.OptionFunc(func(c *request.Config) error {
		parsed, err := url.Parse(base)
		if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
			return &request.ConfigError{Message: "the base URL must begin with https:// or http://"}
		}
		c.BaseURL = base
		return nil
	})
}

// WithHTTPClient sets the HTTP client that sends requests.
func WithHTTPClient(client HTTPClient) RequestOption {
	return request.OptionFunc(func(c *request.Config) error {
		if client == nil {
			return &request.ConfigError{Message: "the HTTP client must not be nil"}
		}
		c.Client = client
		return nil
	})
}

// WithMiddleware adds functions that wrap each attempt; the first is outermost.
func WithMiddleware(middlewares ...Middleware) RequestOption {
	return change(func(c *request.Config) {
		c.Middlewares = append(c.Middlewares[:len(c.Middlewares):len(c.Middlewares)], middlewares...)
	})
}

// WithMaxRetries sets the maximum number of retries; 0 disables them.
func WithMaxRetries(retries int) RequestOption {
	return request.OptionFunc(func(c *request.Config) error {
		if retries < 0 {
			return &request.ConfigError{Message: "the number of retries must not be negative; use 0 for none"}
		}
		c.SetRetries(retries)
		return nil
	})
}

// WithRequestTimeout sets the timeout of each attempt. The deadline of the context limits the whole call.
func WithRequestTimeout(dur time.Duration) RequestOption {
	return change(func(c *request.Config) { c.SetTimeout(dur) })
}

func header(edit func(http.Header)) RequestOption {
	return change(func(c *request.Config) { c.Header = append(c.Header[:len(c.Header):len(c.Header)], edit) })
}

// WithHeader sets a header.
func WithHeader(key, value string) RequestOption {
	return header(func(h http.Header) { h.Set(key, value) })
}

// WithHeaderAdd adds a value to a header.
func WithHeaderAdd(key, value string) RequestOption {
	return header(func(h http.Header) { h.Add(key, value) })
}

// WithHeaderDel removes a header.
func WithHeaderDel(key string) RequestOption { return header(func(h http.Header) { h.Del(key) }) }

func query(edit func(*request.Values)) RequestOption {
	return change(func(c *request.Config) { c.Query = append(c.Query[:len(c.Query):len(c.Query)], edit) })
}

// WithQuery sets a query parameter.
func WithQuery(key, value string) RequestOption {
	return query(func(v *request.Values) { v.Set(key, value) })
}

// WithQueryAdd adds a query parameter.
func WithQueryAdd(key, value string) RequestOption {
	return query(func(v *request.Values) { v.Add(key, value) })
}

// WithQueryDel removes a query parameter.
func WithQueryDel(key string) RequestOption { return query(func(v *request.Values) { v.Del(key) }) }

func jsonEdit(edit request.JSONEdit) RequestOption {
	return change(func(c *request.Config) { c.JSON = append(c.JSON[:len(c.JSON):len(c.JSON)], edit) })
}

// WithJSONSet sets a property of the JSON body; a dot in the key leads into an object.
func WithJSONSet(key string, value any) RequestOption {
	return jsonEdit(request.JSONEdit{Path: key, Value: value})
}

// WithJSONDel removes a property of the JSON body.
func WithJSONDel(key string) RequestOption {
	return jsonEdit(request.JSONEdit{Path: key, IsDel: true})
}

// WithRequestBody replaces the body with bytes, a string, a reader, or a value that is sent as JSON.
func WithRequestBody(contentType string, body any) RequestOption {
	return change(func(c *request.Config) {
		c.Body, c.BodyType, c.HasBody = body, contentType, true
		if buffer, ok := body.(*bytes.Buffer); ok {
			c.Body = buffer.Bytes()
		}
	})
}

// WithResponseInto stores the response. Its body has already been read.
func WithResponseInto(dst **http.Response) RequestOption {
	return change(func(c *request.Config) { c.ResponseTo = dst })
}

// WithResponseBodyInto decodes the body of the response into another type: a pointer to a pointer, or *[]byte.
func WithResponseBodyInto(dst any) RequestOption {
	return change(func(c *request.Config) { c.BodyTo = dst })
}

// WithDebugLog logs every attempt, without credentials or bodies.
func WithDebugLog(logger *log.Logger) RequestOption {
	return change(func(c *request.Config) {
		if logger == nil {
			logger = log.Default()
		}
		c.Logger = logger
	})
}

// WithMaxResponseBytes limits the size of bodies that are read into memory; a larger body is an error.
func WithMaxResponseBytes(limit int64) RequestOption {
	return change(func(c *request.Config) { c.MaxBytes = limit })
}

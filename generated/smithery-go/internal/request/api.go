// Package request sends the requests of all operations.
package request

import (
	"context"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// API describes the API as a whole.
type API struct {
	Title     string
	UserAgent string
	// Servers by name; the first is the default.
	Servers     []Server
	BaseURLEnv  string
	HeadersEnv  string
	Options     []Option
	Schemes     []Scheme
	Security    Security
	PerEndpoint bool
	Header      map[string]string
	Idempotency string
	Array       string
	Nested      string
	// FormLists is how list items are named in a form: repeat or brackets.
	FormLists  string
	Timeout    time.Duration
	MaxRetries int
	Retry      Retry
	tokens     tokenCache
}

// Server is a base URL of the API. Names of client options are in braces.
type Server struct{ Name, URL string }

// Option is an option of the client.
type Option struct {
	Key, Name, Env, Default string
	IsRequired              bool
	// In is header, query or cookie if the option is sent under its name.
	In, SentAs string
}

// Security lists alternatives, each with its schemes and their scopes.
type Security []map[string][]string

// Call describes the request and the response of an operation.
type Call struct {
	Params any
	// Body is json, form, multipart, files (a form if there is a file, otherwise JSON) or raw.
	Body string
	// IsOptional is true if no body is sent when nothing of it is set.
	IsOptional bool
	// Types are the media types of the body. If there are several, the file's own type is used if listed.
	Types []string
	// Query that is part of the path.
	Query string
	// Styles of parameters and of form parts, by name.
	Styles map[string]Style
	Accept string
	Server string
	// Flag is the property that requests a stream; IsStream is its value.
	Flag     string
	IsStream bool
	// FlagInQuery is true if the flag is a query parameter.
	FlagInQuery bool
	Security    Security
	HasSecurity bool
	Timeout     time.Duration
	Retries     int // -1: none; 0: those of the client
	// IsKeyed (idempotency key) and IsHarmless (a read) allow retries.
	IsKeyed bool
	// Errors maps a status to a pointer to the type of its error body.
	Errors map[string]any
	// Unwrap is the property of the body that is the result.
	Unwrap []string
}

// RequestOption changes how a request is sent.
type RequestOption interface{ Apply(*Config) error }

// OptionFunc adapts a function to RequestOption.
type OptionFunc func(*Config) error

// Apply implements RequestOption.
func (f OptionFunc) Apply(config *Config) error { return f(config) }

// Doer sends a request; *http.Client does.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type (
	// Next sends the request.
	Next = func(*http.Request) (*http.Response, error)
	// Middleware wraps each attempt.
	Middleware = func(*http.Request, Next) (*http.Response, error)
)

// Config is a request with all its options.
type Config struct {
	API         *API
	Context     context.Context
	Method      string
	Path        PathTemplate
	Call        Call
	URL         string // of a page; it replaces path and query
	BaseURL     string
	Environment string
	Values      map[string]string
	Client      Doer
	Middlewares []Middleware
	MaxRetries  int
	Timeout     time.Duration
	Header      []func(http.Header)
	Query       []func(*Values)
	JSON        []JSONEdit
	Body        any
	BodyType    string
	HasBody     bool
	ResponseTo  **http.Response
	MaxBytes    int64
	BodyTo      any
	Logger      *log.Logger
	positions   map[string]string
	trail       trail
	retriesSet  bool
	timeoutSet  bool
}

// Values are query parameters set by options.
type Values struct{ q *query }

// Set replaces a parameter.
func (v *Values) Set(name, value string) { v.Del(name); v.Add(name, value) }

// Add adds a parameter.
func (v *Values) Add(name, value string) { v.q.add(encodeComponent(name), encodeComponent(value)) }

// Del removes a parameter.
func (v *Values) Del(name string) {
	kept := v.q.pairs[:0:0]
	for _, each := range v.q.pairs {
		if each.name != encodeComponent(name) {
			kept = append(kept, each)
		}
	}
	v.q.pairs = kept
}

// JSONEdit sets or deletes a property of the body, addressed by a dotted path.
type JSONEdit struct {
	Path  string
	Value any
	IsDel bool
}

// SetRetries sets the maximum number of retries.
func (c *Config) SetRetries(count int) { c.MaxRetries, c.retriesSet = count, true }

// SetTimeout sets the timeout of each attempt.
func (c *Config) SetTimeout(limit time.Duration) { c.Timeout, c.timeoutSet = limit, true }

// Value sets a client option.
func Value(key, value string) RequestOption {
	return OptionFunc(func(c *Config) error { c.Values[key] = value; return nil })
}

// FromEnv returns the options set by environment variables.
func (a *API) FromEnv() []RequestOption {
	var options []RequestOption
	for _, own := range a.Options {
		if value := strings.TrimSpace(os.Getenv(own.Env)); own.Env != "" && value != "" {
			options = append(options, Value(own.Key, value))
		}
	}
	if url := strings.TrimSpace(os.Getenv(a.BaseURLEnv)); url != "" {
		options = append(options, OptionFunc(func(c *Config) error { c.BaseURL = url; return nil }))
	}
	for line := range strings.SplitSeq(os.Getenv(a.HeadersEnv), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok {
			options = append(options, OptionFunc(func(c *Config) error {
				c.Header = append(c.Header, func(h http.Header) { h.Set(strings.TrimSpace(name), strings.TrimSpace(value)) })
				return nil
			}))
		}
	}
	return options
}

func (a *API) config(ctx context.Context, method string, path PathTemplate, call Call, opts []RequestOption) (*Config, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	c := &Config{API: a, Context: ctx, Method: method, Path: path, Call: call, Values: map[string]string{}}
	for _, own := range a.Options {
		if own.Default != "" {
			c.Values[own.Key] = own.Default
		}
	}
	for _, option := range opts {
		if option == nil {
			continue
		}
		if err := option.Apply(c); err != nil {
			return nil, err
		}
	}
	if !c.timeoutSet {
		c.Timeout = first(call.Timeout, a.Timeout, time.Minute)
	}
	if !c.retriesSet {
		c.MaxRetries = first(call.Retries, a.MaxRetries, 2)
	}
	c.MaxRetries = max(c.MaxRetries, 0)
	return c, nil
}

func first[T comparable](values ...T) T {
	var zero T
	for _, value := range values {
		if value != zero {
			return value
		}
	}
	return zero
}

// base returns the base URL.
func (c *Config) base() (string, error) {
	url := c.BaseURL
	if url == "" && c.Call.Server != "" {
		url = c.Call.Server
	}
	if url == "" {
		for _, server := range c.API.Servers {
			if c.Environment == "" || c.Environment == server.Name {
				url = server.URL
				break
			}
		}
	}
	if url == "" {
		return "", &ConfigError{"there is no base URL: set option.WithBaseURL or " + c.API.BaseURLEnv}
	}
	for key, value := range c.Values {
		if strings.Contains(url, "{"+key+"}") {
			url = strings.ReplaceAll(url, "{"+key+"}", encode(value, unreserved+":/"))
		}
	}
	return strings.TrimRight(url, "/"), nil
}

func (c *Config) checkOptions() error {
	for _, own := range c.API.Options {
		if _, ok := c.Values[own.Key]; own.IsRequired && !ok {
			text := "set option.With" + own.Name
			if own.Env != "" {
				text += " or the environment variable " + own.Env
			}
			return &ConfigError{"the client has no " + own.Key + ": " + text}
		}
	}
	return nil
}

// ConfigError reports a missing or invalid client option.
type ConfigError struct{ Message string }

func (e *ConfigError) Error() string { return e.Message }

var once sync.Once

var shared *http.Client

// defaultClient reuses connections and limits the time to connect.
func defaultClient() *http.Client {
	once.Do(func() { shared = &http.Client{} })
	return shared
}

func itoa(number int) string { return strconv.Itoa(number) }

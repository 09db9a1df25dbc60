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

// API is what the SDK knows of the API as a whole.
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
	// FormLists is how the items of a list are called in a form: repeat or brackets.
	FormLists  string
	Timeout    time.Duration
	MaxRetries int
	Retry      Retry
	tokens     tokenCache
}

// Server is an address of the API. Options of the client stand in braces.
type Server struct{ Name, URL string }

// Option is an option of the client.
type Option struct {
	Key, Name, Env, Default string
	IsRequired              bool
	// In is header, query or cookie where the option is sent by its name.
	In, SentAs string
}

// Security lists alternatives, each with its schemes and their scopes.
type Security []map[string][]string

// Call is what an operation says of its request and its response.
type Call struct {
	Params any
	// Body is json, form, multipart, files (a form where there is a file, else JSON) or raw.
	Body string
	// Types are the media types of the body; several: that of the file, if it is one of them.
	Types []string
	// Query that is part of the path.
	Query string
	// Styles of parameters, and of parts of a form, by their names.
	Styles map[string]Style
	Accept string
	Server string
	// Flag is the property that asks for a stream; IsStream its value.
	Flag     string
	IsStream bool
	// FlagInQuery tells that the flag is a query parameter.
	FlagInQuery bool
	Security    Security
	HasSecurity bool
	Timeout     time.Duration
	Retries     int // -1: none; 0: those of the client
	// IsKeyed and IsHarmless tell why the call may be repeated.
	IsKeyed bool
	// Errors are pointers to the types of error bodies, by status.
	Errors map[string]any
	// Unwrap is the property of the body that is the result.
	Unwrap []string
}

// RequestOption changes how a request is sent.
type RequestOption interface{ Apply(*Config) error }

// OptionFunc is a function as an option.
type OptionFunc func(*Config) error

// Apply implements RequestOption.
func (f OptionFunc) Apply(config *Config) error { return f(config) }

// Doer sends a request; *http.Client does.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type (
	// Next sends the request on.
	Next = func(*http.Request) (*http.Response, error)
	// Middleware stands around each attempt.
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

// Values is a query that options change.
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

// JSONEdit sets or deletes a property of the body, at a path with dots.
type JSONEdit struct {
	Path  string
	Value any
	IsDel bool
}

// SetRetries is the number of retries that the caller wants.
func (c *Config) SetRetries(count int) { c.MaxRetries, c.retriesSet = count, true }

// SetTimeout is the time limit of each attempt that the caller wants.
func (c *Config) SetTimeout(limit time.Duration) { c.Timeout, c.timeoutSet = limit, true }

// Value sets an option of the client.
func Value(key, value string) RequestOption {
	return OptionFunc(func(c *Config) error { c.Values[key] = value; return nil })
}

// FromEnv are the options that the environment sets.
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

// base is the address that paths are below.
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

// ConfigError says what the client lacks.
type ConfigError struct{ Message string }

func (e *ConfigError) Error() string { return e.Message }

var once sync.Once

var shared *http.Client

// defaultClient keeps connections, and limits the time to connect.
func defaultClient() *http.Client {
	once.Do(func() { shared = &http.Client{} })
	return shared
}

func itoa(number int) string { return strconv.Itoa(number) }

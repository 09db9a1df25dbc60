package request

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/smithery-ai/smithery-go/internal/apijson"
)

// Do sends a request and decodes the response into `res`, a pointer to a pointer of the result, unless it is nil.
// An *http.Response is returned with its body open.
func (a *API) Do(ctx context.Context, method string, path PathTemplate, call Call, res any, opts ...[]RequestOption) error {
	c, err := a.config(ctx, method, path, call, slices.Concat(opts...))
	if err != nil {
		return err
	}
	return c.run(res)
}

// Execute sends an undocumented request.
func (a *API) Execute(ctx context.Context, method, path string, params, res any, opts ...[]RequestOption) error {
	call := Call{}
	if params != nil {
		call = Call{Params: params, Body: "json"}
	}
	own := slices.Concat(opts...)
	if strings.Contains(path, "://") {
		own = append(own, OptionFunc(func(c *Config) error { c.URL = path; return nil }))
	}
	return a.Do(ctx, method, Verbatim(path), call, res, own)
}

func (c *Config) run(res any) error {
	if err := c.checkOptions(); err != nil {
		return err
	}
	if c.API.Retry.MaxElapsed > 0 {
		limited, cancel := context.WithTimeout(c.Context, c.API.Retry.MaxElapsed)
		defer cancel()
		c.Context = limited
	}
	own, err := c.body()
	if err != nil {
		return err
	}
	if c.BodyTo != nil {
		res = c.BodyTo
	}
	raw, isRaw := res.(**http.Response)
	key := ""
	if c.API.Idempotency != "" && c.Method != http.MethodGet {
		key = randomKey()
	}
	isRenewed := false
	for attempt := 0; ; attempt++ {
		response, data, err := c.attempt(own, key, attempt, isRaw)
		if c.ResponseTo != nil && response != nil {
			*c.ResponseTo = response
		}
		if err == nil && response.StatusCode/100 == 2 {
			if isRaw {
				*raw = response
				return nil
			}
			return c.decode(response, data, res)
		}
		var header http.Header
		if err == nil {
			err, header = c.statusError(response, data), response.Header
		}
		refused := ""
		if response != nil && response.StatusCode == http.StatusUnauthorized && response.Request != nil {
			refused = response.Request.Header.Get("Authorization")
		}
		if refused != "" && !isRenewed && c.usesTokens() && !own.isOnce() {
			isRenewed = true
			c.API.forget(c.Context, refused)
			attempt--
			continue
		}
		pause, mayRetry := c.mayRetry(err, response, header, attempt)
		if !mayRetry || own.isOnce() || !wait(c.Context, pause) {
			return err
		}
	}
}

func (c *Config) usesTokens() bool {
	return slices.ContainsFunc(c.API.Schemes, func(scheme Scheme) bool { return scheme.Kind == "client_credentials" })
}

func (c *Config) mayRetry(err error, res *http.Response, header http.Header, attempt int) (time.Duration, bool) {
	var config *ConfigError
	var connection *ConnectionError
	if attempt >= c.MaxRetries || c.Context.Err() != nil || errors.As(err, &config) {
		return 0, false
	}
	if res != nil && header == nil {
		// The response was cut off; the server has already processed the request.
		if !c.isRepeatable() {
			return 0, false
		}
		return c.API.Retry.delay(nil, attempt), true
	}
	if res != nil {
		if asked, ok := askedDelay(header); ok && asked > longestWait {
			return 0, false
		}
		return c.API.Retry.delay(header, attempt), c.API.Retry.wants(res.StatusCode, header)
	}
	return c.API.Retry.delay(nil, attempt), errors.As(err, &connection)
}

func (c *Config) isRepeatable() bool {
	return c.API.Idempotency != "" || c.Call.IsKeyed || c.Method != http.MethodPost && c.Method != http.MethodPatch
}

func randomKey() string {
	random := make([]byte, 16)
	_, _ = rand.Read(random)
	return "retry-" + hex.EncodeToString(random)
}

// attempt sends the request once. It reads the body, unless the caller asked for the raw response.
func (c *Config) attempt(own *body, key string, attempt int, isRaw bool) (*http.Response, []byte, error) {
	ctx, cancel := context.WithCancelCause(c.Context)
	var timer *time.Timer
	if c.Timeout > 0 {
		timer = time.AfterFunc(c.Timeout, func() { cancel(errTimeout) })
	}
	stop := func() {
		if timer != nil {
			timer.Stop()
		}
	}
	req, err := c.build(ctx, own, key, attempt)
	if err != nil {
		stop()
		cancel(nil)
		return nil, nil, err
	}
	c.log(req, "")
	res, err := c.send(req)
	if err != nil {
		stop()
		err = c.connectionError(ctx, err)
		cancel(nil)
		c.log(req, ": %v", err)
		return nil, nil, err
	}
	c.log(req, ": %d", res.StatusCode)
	if res.Request == nil {
		res.Request = req
	}
	if isRaw && res.StatusCode/100 == 2 {
		// The timeout ends with the headers; the caller reads the body without a limit.
		stop()
		res.Body = &closer{res.Body, func() { cancel(nil) }}
		return res, nil, nil
	}
	data, err := c.readAll(res)
	_ = res.Body.Close()
	stop()
	if err != nil && res.StatusCode >= 400 {
		// The status is sufficient.
		err = nil
	}
	if err != nil {
		err = c.connectionError(ctx, err)
	}
	cancel(nil)
	res.Body = io.NopCloser(bytes.NewReader(data))
	return res, data, err
}

// readAll reads a body up to the maximum size.
func (c *Config) readAll(res *http.Response) ([]byte, error) {
	if c.MaxBytes <= 0 {
		return io.ReadAll(res.Body)
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, c.MaxBytes+1))
	if int64(len(data)) > c.MaxBytes {
		return nil, &ConfigError{fmt.Sprintf("the response is longer than %d bytes", c.MaxBytes)}
	}
	return data, err
}

var errTimeout = errors.New("the attempt timed out")

func (c *Config) connectionError(ctx context.Context, err error) error {
	if c.Context.Err() != nil {
		return withoutURL(err)
	}
	if context.Cause(ctx) == errTimeout {
		return &ConnectionError{IsTimeout: true, Err: errTimeout, Operation: c.operation()}
	}
	var config *ConfigError
	if errors.As(err, &config) {
		return err
	}
	return &ConnectionError{Err: withoutURL(err), Operation: c.operation()}
}

type closer struct {
	io.ReadCloser
	close func()
}

func (c *closer) Close() error {
	defer c.close()
	return c.ReadCloser.Close()
}

func (c *Config) log(req *http.Request, format string, values ...any) {
	if c.Logger != nil {
		c.Logger.Print(req.Method + " " + c.safe(req) + fmt.Sprintf(format, values...))
	}
}

func (c *Config) safe(req *http.Request) string {
	url := *req.URL
	url.User = nil
	url.RawQuery = redactQuery(url.RawQuery, c.secretNames())
	return url.String()
}

func (c *Config) send(req *http.Request) (*http.Response, error) {
	next := c.client().Do
	for _, middleware := range slices.Backward(c.Middlewares) {
		inner := next
		next = func(req *http.Request) (*http.Response, error) { return middleware(req, inner) }
	}
	res, err := next(req)
	if err == nil && res == nil {
		err = errors.New("a middleware returned no response")
	}
	return res, err
}

func (c *Config) client() Doer {
	if c.Client == nil {
		return c.guarded(defaultClient())
	}
	if own, ok := c.Client.(*http.Client); ok {
		return c.guarded(own)
	}
	return c.Client
}

const mostRedirects = 20

// guarded removes credentials from redirects to another origin.
func (c *Config) guarded(client *http.Client) *http.Client {
	copied := *client
	secrets := c.secretNames()
	copied.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		keepVerb(req, via[len(via)-1])
		// After another origin, credentials stay removed.
		if slices.ContainsFunc(append(via[1:len(via):len(via)], req), func(hop *http.Request) bool { return !isSameOrigin(hop, via[0]) }) {
			for name := range req.Header {
				if slices.Contains(secrets, strings.ToLower(name)) || !isHarmless(name) {
					req.Header.Del(name)
				}
			}
			req.URL.RawQuery = withoutSecrets(req.URL.RawQuery, secrets)
		}
		if client.CheckRedirect != nil {
			return client.CheckRedirect(req, via)
		}
		if len(via) > mostRedirects {
			return errors.New("stopped after 20 redirects")
		}
		return nil
	}
	return &copied
}

// keepVerb keeps the HTTP method, except that POST may become GET (RFC 9110 section 15.4).
func keepVerb(req, before *http.Request) {
	isOther := before.Method != http.MethodPost && before.Method != http.MethodHead && req.Method != before.Method
	if !isOther || req.Response == nil || req.Response.StatusCode == http.StatusSeeOther {
		return
	}
	req.Method = before.Method
	if before.GetBody != nil {
		if own, err := before.GetBody(); err == nil {
			req.Body, req.GetBody, req.ContentLength = own, before.GetBody, before.ContentLength
			req.Header.Set("Content-Type", before.Header.Get("Content-Type"))
		}
	}
}

func isHarmless(name string) bool {
	name = strings.ToLower(name)
	return name == "accept" || name == "range" || name == "user-agent" || name == "referer" ||
		strings.HasPrefix(name, "accept-") || strings.HasPrefix(name, "content-") || strings.HasPrefix(name, "if-")
}

func isSameOrigin(a, b *http.Request) bool {
	return a.URL.Scheme == b.URL.Scheme && a.URL.Host == b.URL.Host
}

func (c *Config) build(ctx context.Context, own *body, key string, attempt int) (*http.Request, error) {
	base, err := c.base()
	if err != nil {
		return nil, err
	}
	credentials, err := c.credentials(base)
	if err != nil {
		return nil, err
	}
	address, err := c.address(base, credentials)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, c.Method, address, nil)
	if err != nil || req.URL.Host == "" {
		return nil, &ConfigError{"the base URL is no URL: " + redactQuery(base, nil)}
	}
	if own != nil {
		if req.Body, err = own.open(); err != nil {
			return nil, err
		}
		req.ContentLength = own.length()
		if req.ContentLength >= 0 {
			req.GetBody = own.open
		}
	}
	return req, c.headers(req, own, key, attempt, credentials)
}

func (c *Config) headers(req *http.Request, own *body, key string, attempt int, credentials []sent) error {
	h := req.Header
	h.Set("Accept", first(c.Call.Accept, "application/json"))
	h.Set("User-Agent", c.API.UserAgent)
	if key != "" {
		h.Set(c.API.Idempotency, key)
	}
	for name, value := range c.API.Header {
		h.Set(name, value)
	}
	if own != nil && own.contentType != "" {
		h.Set("Content-Type", own.contentType)
	}
	var cookies []string
	isForeign := c.isForeign()
	for _, option := range c.API.Options {
		value := c.Values[option.Key]
		switch {
		case value == "" || isForeign:
		case option.In == "header":
			h.Set(option.SentAs, value)
		case option.In == "cookie":
			cookies = append(cookies, option.SentAs+"="+encodeComponent(value))
		}
	}
	for _, each := range credentials {
		switch {
		case isForeign:
		case each.in == "header":
			h.Set(each.name, each.value)
		case each.in == "cookie":
			cookies = append(cookies, each.name+"="+encodeComponent(each.value))
		}
	}
	if !isForeign {
		own, err := c.ownHeaders(h)
		if err != nil {
			return err
		}
		cookies = append(cookies, own...)
	}
	if len(cookies) > 0 {
		h.Set("Cookie", strings.Join(cookies, "; "))
	}
	for _, change := range c.Header {
		change(h)
	}
	return nil
}

// ownHeaders sets the headers of the operation and returns its cookies.
func (c *Config) ownHeaders(h http.Header) ([]string, error) {
	var cookies []string
	for _, tag := range []string{"header", "cookie"} {
		fields, err := apijson.Fields(c.Call.Params, tag)
		if err != nil {
			return nil, err
		}
		for _, f := range fields {
			text, ok, err := c.headerText(f, tag)
			if err != nil {
				return nil, err
			}
			if ok && tag == "header" {
				h.Set(f.Name, text)
			} else if ok && c.Call.Styles[f.Name].Explode {
				// Each item, or each property of an object, is a separate cookie.
				for each := range strings.SplitSeq(text, ",") {
					if !strings.Contains(each, "=") {
						each = f.Name + "=" + each
					}
					cookies = append(cookies, each)
				}
			} else if ok {
				cookies = append(cookies, f.Name+"="+text)
			}
		}
	}
	return cookies, nil
}

func (c *Config) headerText(f apijson.Field, tag string) (string, bool, error) {
	if f.Value.IsZero() && f.Option != "" {
		value, ok := c.Values[f.Option]
		if tag == "cookie" {
			value = encodeComponent(value)
		}
		return value, ok, nil
	}
	node, raw, err := apijson.TreeAndText(f.Value, f.Format, f.Name)
	if err != nil || node.Kind == 'n' {
		return "", false, err
	}
	own := c.Call.Styles[f.Name]
	enc := func(text string) string { return text }
	if tag == "cookie" {
		enc = encodeComponent
	}
	if own.IsJSON {
		return enc(raw), true, nil
	}
	equals := ","
	if own.Explode {
		equals = "="
	}
	items, err := style(node, f.Name, enc, equals)
	return strings.Join(items, ","), true, err
}

// address returns the URL with its query. The URL of a page is used as it is.
func (c *Config) address(base string, credentials []sent) (string, error) {
	address := c.URL
	q := &query{array: first(c.API.Array, "comma"), nested: c.API.Nested}
	if address == "" {
		path, err := c.Path.fill(c.Values)
		if err != nil {
			return "", err
		}
		address = base + "/" + path
		if strings.Contains(path, "://") {
			address = path
		}
		if err := c.ownQuery(q); err != nil {
			return "", err
		}
	}
	if !c.isForeign() {
		for _, option := range c.API.Options {
			if value := c.Values[option.Key]; value != "" && option.In == "query" {
				q.add(encodeComponent(option.SentAs), encodeComponent(value))
			}
		}
		for _, each := range credentials {
			if each.in == "query" {
				q.add(encodeComponent(each.name), encodeComponent(each.value))
			}
		}
	}
	for _, change := range c.Query {
		change(&Values{q})
	}
	text := q.String()
	if c.Call.Query != "" && c.URL == "" {
		text = strings.TrimSuffix(c.Call.Query+"&"+text, "&")
	}
	switch {
	case text == "":
		return address, nil
	case strings.Contains(address, "?"):
		return address + "&" + text, nil
	}
	return address + "?" + text, nil
}

func (c *Config) ownQuery(q *query) error {
	fields, err := apijson.Fields(c.Call.Params, "query")
	if err != nil {
		return err
	}
	for _, f := range fields {
		if f.Value.IsZero() && f.Option != "" {
			if value, ok := c.Values[f.Option]; ok {
				q.add(encodeComponent(f.Name), encodeComponent(value))
			}
			continue
		}
		node, raw, err := apijson.TreeAndText(f.Value, f.Format, f.Name)
		if err != nil {
			return err
		}
		if own, ok := c.Call.Styles[f.Name]; ok {
			err = q.styled(f.Name, node, raw, own)
		} else {
			err = q.write(f.Name, node, encodeComponent)
		}
		if err != nil {
			return err
		}
	}
	if c.Call.Flag != "" && c.Call.FlagInQuery {
		v := &Values{q}
		v.Set(c.Call.Flag, map[bool]string{true: "true", false: "false"}[c.Call.IsStream])
	}
	return nil
}

// isForeign reports whether a page is on another origin, which gets no credentials.
func (c *Config) isForeign() bool {
	if c.URL == "" {
		return false
	}
	base, err := c.base()
	if err != nil {
		return true
	}
	a, errA := http.NewRequest(http.MethodGet, c.URL, nil)
	b, errB := http.NewRequest(http.MethodGet, base, nil)
	return errA != nil || errB != nil || !isSameOrigin(a, b)
}

// decode decodes a body into a pointer to a pointer.
func (c *Config) decode(res *http.Response, data []byte, into any) error {
	if into == nil {
		return nil
	}
	switch own := into.(type) {
	case *[]byte:
		*own = data
		return nil
	}
	target := reflect.ValueOf(into).Elem()
	isText := target.Kind() == reflect.Pointer && target.Type().Elem().Kind() == reflect.String
	if isText && len(c.Call.Unwrap) == 0 && !jsonType.MatchString(res.Header.Get("Content-Type")) {
		setText(target, string(data))
		return nil
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	fail := func(message string) error {
		return &ResponseError{res.StatusCode, res, message, text, c.operation()}
	}
	if strings.TrimSpace(text) == "" {
		if res.StatusCode == http.StatusNoContent || res.StatusCode == http.StatusResetContent {
			return nil
		}
		return fail("the response has an empty body where the API documents JSON")
	}
	if len(c.Call.Unwrap) > 0 {
		if err := apijson.Check(text); err != nil {
			return fail(err.Error())
		}
		if text = apijson.Get(text, c.Call.Unwrap...); text == "" {
			text = "null"
		}
	}
	fits, err := apijson.Decode(text, into)
	switch {
	case err != nil:
		return fail(err.Error() + " in the response")
	case !fits && isText && !jsonType.MatchString(first(c.Call.Accept, "application/json")):
		// The API documents text.
		setText(target, string(data))
	case !fits:
		return fail("the response is " + kindOf(text) + ", which is not what the API documents")
	}
	if own, ok := reflect.Indirect(reflect.ValueOf(into)).Interface().(interface {
		SetPage(*Config, http.Header) string
	}); ok {
		if message := own.SetPage(c, res.Header); message != "" {
			return fail(message)
		}
	}
	return nil
}

// setText sets a pointer to a string type.
func setText(target reflect.Value, text string) {
	own := reflect.New(target.Type().Elem())
	own.Elem().SetString(text)
	target.Set(own)
}

// kindOf names the kind of a JSON value.
func kindOf(text string) string {
	switch strings.TrimSpace(text)[0] {
	case '[':
		return "a list"
	case '{':
		return "an object"
	case '"':
		return "a text"
	case 'n':
		return "null"
	}
	return "a number or a boolean"
}

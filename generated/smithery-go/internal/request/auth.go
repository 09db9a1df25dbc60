package request

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// Scheme is a security scheme. Values are keys of client options.
type Scheme struct {
	Name string
	// Kind is bearer, basic, api_key or client_credentials.
	Kind string
	// In is header, query or cookie; Parameter is the name.
	In, Parameter          string
	Value                  string
	Username, Password     string
	ClientID, ClientSecret string
	// TokenURL is absolute, or a path below the base URL.
	TokenURL string
}

type sent struct{ in, name, value string }

// credentials returns those of the first security alternative that can be met. Without requirements it returns
// all that are set.
func (c *Config) credentials(base string) ([]sent, error) {
	security, has := c.API.Security, c.API.PerEndpoint
	if c.Call.HasSecurity {
		security = c.Call.Security
	}
	if !has {
		return c.all(base)
	}
	isOptional := len(security) == 0
	for _, alternative := range security {
		if len(alternative) == 0 {
			isOptional = true
			continue
		}
		found, isMet, err := c.alternative(alternative, base)
		if err != nil {
			return nil, err
		}
		if isMet {
			return found, nil
		}
	}
	if isOptional || c.hasOwnCredential() {
		return nil, nil
	}
	return nil, &ConfigError{c.missing(security)}
}

// hasOwnCredential reports whether the caller set the header of a scheme.
func (c *Config) hasOwnCredential() bool {
	own := http.Header{}
	for _, edit := range c.Header {
		edit(own)
	}
	for _, scheme := range c.API.Schemes {
		name := scheme.Parameter
		if scheme.Kind != "api_key" {
			name = "Authorization"
		}
		if _, ok := own[http.CanonicalHeaderKey(name)]; ok {
			return true
		}
	}
	return false
}

func (c *Config) missing(security Security) string {
	var names []string
	for _, alternative := range security {
		for _, name := range slices.Sorted(maps.Keys(alternative)) {
			for _, scheme := range c.API.Schemes {
				if scheme.Name == name {
					names = append(names, strings.Join(scheme.optionNames(c.API), " and "))
				}
			}
		}
	}
	if len(names) == 0 {
		return "the operation needs credentials that the SDK does not know of: set the header with option.WithHeader"
	}
	return "the operation needs credentials: set " + strings.Join(slices.Compact(names), ", or ")
}

func (s Scheme) optionNames(api *API) []string {
	var names []string
	for _, key := range []string{s.Value, s.Username, s.Password, s.ClientID, s.ClientSecret} {
		for _, option := range api.Options {
			if key != "" && option.Key == key {
				names = append(names, "option.With"+option.Name)
			}
		}
	}
	return names
}

func (c *Config) all(base string) ([]sent, error) {
	var found []sent
	for _, scheme := range c.API.Schemes {
		own, ok, err := c.value(scheme, nil, base)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, own)
		}
	}
	return found, nil
}

func (c *Config) alternative(wanted map[string][]string, base string) ([]sent, bool, error) {
	var found []sent
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		at := slices.IndexFunc(c.API.Schemes, func(scheme Scheme) bool { return scheme.Name == name })
		if at < 0 {
			return nil, false, nil
		}
		own, ok, err := c.value(c.API.Schemes[at], wanted[name], base)
		if err != nil || !ok {
			return nil, false, err
		}
		found = append(found, own)
	}
	return found, true, nil
}

func (c *Config) value(scheme Scheme, scopes []string, base string) (sent, bool, error) {
	get := func(key string) string { return c.Values[key] }
	switch scheme.Kind {
	case "bearer":
		token := get(scheme.Value)
		return sent{"header", "Authorization", "Bearer " + token}, token != "", nil
	case "basic":
		_, hasName := c.Values[scheme.Username]
		_, hasPassword := c.Values[scheme.Password]
		return sent{"header", "Authorization", basic(get(scheme.Username), get(scheme.Password))}, hasName && hasPassword, nil
	case "api_key":
		key := get(scheme.Value)
		return sent{scheme.In, scheme.Parameter, key}, key != "", nil
	case "client_credentials":
		if token := get(scheme.Value); token != "" {
			return sent{"header", "Authorization", "Bearer " + token}, true, nil
		}
		if get(scheme.ClientID) == "" || get(scheme.ClientSecret) == "" {
			return sent{}, false, nil
		}
		token, err := c.token(scheme, scopes, base)
		return sent{"header", "Authorization", "Bearer " + token}, err == nil, err
	}
	return sent{}, false, nil
}

func basic(name, password string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(name+":"+password))
}

type token struct {
	value   string
	staleAt time.Time
}

// tokenCache is used by one call at a time.
type tokenCache struct {
	once   sync.Once
	turn   chan struct{}
	tokens map[string]token
}

// take waits until no other call uses the cache. A call whose context ends stops waiting.
func (t *tokenCache) take(ctx context.Context) error {
	t.once.Do(func() { t.turn = make(chan struct{}, 1) })
	select {
	case t.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *tokenCache) release() { <-t.turn }

const (
	tokenLimit   = 30 * time.Second
	longestToken = 1 << 20
)

// token obtains an access token, once for all requests (RFC 6749 section 4.4).
func (c *Config) token(scheme Scheme, scopes []string, base string) (string, error) {
	address := scheme.TokenURL
	if !strings.Contains(address, "://") {
		address = base + "/" + strings.TrimLeft(address, "/")
	}
	id, secret, scope := c.Values[scheme.ClientID], c.Values[scheme.ClientSecret], strings.Join(scopes, " ")
	key := strings.Join([]string{address, id, secret, scope}, "\x00")
	cache := &c.API.tokens
	if err := cache.take(c.Context); err != nil {
		return "", err
	}
	defer cache.release()
	if known, ok := cache.tokens[key]; ok && time.Now().Before(known.staleAt) {
		return known.value, nil
	}
	form := url.Values{"grant_type": {"client_credentials"}}
	if scope != "" {
		form.Set("scope", scope)
	}
	ctx, cancel := context.WithTimeout(c.Context, tokenLimit)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		return "", &ConfigError{"the token URL is no URL"}
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", basic(encodeComponent(id), encodeComponent(secret)))
	askedAt := time.Now()
	res, err := c.client().Do(req)
	if err != nil {
		return "", &ConnectionError{Err: err}
	}
	defer res.Body.Close()
	data, err := io.ReadAll(io.LimitReader(res.Body, longestToken))
	if err != nil {
		return "", &ConnectionError{Err: err}
	}
	if res.StatusCode >= 300 {
		res.Request = req
		return "", c.statusError(res, data)
	}
	var body struct {
		AccessToken string  `json:"access_token"`
		TokenType   string  `json:"token_type"`
		ExpiresIn   float64 `json:"expires_in"`
	}
	if json.Unmarshal(data, &body) != nil || body.AccessToken == "" {
		return "", &ResponseError{res.StatusCode, res, "the token endpoint sent no access token", "", ""}
	}
	lifetime := time.Duration(first(body.ExpiresIn, 3600) * float64(time.Second))
	stale := lifetime - 30*time.Second
	if lifetime < 5*time.Minute {
		stale = lifetime * 9 / 10
	}
	if cache.tokens == nil {
		cache.tokens = map[string]token{}
	}
	cache.tokens[key] = token{body.AccessToken, askedAt.Add(stale)}
	return body.AccessToken, nil
}

// forget drops tokens that the server rejected.
func (a *API) forget(ctx context.Context, header string) {
	if a.tokens.take(ctx) != nil {
		return
	}
	defer a.tokens.release()
	maps.DeleteFunc(a.tokens.tokens, func(_ string, own token) bool { return "Bearer "+own.value == header })
}

// secretNames are the headers and query parameters that hold credentials.
func (c *Config) secretNames() []string {
	names := []string{"authorization", "cookie", "set-cookie", "proxy-authorization"}
	for _, scheme := range c.API.Schemes {
		if scheme.Parameter != "" {
			names = append(names, strings.ToLower(scheme.Parameter))
		}
	}
	for _, option := range c.API.Options {
		if option.SentAs != "" {
			names = append(names, strings.ToLower(option.SentAs))
		}
	}
	return names
}

func redact(header http.Header, names []string) {
	for name := range header {
		if slices.Contains(names, strings.ToLower(name)) {
			header[name] = []string{"***"}
		}
	}
}

func redactQuery(raw string, names []string) string {
	if raw == "" {
		return raw
	}
	parts := strings.Split(raw, "&")
	for i, part := range parts {
		name, _, _ := strings.Cut(part, "=")
		plain, _ := url.QueryUnescape(name)
		if slices.Contains(names, strings.ToLower(plain)) {
			parts[i] = name + "=***"
		}
	}
	return strings.Join(parts, "&")
}

func sortedKeys[T any](table map[string]T) []string { return slices.Sorted(maps.Keys(table)) }

// withoutSecrets removes credentials from a query.
func withoutSecrets(raw string, names []string) string {
	var kept []string
	for part := range strings.SplitSeq(raw, "&") {
		name, _, _ := strings.Cut(part, "=")
		if plain, _ := url.QueryUnescape(name); part != "" && !slices.Contains(names, strings.ToLower(plain)) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

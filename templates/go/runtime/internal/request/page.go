package request

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"sdk.invalid/module/internal/apijson"
)

// PageScheme describes how to get from one page to the next. Field names are dotted paths in the body,
// or headers after a colon.
type PageScheme struct {
	// Kind is page_number, offset, cursor, cursor_id, cursor_url or fake_page.
	Kind  string
	Items string
	// Parameters of the request.
	Param, BackParam string
	InBody           bool
	// Fields of the response.
	HasMore, IsLast, Current, Total, Start, Next, Previous string
	ItemID                                                 string
	First                                                  int
	GoesOnWhenEmpty                                        bool
}

// Page holds the request of a page.
type Page struct {
	config *Config
	header http.Header
	raw    string
	scheme *PageScheme
	at     map[string]string
	trail  trail
}

// trail detects repeated positions with one stored position (Brent's cycle detection).
type trail struct {
	mark       string
	steps, lap int
}

// NewPage prepares a page after it was decoded.
func NewPage(config *Config, header http.Header, raw string, scheme *PageScheme) Page {
	return Page{config: config, header: header, raw: raw, scheme: scheme, at: config.positions, trail: config.trail}
}

// Fault explains why a response is not a page; it is empty otherwise.
func (p *Page) Fault() string {
	raw := p.raw
	if p.scheme.Items != "" {
		raw = apijson.Get(raw, strings.Split(p.scheme.Items, ".")...)
	}
	if raw == "" || raw == "null" || raw[0] == '[' {
		return ""
	}
	return "the items of the page are " + kindOf(raw) + ", and no list"
}

// Next requests the next page. It reports false on the last page.
func (p *Page) Next(into any) (bool, error) {
	if p.config == nil {
		return false, &PageError{"this page was made without a client, so it cannot request the next page"}
	}
	name, value, err := p.step()
	if err != nil || value == "" {
		return false, err
	}
	next := *p.config
	next.positions = map[string]string{}
	for key, own := range p.at {
		next.positions[key] = own
	}
	if next.trail, err = p.trail.follow(name + "=" + value); err != nil {
		return false, err
	}
	next.ResponseTo, next.BodyTo = nil, nil
	switch {
	case name == "":
		if next.URL, err = p.link(value); err != nil {
			return false, err
		}
	case p.scheme.InBody:
		next.JSON = append(next.JSON[:len(next.JSON):len(next.JSON)], JSONEdit{Path: name, Value: bodyValue(value, p.scheme)})
	default:
		next.Query = append(next.Query[:len(next.Query):len(next.Query)], func(v *Values) { v.Set(name, value) })
	}
	next.positions[name] = value
	return true, next.run(into)
}

func bodyValue(text string, scheme *PageScheme) any {
	if number, err := strconv.ParseInt(text, 10, 64); err == nil && (scheme.Kind == "page_number" || scheme.Kind == "offset") {
		return number
	}
	return text
}

func (t trail) follow(position string) (trail, error) {
	if position == t.mark {
		return t, &PageError{"the server returned the same page again; stopped to avoid an endless loop"}
	}
	if t.steps+1 >= max(t.lap, 1) {
		return trail{position, 0, max(t.lap, 1) * 2}, nil
	}
	return trail{t.mark, t.steps + 1, t.lap}, nil
}

// link returns the URL of the next page, which must have the same origin.
func (p *Page) link(text string) (string, error) {
	base, err := p.config.base()
	if err != nil {
		return "", err
	}
	current := base + "/"
	if p.config.URL != "" {
		current = p.config.URL
	} else if address, err := p.config.address(base, nil); err == nil {
		current = address
	}
	from, err := url.Parse(current)
	if err != nil {
		return "", err
	}
	next, err := from.Parse(text)
	if err != nil || next.Scheme != "http" && next.Scheme != "https" {
		return "", &PageError{fmt.Sprintf("the link to the next page is not a URL: %q", text)}
	}
	if next.Host != from.Host || next.Scheme != from.Scheme {
		return "", &PageError{fmt.Sprintf("the next page is on another host (%s), so its link was rejected", next.Host)}
	}
	return next.String(), nil
}

var nextLink = regexp.MustCompile(`(?i)<([^>]*)>[^,<]*;\s*rel="?[^",]*\bnext\b`)

// read returns a field of the response as plain text. It reports false if the field is missing or null.
func (p *Page) read(field string) (string, bool) {
	if field == "" {
		return "", false
	}
	if name, ok := strings.CutPrefix(field, ":"); ok {
		value := p.header.Get(name)
		return value, value != ""
	}
	raw := apijson.Get(p.raw, strings.Split(field, ".")...)
	if raw == "" || raw == "null" || raw[0] == '{' || raw[0] == '[' {
		return "", false
	}
	return apijson.Scalar(raw), true
}

func (p *Page) number(field string) (int64, bool) {
	text, _ := p.read(field)
	return wholeNumber(text)
}

func wholeNumber(text string) (int64, bool) {
	number, err := strconv.ParseInt(text, 10, 64)
	return number, err == nil
}

// requested returns the value of a parameter in the request of this page.
func (p *Page) requested(name string) string {
	if value, ok := p.at[name]; ok {
		return value
	}
	if name == "" {
		return ""
	}
	if p.scheme.InBody {
		data, err := apijson.Marshal(wholeOf(p.config.Call.Params))
		if err != nil {
			return ""
		}
		return apijson.Scalar(apijson.Get(string(data), strings.Split(name, ".")...))
	}
	fields, _ := apijson.Fields(p.config.Call.Params, "query")
	for _, f := range fields {
		if f.Name == name {
			node, err := apijson.Tree(f.Value, f.Format, name)
			if err == nil {
				return node.Text
			}
		}
	}
	return ""
}

func (p *Page) items() []string {
	if p.scheme.Items == "" {
		return apijson.Items(p.raw)
	}
	return apijson.Items(apijson.Get(p.raw, strings.Split(p.scheme.Items, ".")...))
}

// step returns the parameter for the next page and its value. Without a name the value is a URL; without a
// value there is no next page.
func (p *Page) step() (name, value string, err error) {
	s := p.scheme
	items := p.items()
	if more, ok := p.read(s.HasMore); ok && more == "false" {
		return "", "", nil
	}
	if last, ok := p.read(s.IsLast); ok && last == "true" {
		return "", "", nil
	}
	_, knowsMore := p.read(s.HasMore)
	if len(items) == 0 && !s.GoesOnWhenEmpty && !knowsMore && s.Kind != "cursor" && s.Kind != "cursor_url" {
		if _, hasTotal := p.number(s.Total); s.Kind != "page_number" || !hasTotal {
			return "", "", nil
		}
	}
	if len(items) == 0 && !s.GoesOnWhenEmpty && (s.Kind == "cursor" || s.Kind == "cursor_url") && !knowsMore {
		return "", "", nil
	}
	switch s.Kind {
	case "page_number":
		return p.byNumber()
	case "offset":
		return p.byOffset(len(items))
	case "cursor":
		if s.BackParam != "" && p.requested(s.BackParam) != "" && p.requested(s.Param) == "" {
			value, _ = p.read(s.Previous)
			return s.BackParam, value, nil
		}
		value, _ = p.read(s.Next)
		return s.Param, value, nil
	case "cursor_id":
		return p.byItem(items)
	case "cursor_url":
		value, _ = p.read(s.Next)
		if strings.HasPrefix(value, "<") {
			found := nextLink.FindStringSubmatch(value)
			if found == nil {
				return "", "", nil
			}
			value = found[1]
		}
		return "", value, nil
	}
	return "", "", nil
}

func (p *Page) byNumber() (string, string, error) {
	s := p.scheme
	number, ok := wholeNumber(p.requested(s.Param))
	if !ok {
		number = int64(s.First)
	}
	if told, ok := p.number(s.Current); ok {
		if told < number {
			return "", "", &PageError{"the server went back to an earlier page; stopped to avoid an endless loop"}
		}
		number = told
	}
	if total, ok := p.number(s.Total); ok && number >= total-1+int64(s.First) {
		return "", "", nil
	}
	return s.Param, strconv.FormatInt(number+1, 10), nil
}

func (p *Page) byOffset(count int) (string, string, error) {
	s := p.scheme
	start, _ := wholeNumber(p.requested(s.Param))
	if told, ok := p.number(s.Start); ok && told > start {
		start = told
	}
	end := start + int64(count)
	if total, ok := p.number(s.Total); count == 0 || ok && end >= total {
		return "", "", nil
	}
	return s.Param, strconv.FormatInt(end, 10), nil
}

func (p *Page) byItem(items []string) (string, string, error) {
	s := p.scheme
	isBack := s.BackParam != "" && (s.Param == "" || p.requested(s.BackParam) != "")
	name, at := s.Param, len(items)-1
	if isBack {
		name, at = s.BackParam, 0
	}
	if name == "" || len(items) == 0 {
		return "", "", nil
	}
	return name, apijson.Scalar(apijson.Get(items[at], strings.Split(s.ItemID, ".")...)), nil
}

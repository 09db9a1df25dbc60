package request

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/corner/bookshop-go/v2/internal/apijson"
)

// PathTemplate is the path of an operation and the values of its parameters.
type PathTemplate struct {
	template   string
	values     []any
	isVerbatim bool
}

// Path fills in the parameters in braces. Values are encoded, so they cannot add segments or change the path.
func Path(template string, values ...any) PathTemplate {
	return PathTemplate{template: template, values: values}
}

// Verbatim is a path given by the caller.
func Verbatim(path string) PathTemplate {
	return PathTemplate{template: strings.TrimLeft(path, "/"), isVerbatim: true}
}

// Styled is a path value with a style of its own.
type Styled struct {
	Value any
	Style Style
}

// FromOption is a path value that defaults to a client option.
type FromOption struct {
	Value any
	Key   string
}

var (
	placeholder = regexp.MustCompile(`\{[^{}]*\}`)
	dots        = regexp.MustCompile(`(?i)(?:^|[/?#])(?:\.|%2e){1,2}(?:[/?#]|$)`)
)

const pathSafe = unreserved + "$&+,:;=@"

func (p PathTemplate) fill(values map[string]string) (string, error) {
	if p.isVerbatim {
		return p.template, nil
	}
	var b strings.Builder
	at, next := 0, 0
	var given []string
	for _, place := range placeholder.FindAllStringIndex(p.template, -1) {
		b.WriteString(p.template[at:place[0]])
		at = place[1]
		name := p.template[place[0]+1 : place[1]-1]
		if next >= len(p.values) {
			b.WriteString(encodeComponent(p.template[place[0]:place[1]]))
			continue
		}
		value := p.values[next]
		next++
		text, err := pathValue(name, value, values)
		if err != nil {
			return "", err
		}
		before, after := b.String(), p.template[at:]
		isSegment := (before == "" || strings.HasSuffix(before, "/")) && (after == "" || strings.ContainsAny(after[:1], "/?#"))
		if text == "" && isSegment {
			return "", fmt.Errorf("%s must not be empty: the request would go to another path", name)
		}
		if strings.Contains(text, ".") || strings.Contains(text, "%2") {
			given = append(given, name)
		}
		b.WriteString(text)
	}
	b.WriteString(p.template[at:])
	path := b.String()
	if strings.ContainsAny(path, ".%") && dots.MatchString("/"+path) {
		return "", fmt.Errorf("%s contains a dot segment: %q would be another path", strings.Join(given, " and "), path)
	}
	return path, nil
}

func pathValue(name string, value any, values map[string]string) (string, error) {
	if own, ok := value.(FromOption); ok {
		value = own.Value
		if reflect.ValueOf(value).IsZero() {
			value = values[own.Key]
		}
	}
	own, isStyled := value.(Styled)
	if isStyled {
		value = own.Value
	}
	node, err := apijson.Tree(reflect.ValueOf(value), "", name)
	if err != nil {
		return "", err
	}
	enc := func(text string) string { return encode(text, pathSafe) }
	if isStyled {
		enc = encodeComponent
	}
	if own.Style.IsJSON {
		raw, err := apijson.Marshal(value)
		return enc(string(raw)), err
	}
	if (node.IsList() || node.IsObject()) && !isStyled {
		return "", fmt.Errorf("%s must be a string, a number or a boolean", name)
	}
	equals := ","
	if own.Style.Explode {
		equals = "="
	}
	items, err := style(node, name, enc, equals)
	if err != nil {
		return "", err
	}
	separator := ","
	switch own.Style.Name {
	case "label":
		if own.Style.Explode {
			separator = "."
		}
		return "." + strings.Join(items, separator), nil
	case "matrix":
		key := encodeComponent(name)
		if !own.Style.Explode || !node.IsList() && !node.IsObject() {
			return matrix(key, strings.Join(items, ",")), nil
		}
		var b strings.Builder
		for _, item := range items {
			if node.IsList() {
				b.WriteString(matrix(key, item))
			} else {
				b.WriteString(";" + item)
			}
		}
		return b.String(), nil
	}
	return strings.Join(items, separator), nil
}

func matrix(key, text string) string {
	if text == "" {
		return ";" + key
	}
	return ";" + key + "=" + text
}

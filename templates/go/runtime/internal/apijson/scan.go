package apijson

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const deepest = 10000

// scanner reads JSON in one pass. Strings without escapes share its memory.
type scanner struct {
	text  string
	at    int
	depth int
}

// SyntaxError reports malformed JSON.
type SyntaxError struct{ Offset int }

func (e *SyntaxError) Error() string { return fmt.Sprintf("invalid JSON at byte %d", e.Offset) }

// fail panics; the panic is recovered where decoding begins.
func (s *scanner) fail() { panic(&SyntaxError{s.at}) }

func (s *scanner) space() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// peek returns the first byte of the next value, or 0 at the end.
func (s *scanner) peek() byte {
	s.space()
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scanner) expect(wanted byte) {
	if s.peek() != wanted {
		s.fail()
	}
	s.at++
}

func (s *scanner) word(wanted string) {
	if !strings.HasPrefix(s.text[s.at:], wanted) {
		s.fail()
	}
	s.at += len(wanted)
}

// enter and leave limit the nesting depth, so that hostile input cannot exhaust the stack.
func (s *scanner) enter() {
	s.at++
	s.depth++
	if s.depth > deepest {
		s.fail()
	}
}

// more advances to the next member and reports whether there is one before the closing byte.
func (s *scanner) more(isFirst bool, closing byte) bool {
	next := s.peek()
	if next == closing {
		s.at++
		s.depth--
		return false
	}
	if !isFirst {
		s.expect(',')
		if s.peek() == closing {
			s.fail()
		}
	}
	return true
}

// key reads a property name and its colon.
func (s *scanner) key() string {
	if s.peek() != '"' {
		s.fail()
	}
	name := s.str()
	if s.peek() != ':' {
		s.fail()
	}
	return name
}

func (s *scanner) skip() {
	switch c := s.peek(); c {
	case '"':
		s.raw()
	case '{':
		s.enter()
		for first := true; s.more(first, '}'); first = false {
			s.key()
			s.at++
			s.skip()
		}
	case '[':
		s.enter()
		for first := true; s.more(first, ']'); first = false {
			s.skip()
		}
	case 't':
		s.word("true")
	case 'f':
		s.word("false")
	case 'n':
		s.word("null")
	default:
		s.number()
	}
}

func (s *scanner) digits() {
	from := s.at
	for s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9' {
		s.at++
	}
	if s.at == from {
		s.fail()
	}
}

// number reads a number (RFC 8259 section 6).
func (s *scanner) number() string {
	s.space()
	from := s.at
	if s.is('-') {
		s.at++
	}
	if s.is('0') {
		s.at++
	} else {
		s.digits()
	}
	if s.is('.') {
		s.at++
		s.digits()
	}
	if s.is('e') || s.is('E') {
		s.at++
		if s.is('+') || s.is('-') {
			s.at++
		}
		s.digits()
	}
	return s.text[from:s.at]
}

func (s *scanner) is(c byte) bool { return s.at < len(s.text) && s.text[s.at] == c }

// raw reads a string with its quotes and reports whether it contains escapes.
func (s *scanner) raw() (string, bool) {
	from := s.at
	s.at++
	escaped := false
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == '"':
			s.at++
			return s.text[from:s.at], escaped
		case c == '\\':
			escaped = true
			s.at += 2
		case c < ' ':
			s.fail()
		default:
			s.at++
		}
	}
	s.at = len(s.text)
	s.fail()
	return "", false
}

func (s *scanner) str() string {
	from := s.at
	raw, escaped := s.raw()
	text := raw[1 : len(raw)-1]
	if !escaped {
		if !utf8.ValidString(text) {
			return strings.ToValidUTF8(text, "\ufffd")
		}
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		if text[i] != '\\' {
			next := strings.IndexByte(text[i:], '\\')
			if next < 0 {
				next = len(text) - i
			}
			b.WriteString(strings.ToValidUTF8(text[i:i+next], "\ufffd"))
			i += next
			continue
		}
		c := text[i+1]
		i += 2
		switch c {
		case '"', '\\', '/':
			b.WriteByte(c)
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'u':
			first, ok := hex(text, i)
			if !ok {
				s.at = from
				s.fail()
			}
			i += 4
			if utf16.IsSurrogate(first) {
				second, isPair := rune(0), false
				if strings.HasPrefix(text[i:], `\u`) {
					second, isPair = hex(text, i+2)
				}
				if pair := utf16.DecodeRune(first, second); isPair && pair != utf8.RuneError {
					first = pair
					i += 6
				} else {
					first = utf8.RuneError
				}
			}
			b.WriteRune(first)
		default:
			s.at = from
			s.fail()
		}
	}
	return b.String()
}

func hex(text string, at int) (rune, bool) {
	if at+4 > len(text) {
		return 0, false
	}
	value, err := strconv.ParseUint(text[at:at+4], 16, 32)
	return rune(value), err == nil
}

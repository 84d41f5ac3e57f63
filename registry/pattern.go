package registry

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxPattern is the longest pattern, in bytes.
const MaxPattern = 4096

// A patternError is what is wrong in a pattern, and where.
type patternError struct {
	Offset int // in bytes
	Msg    string
}

func (e *patternError) Error() string { return e.Msg }

// A token is a part of a pattern whose segment is not looked up yet.
type token struct {
	lit     string
	segment string
	offset  int
}

// splitPattern reads the grammar of patterns: literal text, {segment}, and {{
// and }} for literal braces. It returns literals joined.
func splitPattern(s string) ([]token, *patternError) {
	if s == "" {
		return nil, &patternError{0, "the pattern is empty"}
	}
	if len(s) > MaxPattern {
		return nil, &patternError{0, fmt.Sprintf("the pattern is longer than %d bytes", MaxPattern)}
	}
	var out []token
	lit, litAt := strings.Builder{}, 0
	flush := func() {
		if lit.Len() > 0 {
			out = append(out, token{lit: lit.String(), offset: litAt})
			lit.Reset()
		}
	}
	seen := map[string]bool{}
	for i := 0; i < len(s); {
		if lit.Len() == 0 {
			litAt = i
		}
		switch {
		case strings.HasPrefix(s[i:], "{{") || strings.HasPrefix(s[i:], "}}"):
			lit.WriteByte(s[i])
			i += 2
		case s[i] == '}':
			return nil, &patternError{i, "a } closes nothing: write }} for a literal brace"}
		case s[i] == '{':
			name, end, err := segmentAt(s, i)
			if err != nil {
				return nil, err
			}
			if seen[name] {
				return nil, &patternError{i, fmt.Sprintf("{%s} stands twice in the pattern: a segment is one value, give the second a name of its own", name)}
			}
			seen[name] = true
			flush()
			out = append(out, token{segment: name, offset: i})
			i = end
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				return nil, &patternError{i, "the pattern is not UTF-8"}
			}
			if r == '\n' || r == '\r' {
				return nil, &patternError{i, "the pattern goes over several lines: write it on one"}
			}
			lit.WriteString(s[i : i+size])
			i += size
		}
	}
	flush()
	return out, nil
}

// segmentAt reads {name} at offset i.
func segmentAt(s string, i int) (name string, end int, err *patternError) {
	n := strings.IndexAny(s[i+1:], "{}")
	if n < 0 || s[i+1+n] == '{' {
		return "", 0, &patternError{i, "a { is not closed: write {name}, or {{ for a literal brace"}
	}
	name = s[i+1 : i+1+n]
	switch {
	case name == "":
		return "", 0, &patternError{i, "a segment has no name: write {name}"}
	case !segmentName().MatchString(name):
		return "", 0, &patternError{i, fmt.Sprintf("bad segment name %q: %s", name, nameRule)}
	}
	return name, i + n + 2, nil
}

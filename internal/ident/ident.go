// Package ident reads identifiers as people do.
package ident

import (
	"strings"
	"unicode"
)

// Words cuts an identifier at underscores, hyphens and changes of case, and
// makes the words lower case: UserIDs is [user ids], user_id is [user id].
func Words(s string) []string {
	var out []string
	rs := []rune(s)
	start := 0
	flush := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(string(rs[start:end])))
		}
		start = end
	}
	for i, r := range rs {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			start = i + 1
		case i > start && unicode.IsUpper(r) && !unicode.IsUpper(rs[i-1]):
			flush(i)
		case i > start+1 && unicode.IsLower(r) && unicode.IsUpper(rs[i-1]) && !pluralOf(rs, i):
			flush(i - 1) // the last capital of a run starts the next word: IDName
		}
	}
	flush(len(rs))
	return out
}

// pluralOf reports whether the s at i only makes a plural of the capitals
// before it: the last letter of userIDs, the s in userIDsByName.
func pluralOf(rs []rune, i int) bool {
	return rs[i] == 's' && (i+1 == len(rs) || !unicode.IsLower(rs[i+1]))
}

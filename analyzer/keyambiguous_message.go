package analyzer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tenantkey/tenantkey/internal/template"
)

// finding says what an ambiguity is.
func (k *keyambiguous) finding(a *ambiguity) *finding {
	f := &finding{category: AmbiguousCat, place: a.at, uses: a.uses, key: a.key, pattern: a.pattern}
	for _, u := range a.uses {
		f.related = append(f.related, usedBy(u))
	}
	f.related = uniqueRelated(f.related)
	if a.weak {
		f.category = WeakDigest
		f.message = fmt.Sprintf("cache key %s is only a digest by %s, which is short and no cryptography: two inputs can be found that share it: use crypto/sha256, or put the parts themselves into the key",
			quoteKey(a.template), shortFullName(a.digest))
		return f
	}
	what := quoteKey(a.template)
	if a.digest != "" {
		what += ", digested by " + shortFullName(a.digest) + ","
	}
	if a.undecided != "" {
		f.category = Undecided
		f.message = fmt.Sprintf("cache key %s may be ambiguous: whether two inputs share it is not decided, as %s: quote its free text (%%q), use a struct key or digest its parts one by one", what, a.undecided)
		return f
	}
	f.message = fmt.Sprintf("cache key %s is ambiguous: %s and %s both give %s: %s", what, sideText(a.sides[0]), sideText(a.sides[1]), strconv.Quote(a.shared), a.advice())
	f.fixes = k.ambiguityFixes(a)
	return f
}

// quoteKey is a template in quotes, what can't be seen as Go writes it: \x00.
func quoteKey(t template.Template) string {
	var b strings.Builder
	s := t.String()
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 && r == utf8.RuneError || unicode.IsControl(r) {
			q := strconv.Quote(s[i : i+size])
			b.WriteString(q[1 : len(q)-1])
			continue
		}
		b.WriteRune(r)
	}
	return `"` + b.String() + `"`
}

func sideText(vs []sideValue) string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.name + "=" + strconv.Quote(v.text)
	}
	return strings.Join(out, " ")
}

// shortFullName is a function's full name without the path of its package:
// sha256.Sum256, xxhash.Sum64String.
func shortFullName(fn string) string {
	fn = strings.NewReplacer("(", "", ")", "", "*", "").Replace(fn)
	parts := strings.Split(fn, "/")
	last := parts[len(parts)-1]
	if len(parts) > 1 && len(last) > 1 && last[0] == 'v' && last[1] >= '0' && last[1] <= '9' {
		_, after, _ := strings.Cut(last, ".")
		last = parts[len(parts)-2] + "." + after
	}
	return last
}

package analyzer

import (
	"slices"

	"github.com/tenantkey/tenantkey/internal/template"
)

// chosen says of open text who chooses it. It holds the separators of a key for
// certain only if that is somebody else, and it is not called by a word for text
// that has a form: an id, a name, a token.
func (k *keyambiguous) chosen(e element) element {
	h := e.hole
	word := (e.open || e.Is != quotedText) && isTextType(h.Type) && k.isFree(h)
	if k.all {
		e.free, e.loose, e.chosen = word, true, true
		return e
	}
	if fromRequest(h) {
		e.free, e.loose, e.chosen = word, true, true
		return e
	}
	by, is := k.making(h)
	switch {
	case by == written && e.open && len(h.Via) == 0:
		e.Is, e.open = is, false
	case by == written, by == ofOthers:
	default:
		plain := by == outside && (h.Type == "string" || h.Type == "[]byte")
		e.free = word && !ofSettings(h)
		e.chosen = e.free || plain && !called(h, plainWords)
		e.loose = e.free || e.chosen && h.Origin.Kind != template.Field && len(h.Origin.Path) == 0 && !called(h, formWords) && !called(h, machineIDs)
	}
	if e.open && !e.free && plainWords[lastWord(h)] {
		e.Is, e.open = plainText, false
	}
	for _, w := range ownWords(h) {
		e.not += lacking[w]
	}
	return e
}

// called reports whether one of a value's own names ends in one of the words.
func called(h *template.Hole, words map[string]bool) bool {
	return slices.ContainsFunc(ownWords(h), func(w string) bool { return words[w] })
}

// ownWords are the last words of a value's own names.
func ownWords(h *template.Hole) []string {
	var out []string
	if ls := layers(h); len(ls) > 0 {
		for _, n := range ls[0] {
			out = append(out, singular(n[len(n)-1]))
		}
	}
	return out
}

// ofSettings reports whether a value is a setting of the program: it is the same
// for all who use it.
func ofSettings(h *template.Hole) bool {
	for _, layer := range layers(h) {
		for _, n := range layer {
			if slices.ContainsFunc(n, func(w string) bool { return settingWords[singular(w)] }) {
				return true
			}
		}
	}
	return false
}

// Words for text that need not hold a separator, whoever chooses it.
var (
	formWords    = setOf("name slug code key token jwt nonce secret signature cursor session lang language locale currency format mode level")
	settingWords = setOf("setting config configuration cfg conf flag env environ viper")
)

// lacking are the characters that text of a kind has not, where that is
// written down: a user's name in HTTP's basic authentication, a branch and a tag
// of git, an e-mail address, a host.
// https://www.rfc-editor.org/rfc/rfc7617#section-2, https://git-scm.com/docs/git-check-ref-format,
// https://www.rfc-editor.org/rfc/rfc5322#section-3.2.3, https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
var lacking = map[string]string{
	"username": ":", "login": ":",
	"branch": ` ~^:?*[\`, "tag": ` ~^:?*[\`,
	"email": `()<>[]:;,\ `, "mail": `()<>[]:;,\ `,
	"host": `/?# `, "hostname": `/?#: `,
}

package registry

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"

	"github.com/tenantkey/tenantkey/internal/automata"
	"github.com/tenantkey/tenantkey/internal/lazy"
)

// The named forms of a segment's text. text is at least one rune long: an
// empty tenant is no tenant.
const (
	formText = "text"
	formUUID = "uuid"
	formInt  = "int"
	formSlug = "slug"
)

var segmentForms = map[string]string{
	formUUID: `[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`,
	formInt:  `-?[0-9]+`,
	formSlug: `[A-Za-z0-9_-]+`,
	formText: `(?s:.+)`,
}

// holeForms is what the text of a hole can look like, by the forms of
// ShapePart. Each is no narrower than what the program can put there.
var holeForms = map[string]string{
	"":       `(?s:.*)`,
	"int":    `-?[0-9]+`,
	"uint":   `[0-9]+`,
	"float":  `[-+0-9.eExXpPaAbBcCdDfFIinN_]+`,
	"bool":   `true|false`,
	"uuid":   segmentForms[formUUID],
	"hex":    `[0-9a-fA-F]*`,
	"base64": `[A-Za-z0-9+/_-]*={0,2}`,
	"quoted": `"(?:[^"\\]|\\(?s:.))*"|` + "`[^`]*`",
	// What url.PathEscape and url.QueryEscape leave as it is: PathEscape keeps
	// : @ & = + and $.
	"escape": `[A-Za-z0-9%_.~+$&=:@-]*`,
	"time":   `(?s:.*)`,
	"fixed":  `(?s:.*)`,
}

// formNames says a form in prose, with its article.
var formNames = map[string]string{
	"int": "an integer", "uint": "an unsigned integer", "float": "a number", "bool": "a bool", "uuid": "a uuid", "hex": "hexadecimal text",
	"base64": "base64 text", "quoted": "quoted text", "escape": "escaped text", "time": "a time", "fixed": "text of fixed width", "": "text",
}

// typos are words that people write for a form. As expressions they would
// match nothing but themselves.
var typos = map[string]string{
	"string": formText, "str": formText, "any": formText, "integer": formInt, "number": formInt, "num": formInt,
	"int64": formInt, "int32": formInt, "uint": formInt, "uint64": formInt, "guid": formUUID, "uid": formUUID,
}

var word = lazy.Regexp(`^[A-Za-z][A-Za-z0-9]+$`)

// checkForm returns why is is no form of a segment.
func checkForm(is string) error {
	if _, named := segmentForms[is]; named {
		return nil
	}
	near := typos[strings.ToLower(is)]
	if near == "" && word().MatchString(is) && len(is) > 2 {
		near = nearestName(is, []string{formUUID, formInt, formSlug, formText})
	}
	if near != "" {
		return fmt.Errorf("there is no form %q, did you mean %s? (forms: uuid, int, slug, text, or a regular expression; for just this text write (?:%s))", is, near, is)
	}
	n, err := automata.Compile(is)
	var bad *syntax.Error
	switch {
	case errors.As(err, &bad):
		return fmt.Errorf("bad regular expression: %s: %s", bad.Code, oneLine(bad.Expr))
	case errors.Is(err, automata.ErrBound):
		return errors.New("the regular expression is too large: make it simpler")
	case err != nil:
		return fmt.Errorf("bad regular expression: %w", err)
	case n.None():
		return errors.New("the regular expression matches no text at all")
	case !n.Empty || len(n.First) > 0:
		return nil
	}
	return errors.New("the regular expression matches only the empty text")
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", `\n`) }

// compiled keeps the automata of expressions: registries share most of them.
var compiled sync.Map // source -> *automata.NFA

// language returns the automaton of a form that was checked, named or RE2.
func language(is string) *automata.NFA {
	if named, ok := segmentForms[is]; ok {
		is = named
	}
	return expression(is)
}

// holeLanguage returns the automaton of a hole's form. An unknown form is free
// text, which can be anything.
func holeLanguage(form string) *automata.NFA { return expression(holeForm(form)) }

func holeForm(form string) string {
	if src, ok := holeForms[form]; ok {
		return src
	}
	return holeForms[""]
}

func expression(src string) *automata.NFA {
	if n, ok := compiled.Load(src); ok {
		return n.(*automata.NFA)
	}
	n, err := automata.Compile(src)
	if err != nil { // not checked before: no text is accepted
		n = &automata.NFA{}
	}
	compiled.Store(src, n)
	return n
}

// Forms lists the forms that a hole can have.
func Forms() []string {
	var fs []string
	for f := range holeForms {
		fs = append(fs, f)
	}
	slices.Sort(fs)
	return fs
}

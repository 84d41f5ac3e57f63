package registry

import (
	"strings"

	"gopkg.in/yaml.v3"
)

const noAlias = "anchors and aliases are not supported: write the value out where it is needed"

// plain refuses what YAML can do beyond plain data, anywhere below n.
func (l *loader) plain(n *yaml.Node) bool {
	before := len(l.errs)
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		switch {
		case n.Kind == yaml.AliasNode || n.Anchor != "":
			l.errorf(l.pos(n), "%s", noAlias)
			return
		case n.Style&yaml.TaggedStyle != 0:
			l.errorf(l.pos(n), "the tag %s is not supported: remove it", n.Tag)
			return
		case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge":
			l.errorf(l.pos(n), "merging with << is not supported: write the fields out")
			return
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(n)
	return len(l.errs) == before
}

// A field is an entry of a mapping.
type field struct {
	name  string
	at    Position
	value *yaml.Node
}

// fields returns the entries of a mapping in order, doubled ones reported and
// left out. It reports what is no mapping; what says what the mapping is.
func (l *loader) fields(n *yaml.Node, what string) []field {
	if n.Kind != yaml.MappingNode {
		l.errorf(l.pos(n), "%s must be a mapping (name: value), not %s", what, kindName(n))
		return nil
	}
	var out []field
	first := map[string]Position{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		at := l.pos(k)
		switch {
		case k.Kind != yaml.ScalarNode:
			l.errorf(at, "a name in %s must be text, not %s", what, kindName(k))
			continue
		case k.ShortTag() == "!!null" || strings.TrimSpace(k.Value) == "":
			l.errorf(at, "a name in %s is empty: give it one", what)
			continue
		}
		if p, double := first[k.Value]; double {
			l.errorf(at, "%q is given twice in %s, first on line %d: remove one", k.Value, what, p.Line)
			continue
		}
		first[k.Value] = at
		out = append(out, field{k.Value, at, v})
	}
	return out
}

// unknown reports a field that is none of names.
func (l *loader) unknown(f field, what string, names ...string) {
	hint := ""
	if near := nearestName(f.name, names); near != "" {
		hint = ", did you mean " + near + "?"
	}
	l.errorf(f.at, "%s has no field %q%s (fields: %s)", what, f.name, hint, strings.Join(names, ", "))
}

// text returns the text of a scalar, or reports that n is none.
func (l *loader) text(n *yaml.Node, what string) (string, bool) {
	switch {
	case isNull(n):
		l.errorf(l.pos(n), "%s is empty: write its text", what)
		return "", false
	case n.Kind != yaml.ScalarNode:
		l.errorf(l.pos(n), "%s must be text, not %s", what, kindName(n))
		return "", false
	case n.ShortTag() != "!!str":
		l.errorf(l.pos(n), "%s must be text, not %s: put it in quotes", what, kindName(n))
		return "", false
	case strings.TrimSpace(n.Value) == "":
		l.errorf(l.pos(n), "%s is empty: write its text", what)
		return "", false
	}
	return n.Value, true
}

// inside returns the position of the rune with byte offset off of a scalar's
// text, as far as that can be known.
func (l *loader) inside(n *yaml.Node, off int) Position {
	at := l.pos(n)
	off = len([]rune(n.Value[:min(off, len(n.Value))]))
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || strings.Contains(n.Value, "\n"):
		return at
	case n.Style&yaml.SingleQuotedStyle != 0 && !strings.Contains(n.Value, "'"),
		n.Style&yaml.DoubleQuotedStyle != 0 && !strings.ContainsAny(n.Value, "\"\\\t"):
		at.Column += 1 + off
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0:
		at.Column += off
	}
	return at
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// kindName says what a node is, as a user would call it.
func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias"
	}
	switch n.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "true or false"
	case "!!timestamp":
		return "a date"
	}
	return "text"
}

// nearestName returns the name within two edits of s, or "".
func nearestName(s string, names []string) string {
	best, at := "", 3
	for _, n := range names {
		if d := editDistance(strings.ToLower(s), strings.ToLower(n)); d < at && d < len(n) {
			best, at = n, d
		}
	}
	return best
}

// editDistance is Levenshtein's, over bytes.
func editDistance(a, b string) int {
	return distance(len(a), len(b), 1, func(i, j int) int {
		if a[i] == b[j] {
			return 0
		}
		return 1
	})
}

// distance is the least cost of turning a sequence of length n into one of
// length m, when leaving out and putting in cost gap each and change(i, j) is
// what it costs to make element i into j.
func distance(n, m, gap int, change func(i, j int) int) int {
	row := make([]int, m+1)
	for j := range row {
		row[j] = j * gap
	}
	for i := range n {
		diagonal := row[0]
		row[0] = (i + 1) * gap
		for j := range m {
			next := min(row[j]+gap, row[j+1]+gap, diagonal+change(i, j))
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[m]
}

package registry

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Ops lists what a store can do with a key.
var Ops = []string{"get", "set", "delete", "expire", "incr", "lock", "scan", "publish", "flush", "other"}

// stores reads the section of that name.
func (l *loader) stores(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		l.errorf(l.pos(n), "stores must be a list of functions (- func: …), not %s", kindName(n))
		return
	}
	type use struct {
		fn  string
		key Param
	}
	first := map[use]Position{}
	for _, item := range n.Content {
		s, ok := l.store(item)
		if !ok {
			continue
		}
		u := use{s.Func, s.Key}
		if at, double := first[u]; double {
			l.errorf(s.Pos, "store %s is given twice with the same key, first on line %d: remove one", s.Func, at.Line)
			continue
		}
		first[u] = s.Pos
		l.reg.Stores = append(l.reg.Stores, s)
	}
}

// store reads one entry, and reports whether all of it is right.
func (l *loader) store(item *yaml.Node) (*Store, bool) {
	before := len(l.errs)
	s := &Store{Op: "other", Pos: l.pos(item)}
	hasKey := false
	for _, f := range l.fields(item, "an entry of stores") {
		switch f.name {
		case "func":
			s.Func = l.function(f.value)
		case "key":
			s.Key = l.param(f.value)
			hasKey = true
		case "op":
			s.Op, _ = l.text(f.value, "op")
			if !slices.Contains(Ops, s.Op) && s.Op != "" {
				l.errorf(l.pos(f.value), "there is no op %q (ops: %s)", s.Op, strings.Join(Ops, ", "))
			}
		default:
			l.unknown(f, "an entry of stores", "func", "key", "op")
		}
	}
	if len(l.errs) > before {
		return nil, false
	}
	if s.Func == "" {
		l.errorf(s.Pos, "a store needs func: the full name of the function that takes the key")
	}
	if !hasKey {
		l.errorf(s.Pos, "a store needs key: the index (from 0) or the name of the parameter that is the key")
	}
	return s, len(l.errs) == before
}

func (l *loader) function(n *yaml.Node) string {
	fn, ok := l.text(n, "func")
	if !ok {
		return ""
	}
	if kind := evidenceKinds["func"]; !kind.pattern().MatchString(fn) {
		l.errorf(l.pos(n), "func %q is not %s", fn, kind.want)
	}
	return fn
}

// param reads the index or name of a parameter.
func (l *loader) param(n *yaml.Node) Param {
	const want = "key must be the index of the parameter (from 0, the receiver not counted) or its name"
	switch {
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!int":
		if i, err := strconv.Atoi(n.Value); err == nil && i >= 0 && i < 256 {
			return Param{Index: i}
		}
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str":
		if kind := evidenceKinds["name"]; kind.pattern().MatchString(n.Value) {
			return Param{Name: n.Value}
		}
	}
	l.errorf(l.pos(n), "%s", want)
	return Param{}
}

package registry

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/tenantkey/tenantkey/internal/lazy"
)

// document reads the root of a registry.
func (l *loader) document(root *yaml.Node) {
	sections := map[string]*yaml.Node{}
	for _, f := range l.fields(root, "the registry") {
		switch f.name {
		case "tenantkey":
			l.version(f.value)
		case "tenant", "segments", "keys", "stores":
			sections[f.name] = f.value
		default:
			l.unknown(f, "the registry", "tenantkey", "tenant", "segments", "keys", "stores")
		}
	}
	// In this order whatever the file's: keys need segments.
	for _, s := range []struct {
		name string
		read func(*yaml.Node)
	}{{"tenant", l.tenant}, {"segments", l.segments}, {"keys", l.keys}, {"stores", l.stores}} {
		if n := sections[s.name]; n != nil && !isNull(n) {
			s.read(n)
		}
	}
	if len(l.reg.Tenant) == 0 && len(l.reg.Keys) > 0 && len(l.errs) == 0 {
		l.errorf(l.pos(root), "there are keys, but no segment carries the tenant: list it under tenant:")
	}
}

func (l *loader) version(n *yaml.Node) {
	switch {
	case n.Kind != yaml.ScalarNode || n.ShortTag() != "!!int":
		l.errorf(l.pos(n), "tenantkey must be the schema version, the number 1, not %s", kindName(n))
	case n.Value != "1":
		l.errorf(l.pos(n), "schema version %s is not known: this tenantkey reads version 1; use the release that the registry was written for", n.Value)
	}
}

// segmentName is what stands between the braces of a pattern.
var segmentName = lazy.Regexp(`^[A-Za-z_][A-Za-z0-9_]*$`)

const nameRule = "a segment's name has letters, digits and _ and begins with no digit"

// declare adds a segment, unless its name is bad or taken.
func (l *loader) declare(f field, s *Segment) bool {
	if !segmentName().MatchString(f.name) {
		l.errorf(f.at, "bad segment name %q: %s", f.name, nameRule)
		return false
	}
	if old := l.reg.Segments[f.name]; old != nil {
		l.errorf(f.at, "segment %q is declared twice, first on line %d: remove one", f.name, old.Pos.Line)
		return false
	}
	l.reg.Segments[f.name] = s
	return true
}

func (l *loader) tenant(n *yaml.Node) {
	for _, f := range l.fields(n, "tenant") {
		s := &Segment{Name: f.name, Is: formText, Tenant: true, Pos: f.at}
		if !l.declare(f, s) {
			continue
		}
		l.reg.Tenant = append(l.reg.Tenant, s)
		if isNull(f.value) {
			continue
		}
		what := "tenant " + f.name
		for _, g := range l.fields(f.value, what) {
			switch g.name {
			case "is":
				s.Is = l.form(g.value, "is of "+what)
			case "strict":
				s.Strict = l.flag(g.value, "strict of "+what)
			case "from":
				s.From = l.evidence(g.value, "from of "+what)
			default:
				l.unknown(g, what, "is", "from", "strict")
			}
		}
		if s.Strict && len(s.From) == 0 {
			l.errorf(s.Pos, "tenant %s is strict, but nothing is listed under from: no value could ever be this tenant; list evidence or remove strict", f.name)
		}
	}
}

func (l *loader) segments(n *yaml.Node) {
	for _, f := range l.fields(n, "segments") {
		s := &Segment{Name: f.name, Is: formText, Pos: f.at}
		if l.declare(f, s) {
			s.Is = l.form(f.value, "segment "+f.name)
		}
	}
}

// form reads what a segment's text looks like.
func (l *loader) form(n *yaml.Node, what string) string {
	is, ok := l.text(n, what)
	if !ok {
		return formText
	}
	if err := checkForm(is); err != nil {
		l.errorf(l.pos(n), "%s: %v", what, err)
		return formText
	}
	return is
}

func (l *loader) flag(n *yaml.Node, what string) bool {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
		l.errorf(l.pos(n), "%s must be true or false, not %s", what, kindName(n))
		return false
	}
	return strings.EqualFold(n.Value, "true")
}

// evidenceKinds has the fields of an entry under from:, and what each is.
var evidenceKinds = map[string]struct {
	kind    EvidenceKind
	pattern func() *regexp.Regexp
	want    string
}{
	"type":  {ByType, lazy.Regexp(`^\*?[^\s()]+\.[\pL_][\pL\d_]*$`), "a type's full name, example.com/app/tenant.ID"},
	"func":  {ByFunc, lazy.Regexp(`^(?:[^\s()]+|\(\*?[^\s()]+\.[\pL_][\pL\d_]*(?:\[.*\])?\))\.[\pL_][\pL\d_]*$`), "a function's full name, example.com/app/tenant.FromContext or (example.com/app/auth.Claims).Tenant"},
	"field": {ByField, lazy.Regexp(`^[^\s()]+\.[\pL_][\pL\d_]*\.[\pL_][\pL\d_]*$`), "a field's full name, example.com/app/auth.Claims.TenantID"},
	"name":  {ByName, lazy.Regexp(`^[\pL_][\pL\d_.-]*$`), "the name of a parameter, variable or field"},
}

// evidence reads the list under from:.
func (l *loader) evidence(n *yaml.Node, what string) []Evidence {
	if n.Kind != yaml.SequenceNode {
		l.errorf(l.pos(n), "%s must be a list of type:, func:, field: or name:, not %s", what, kindName(n))
		return nil
	}
	var out []Evidence
	for _, item := range n.Content {
		fs := l.fields(item, "an entry of "+what)
		if item.Kind == yaml.MappingNode && len(item.Content) != 2 {
			l.errorf(l.pos(item), "an entry of %s must have exactly one of type, func, field, name: begin each with a dash of its own", what)
			continue
		}
		for _, f := range fs {
			kind, ok := evidenceKinds[f.name]
			if !ok {
				l.unknown(f, "an entry of "+what, "type", "func", "field", "name")
				continue
			}
			text, ok := l.text(f.value, f.name)
			if !ok {
				continue
			}
			if !kind.pattern().MatchString(text) {
				l.errorf(l.pos(f.value), "%s %q is not %s", f.name, text, kind.want)
				continue
			}
			out = append(out, Evidence{Kind: kind.kind, Text: text, Pos: f.at})
		}
	}
	return out
}

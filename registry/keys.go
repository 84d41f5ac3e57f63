package registry

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// MaxKeys is how many patterns a registry can have.
const MaxKeys = 10_000

// keys reads the section of that name.
func (l *loader) keys(n *yaml.Node) {
	if len(n.Content)/2 > MaxKeys {
		l.errorf(l.pos(n), "there are more than %d keys: split the registry by module", MaxKeys)
		return
	}
	first := map[string]*Pattern{}
	for _, f := range l.fields(n, "keys") {
		p, ok := l.pattern(f)
		if !ok {
			continue
		}
		if old := first[p.Key]; old != nil {
			l.errorf(p.Pos, "key %s has the same pattern as %s on line %d: two kinds of values would share keys; change one", p.Name, old.Name, old.Pos.Line)
			continue
		}
		first[p.Key] = p
		l.reg.Keys = append(l.reg.Keys, p)
	}
}

// pattern reads one entry of keys, in its short or long form.
func (l *loader) pattern(f field) (*Pattern, bool) {
	before := len(l.errs)
	p := &Pattern{Name: f.name, Pos: f.at}
	what := "key " + f.name
	if strings.ContainsFunc(f.name, isSpace) {
		l.errorf(f.at, "the name of a key has no spaces: %q", f.name)
	}
	if f.value.Kind != yaml.MappingNode {
		l.shape(p, f.value, what)
		l.scope(p, what, before)
		return p, len(l.errs) == before
	}
	var shape, digest *yaml.Node
	for _, g := range l.fields(f.value, what) {
		switch g.name {
		case "key":
			shape = g.value
		case "ttl":
			p.TTL = l.ttl(g.value, "ttl of "+what)
		case "digest":
			digest = g.value
		case "global":
			p.Global = l.reason(g.value, what)
		default:
			l.unknown(g, what, "key", "ttl", "digest", "global")
		}
	}
	if shape == nil {
		l.errorf(f.at, "%s has no key: write its pattern, key: %s:{tenant_id}:{id}", what, f.name)
		return p, false
	}
	l.shape(p, shape, what)
	if digest != nil && len(p.Parts) > 0 {
		l.digests(p, digest, what)
	}
	l.scope(p, what, before)
	return p, len(l.errs) == before
}

func isSpace(r rune) bool { return r <= ' ' || r == 0x7f }

// scope checks that the key is either the tenant's or everyone's.
func (l *loader) scope(p *Pattern, what string, before int) {
	if len(l.errs) > before {
		return // half read: HasTenant would mislead
	}
	switch {
	case p.HasTenant() && p.Global != "":
		l.errorf(p.Pos, "%s is global, but has a tenant segment: remove global, or the segment", what)
	case !p.HasTenant() && p.Global == "":
		l.errorf(p.Pos, "%s has no tenant segment%s: add one to the pattern, or say why the key is the same for every tenant (global: REASON)", what, l.tenantNames())
	}
}

func (l *loader) tenantNames() string {
	var names []string
	for _, s := range l.reg.Tenant {
		names = append(names, "{"+s.Name+"}")
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + strings.Join(names, ", ") + ")"
}

// shape reads a pattern's text.
func (l *loader) shape(p *Pattern, n *yaml.Node, what string) {
	text, ok := l.text(n, what)
	if !ok {
		return
	}
	p.Key = text
	tokens, bad := splitPattern(text)
	if bad != nil {
		l.errorf(l.inside(n, bad.Offset), "%s: %s", what, bad.Msg)
		return
	}
	for _, t := range tokens {
		if t.segment == "" {
			p.Parts = append(p.Parts, Part{Lit: t.lit})
			continue
		}
		p.Parts = append(p.Parts, Part{Segment: l.segment(t.segment, l.inside(n, t.offset))})
	}
}

// segment returns the segment of that name; one that is not declared is text.
func (l *loader) segment(name string, at Position) *Segment {
	s := l.reg.Segments[name]
	if s == nil {
		s = &Segment{Name: name, Is: formText, Pos: at}
		l.reg.Segments[name] = s
	}
	return s
}

func (l *loader) ttl(n *yaml.Node, what string) time.Duration {
	if n.Kind != yaml.ScalarNode {
		l.errorf(l.pos(n), "%s must be a time like 5m, not %s", what, kindName(n))
		return 0
	}
	d, err := time.ParseDuration(n.Value)
	switch {
	case err != nil && n.ShortTag() == "!!int":
		l.errorf(l.pos(n), "%s needs a unit: %ss, %sm or %sh", what, n.Value, n.Value, n.Value)
	case err != nil:
		l.errorf(l.pos(n), "%s must be a time like 90s, 5m or 1h30m, not %q", what, n.Value)
	case d <= 0:
		l.errorf(l.pos(n), "%s must be more than 0; leave it out if the key does not expire", what)
	}
	return d
}

func (l *loader) reason(n *yaml.Node, what string) string {
	text := ""
	if n.Kind == yaml.ScalarNode && (n.ShortTag() == "!!str" || isNull(n)) {
		text = strings.TrimSpace(n.Value)
	} else {
		l.errorf(l.pos(n), "global of %s must be the reason in words, not %s", what, kindName(n))
		return ""
	}
	if isNull(n) || text == "" {
		l.errorf(l.pos(n), "global of %s has no reason: say why the value is the same for every tenant", what)
		return ""
	}
	return text
}

// digests reads which segments are a hash over which others.
func (l *loader) digests(p *Pattern, n *yaml.Node, what string) {
	what = "digest of " + what
	p.Digest = map[string][]*Segment{}
	var inPattern []string
	for _, part := range p.Parts {
		if part.Segment != nil {
			inPattern = append(inPattern, part.Segment.Name)
		}
	}
	for _, f := range l.fields(n, what) {
		if !slices.Contains(inPattern, f.name) {
			l.errorf(f.at, "%s: the pattern %s has no segment {%s}%s", what, p.Key, f.name, didYouMean(f.name, inPattern))
			continue
		}
		if l.reg.Segments[f.name].Tenant {
			l.errorf(f.at, "%s: {%s} is the tenant itself, it can't be a digest too; give the digest a name of its own", what, f.name)
			continue
		}
		p.Digest[f.name] = l.inputs(f, what)
	}
}

func didYouMean(name string, names []string) string {
	if near := nearestName(name, names); near != "" {
		return fmt.Sprintf(", did you mean {%s}?", near)
	}
	return ""
}

// inputs reads the segments that a digest is made of.
func (l *loader) inputs(f field, what string) []*Segment {
	if f.value.Kind != yaml.SequenceNode || len(f.value.Content) == 0 {
		l.errorf(l.pos(f.value), "%s: {%s} needs the list of the segments that go into it: [tenant_id, …]", what, f.name)
		return nil
	}
	var out []*Segment
	for _, c := range f.value.Content {
		name, ok := l.text(c, "an input of {"+f.name+"}")
		if !ok {
			continue
		}
		switch {
		case !segmentName().MatchString(name):
			l.errorf(l.pos(c), "%s: bad segment name %q: %s", what, name, nameRule)
			continue
		case name == f.name:
			l.errorf(l.pos(c), "%s: {%s} can't be made of itself", what, name)
			continue
		}
		s := l.segment(name, l.pos(c))
		if slices.Contains(out, s) {
			l.errorf(l.pos(c), "%s: {%s} goes in twice: remove one", what, name)
			continue
		}
		out = append(out, s)
	}
	return out
}

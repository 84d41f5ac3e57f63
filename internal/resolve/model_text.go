package resolve

import (
	"path"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// https://pkg.go.dev/strings, https://pkg.go.dev/bytes
func init() {
	for _, pkg := range []string{"strings", "bytes"} {
		rows := map[string]model{
			".Clone": same, ".ToValidUTF8": same,
			".Join":    joinModel,
			".Replace": replaceModel, ".ReplaceAll": replaceModel,
			".Split": splitModel, ".SplitN": splitModel, ".Fields": splitModel, ".SplitAfter": splitModel,
			".Cut": cutModel, ".CutPrefix": cutModel, ".CutSuffix": cutModel,
			".Map": partModel(1), ".TrimFunc": partModel(0),
		}
		for _, f := range []string{"ToLower", "ToUpper", "Title", "ToTitle", "TrimSpace", "Trim", "TrimLeft", "TrimRight", "TrimPrefix", "TrimSuffix", "Repeat"} {
			rows["."+f] = stepped("strings."+f, template.FormText)
		}
		full := map[string]model{}
		for name, m := range rows {
			full[pkg+name] = m
		}
		register(full)
	}
	register(map[string]model{
		"(*strings.Replacer).Replace": replacerModel,
		"path.Join":                   pathJoin("/"),
		"path/filepath.Join":          pathJoin("/"),
		"path.Base":                   stepped("path.Base", template.FormText),
		"path/filepath.Base":          stepped("path.Base", template.FormText),
		"path.Clean":                  stepped("path.Clean", template.FormText),
		"path/filepath.Clean":         stepped("path.Clean", template.FormText),
		"slices.Concat":               concatModel,
		"slices.Clone":                same,
		"slices.Clip":                 same,
		"slices.Grow":                 same,
		"slices.Sorted":               same,
		"bytes.NewBufferString":       same,
		"bytes.NewBuffer":             same,
		"strings.NewReader":           same,
		"bytes.NewReader":             same,
	})
}

// joinModel is strings.Join.
func joinModel(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	return template.TextValue(r.joinList(r.evalIn(v.Call.Args[0], v.Block()), r.textIn(v.Call.Args[1], v.Block()))), true
}

// replaceModel is strings.Replace and ReplaceAll: in literal text it is done,
// with a new part that may have holes; of holes it is noted.
func replaceModel(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	args := v.Call.Args
	n := -1
	if len(args) == 4 {
		c, ok := intConst(args[3], -1)
		if !ok {
			return template.Value{}, false
		}
		n = c
	}
	old, ok := single(r.textIn(args[1], v.Block()))
	if !ok || old == "" {
		return r.derived(v, r.evalIn(args[0], v.Block()), r.evalIn(args[2], v.Block())), true
	}
	with := r.textIn(args[2], v.Block())
	withText, plain := single(with)
	var out []template.Set
	for _, t := range r.textIn(args[0], v.Block()) {
		left := n
		var sets []template.Set
		for _, p := range t {
			if p.Hole != nil {
				step := template.Step{Func: "strings.ReplaceAll", Args: []string{old, withText}}
				if left > 0 && len(t) > 1 {
					return r.derived(v, r.evalIn(args[0], v.Block()), r.evalIn(args[2], v.Block())), true // nobody knows how many are left
				} else if left > 0 {
					step = template.Step{Func: "strings.Replace", Args: []string{old, withText, itoa(left)}}
				}
				if left != 0 && plain {
					sets = append(sets, template.One(template.Of(noted(step, template.FormText, p.Hole))))
				} else {
					sets = append(sets, template.One(template.Of(p.Hole)))
				}
				continue
			}
			pieces := strings.SplitN(p.Lit, old, left+1)
			if left < 0 {
				pieces = strings.Split(p.Lit, old)
			}
			for i, piece := range pieces {
				if i > 0 {
					sets = append(sets, with)
					left--
				}
				sets = append(sets, template.Text(piece))
			}
			if n < 0 {
				left = -1
			}
		}
		out = append(out, template.Cross(sets...))
	}
	return template.TextValue(template.Join(out...)), true
}

// partModel is a function whose result is a part or a rewriting of argument
// arg, and means what that means.
func partModel(arg int) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		val := r.evalIn(v.Call.Args[arg], v.Block())
		if h, ok := val.Hole(); ok && !h.IsAnySelf() && h.Origin.Kind != template.Unk {
			return template.TextValue(template.HoleSet(h.With(template.Step{Func: fullName(calleeFunc(v.Common()))}, template.FormText))), true
		}
		if val.Kind == template.IsText {
			return r.derived(v, val), true
		}
		return template.Value{}, false
	}
}

// splitModel is strings.Split and its kin: of known text the parts, of a hole
// a list of parts of it.
func splitModel(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	name := calleeFunc(v.Common()).Name()
	val := r.textIn(v.Call.Args[0], v.Block())
	sep := " "
	if name != "Fields" {
		s, ok := single(r.textIn(v.Call.Args[1], v.Block()))
		if !ok {
			return template.Value{}, false
		}
		sep = s
	}
	n, counted := -1, true
	if name == "SplitN" {
		n, counted = intConst(v.Call.Args[2], n)
	}
	if text, ok := single(val); ok && counted {
		var l template.List
		for _, p := range splitText(name, text, sep, n) {
			l = append(l, template.Item{Value: template.TextValue(template.Text(p))})
		}
		return template.Value{Kind: template.IsList, Lists: []template.List{l}}, true
	}
	if l, ok := splitTemplate(val, sep); ok && name == "Split" {
		return l, true
	}
	out := r.holeOf(v)
	h, _ := out.Hole()
	c := *h
	c.Via = []template.Step{{Func: "split", Args: []string{sep, name}}}
	c.Origin = template.Origin{Kind: template.Result, Name: fullName(calleeFunc(v.Common())), Inputs: []template.Set{val}}
	return template.TextValue(template.HoleSet(&c)), true
}

// splitText does what the function of strings does.
func splitText(name, text, sep string, n int) []string {
	switch name {
	case "Fields":
		return strings.Fields(text)
	case "SplitAfter":
		return strings.SplitAfter(text, sep)
	}
	return strings.SplitN(text, sep, n)
}

// splitTemplate splits "a:{x}:b" at ":" when no hole's form can hold the
// separator.
func splitTemplate(s template.Set, sep string) (template.Value, bool) {
	if len(s) != 1 || sep == "" {
		return template.Value{}, false
	}
	var l template.List
	var cur []template.Template
	for _, p := range s[0] {
		if p.Hole != nil {
			switch p.Hole.Form {
			case template.FormInt, template.FormUint, template.FormUUID, template.FormHex, template.FormBool:
			default:
				return template.Value{}, false
			}
			cur = append(cur, template.Of(p.Hole))
			continue
		}
		pieces := strings.Split(p.Lit, sep)
		for i, piece := range pieces {
			if i > 0 {
				l = append(l, template.Item{Value: template.TextValue(template.One(template.Concat(cur...)))})
				cur = nil
			}
			cur = append(cur, template.Lit(piece))
		}
	}
	l = append(l, template.Item{Value: template.TextValue(template.One(template.Concat(cur...)))})
	return template.Value{Kind: template.IsList, Lists: []template.List{l}}, true
}

// splitPart is part i of a hole that was split.
func splitPart(h *template.Hole, i int) (template.Value, bool) {
	if len(h.Via) != 1 || h.Via[0].Func != "split" {
		return template.Value{}, false
	}
	c := *h
	c.Via = nil
	if sep, by := h.Via[0].Args[0], h.Via[0].Args[1]; by == "Split" || by == "Fields" || by == "SplitN" && i == 0 {
		c.Via = []template.Step{{Func: template.Piece, Args: []string{sep}}}
	}
	c.Expr = h.Expr + "[" + strconv.Itoa(i) + "]"
	c.Type = "string"
	return template.TextValue(template.HoleSet(&c)), true
}

// cutModel is strings.Cut: before and after are parts of the text.
func cutModel(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	name := calleeFunc(v.Common()).Name()
	if index == 2 || name != "Cut" && index == 1 {
		return template.Value{}, false
	}
	val := r.textIn(v.Call.Args[0], v.Block())
	if text, ok := single(val); ok {
		if sep, ok := single(r.textIn(v.Call.Args[1], v.Block())); ok {
			before, after, _ := strings.Cut(text, sep)
			switch {
			case name == "CutPrefix":
				before = strings.TrimPrefix(text, sep)
			case name == "CutSuffix":
				before = strings.TrimSuffix(text, sep)
			case index == 1:
				before = after
			}
			return template.TextValue(template.Text(before)), true
		}
	}
	out := r.resultHole(v, index)
	if sep, ok := single(r.textIn(v.Call.Args[1], v.Block())); ok && name == "Cut" && index == 0 {
		if h, ok := out.Hole(); ok {
			return template.TextValue(template.HoleSet(h.With(template.Step{Func: template.Piece, Args: []string{sep}}, h.Form))), true
		}
	}
	return out, true
}

// concatModel is slices.Concat.
func concatModel(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	out := template.ListValue()
	for _, l := range r.asLists(r.evalIn(v.Call.Args[0], v.Block())) {
		for _, it := range l {
			out = r.appendTo(out, it.Value, v.Type())
		}
	}
	return out, true
}

// pathJoin is path.Join: parts joined by a slash and cleaned. What cleaning
// does to holes is not known; nothing, in a path without dots.
func pathJoin(sep string) model {
	return func(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
		joined := r.joinList(dropEmpty(r.evalIn(v.Call.Args[0], v.Block())), template.Text(sep))
		out := make([]template.Set, 0, len(joined))
		for _, t := range joined {
			if text, ok := t.Text(); ok {
				out = append(out, template.Text(path.Clean(text)))
				continue
			}
			out = append(out, template.One(cleaned(t)))
		}
		return template.TextValue(template.Join(out...)), true
	}
}

// dropEmpty leaves out the empty elements of known lists.
func dropEmpty(v template.Value) template.Value {
	if v.Kind != template.IsList {
		return v
	}
	out := template.Value{Kind: template.IsList}
	for _, l := range v.Lists {
		var kept template.List
		for _, it := range l {
			if text, ok := single(it.Value.Text); ok && it.Value.Kind == template.IsText && text == "" {
				continue
			}
			kept = append(kept, it)
		}
		out.Lists = append(out.Lists, kept)
	}
	return out
}

// cleaned folds doubled slashes in a template's literals and drops a last one.
func cleaned(t template.Template) template.Template {
	out := append(template.Template{}, t...)
	for i, p := range out {
		if p.Hole != nil {
			continue
		}
		for strings.Contains(p.Lit, "//") {
			p.Lit = strings.ReplaceAll(p.Lit, "//", "/")
		}
		if i == len(out)-1 && (i > 0 || p.Lit != "/") {
			p.Lit = strings.TrimSuffix(p.Lit, "/")
		}
		out[i] = p
	}
	return template.Concat(out)
}

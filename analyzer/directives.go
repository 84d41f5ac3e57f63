package analyzer

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
)

// accept is the comment that accepts a finding. Its reason follows.
const accept = "//tenantkey:global"

// A directive is an accept comment.
type directive struct {
	at     place
	reason string
	// from and to are the lines of the file that it speaks for.
	file     string
	from, to int
	used     bool
}

// directives are those of a package.
type directives struct {
	fset *token.FileSet
	all  []*directive
}

// directivesOf reads the accept comments of the package's files, test files
// left out. One speaks for its own line and the next one (for what stands
// after a run of comments), one in a function's comment for the function.
func directivesOf(pass *analysis.Pass) *directives {
	ds := &directives{fset: pass.Fset}
	for _, f := range pass.Files {
		if inTest(pass.Fset, f.FileStart) {
			continue
		}
		docs := map[*ast.CommentGroup]ast.Node{}
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Doc != nil {
				docs[fd.Doc] = fd
			}
		}
		for _, g := range f.Comments {
			for _, c := range g.List {
				if d := ds.parse(c); d != nil {
					ds.scope(d, g, docs[g])
					ds.all = append(ds.all, d)
				}
			}
		}
	}
	return ds
}

func (ds *directives) parse(c *ast.Comment) *directive {
	rest, ok := strings.CutPrefix(c.Text, accept)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return nil
	}
	reason, _, _ := strings.Cut(rest+" ", " // ") // a comment in the comment is no reason
	return &directive{at: place{c.Pos(), c.End()}, reason: strings.TrimSpace(reason)}
}

func (ds *directives) scope(d *directive, g *ast.CommentGroup, fn ast.Node) {
	line := func(p token.Pos) int { return ds.fset.PositionFor(p, false).Line }
	d.file = ds.fset.PositionFor(d.at.pos, false).Filename
	d.from, d.to = line(d.at.pos), line(g.End())+1
	if fn != nil {
		d.from, d.to = line(fn.Pos()), line(fn.End())
	}
}

// accepts reports whether a directive accepts what is found of u, whose key is
// put together at place at. One with a reason is used when the key has no
// tenant for certain, or has a finding: then there is something to accept,
// whichever rule would tell it.
func (ds *directives) accepts(u *keyuse.Use, at place, j *judgement) bool {
	accepted := false
	for _, d := range ds.all {
		if d.reason == "" || !ds.covers(d, at) && !ds.covers(d, place{u.KeyPos, u.KeyEnd}) && !ds.covers(d, place{u.Pos, u.End}) {
			continue
		}
		if j.problem != nil || j.reading.verdict != Yes && j.fitness() != fitGlobal {
			d.used = true
		}
		accepted = true
	}
	return accepted
}

// covers reports whether a range begins on a line that d speaks for.
func (ds *directives) covers(d *directive, at place) bool {
	if !at.pos.IsValid() {
		return false
	}
	p := ds.fset.PositionFor(at.pos, false)
	return p.Filename == d.file && d.from <= p.Line && p.Line <= d.to
}

// check reports the directives that are wrong themselves.
func (ds *directives) check(out *door) {
	for _, d := range ds.all {
		switch {
		case d.reason == "":
			out.report(&finding{category: Directive, place: d.at, message: accept + " gives no reason: say why the key is the same for every tenant"})
		case !d.used:
			out.report(&finding{category: Directive, place: d.at, message: accept + " accepts nothing: remove it"})
		}
	}
}

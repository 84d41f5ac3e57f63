package valuedep

import (
	"golang.org/x/tools/go/ssa"
)

// What is decoded into a variable is as many inputs as that has fields: a key of
// one of them does not have the others.
//
//	var in struct{ OrgID, ID string }
//	json.NewDecoder(r.Body).Decode(&in)
//	invoices.Get(ctx, in.OrgID, in.ID) // under in.ID

// decoders begin the names of functions that fill a variable from what a client
// or another program has sent.
var decoders = []string{"Decode", "Unmarshal", "Bind", "ShouldBind", "MustBind", "BodyParser", "ReadJSON", "DecodeJSON", "ParseJSON"}

// decoded notes, of a part of a variable that a decoder fills, that part of it,
// and reports whether that is all there is to say: in a key, or where the key
// has the part or another one.
func (s *writeScan) decoded(call ssa.CallInstruction, c from) bool {
	al, ok := s.root.(*ssa.Alloc)
	if !ok || !hasPrefix(calleeName(call.Common()), decoders) {
		return false
	}
	d := &Dep{Atom: Atom{Root{Kind: result, Name: ownText(al)}, s.part}, Via: c.via, Pos: c.pos, Way: c.way}
	d.Expr = exprOf(al.Comment, s.part)
	d.Type, d.Evidence = evidence(d.Expr, deref(al.Type()), s.part)
	switch w := s.w; {
	case w.own != nil && s.part != "":
		d.Apart = true
		w.deps.add(d)
		return true
	case w.front != nil && w.front.hasPartOf(d.Root):
		w.add(d, deref(al.Type()))
		return true
	}
	return false
}

// hasPartOf reports whether the key has a part of what r stands for.
func (f *Frontier) hasPartOf(r Root) bool {
	for _, k := range f.Deps {
		if k.Root == r {
			return true
		}
	}
	return false
}

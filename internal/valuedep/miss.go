package valuedep

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// afterMiss reports whether the sink's key was looked up before in the
// function. A map, and what is only called a cache, is one where what was found
// is used, and where it decides whether the value is made; the record of one job
// is cached where that decides, too. Else it is brought up to date.
func (a *Analysis) afterMiss(fn *ssa.Function, s *Sink) bool {
	if s.site != nil && s.site.Finds && a.isServed(&get{instr: s.Instr, store: s.store}) {
		return true
	}
	var text string
	if s.site != nil && len(s.site.Keys) == 1 {
		text = a.text(s.site.Keys[0].Value)
	}
	decides, served := s.store == "" && !s.isOfTicket(), s.store == ""
	for _, g := range a.getsOf(fn) {
		if g.store != s.store || text != "" && text != g.text && !sameKey(g.key, s.Key) || text == "" && !sameKey(g.key, s.Key) {
			continue
		}
		served = served || a.isServed(g)
		if g.instr.Parent() == s.Instr.Parent() && !a.reaches(g.instr, s.Instr) {
			continue
		}
		decides = decides || s.isOfTicket() && a.foundRuns(g, s.Instr) || !s.isOfTicket() && a.decidesRun(g, s.Instr)
		if decides && s.store == "" {
			return true
		}
	}
	return decides && served && s.store != ""
}

// fills reports whether a call that only tells of errors is given where to put
// what it finds.
func fills(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	for _, arg := range call.Call.Args {
		switch arg.(type) {
		case *ssa.MakeInterface, *ssa.Alloc, *ssa.FieldAddr, *ssa.Parameter:
			if refers(arg.Type()) && !isContext(arg.Type()) && !isHandle(arg.Type()) {
				return true
			}
		}
	}
	return false
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// decidesRun reports whether it depends on what a look-up found that an
// instruction is run.
func (a *Analysis) decidesRun(g *get, in ssa.Instruction) bool {
	return a.decidesRunBy(g, in, func(cond, found ssa.Value) bool { return a.dependsOn(cond, found, map[ssa.Value]bool{}) })
}

// decidesRunBy is decidesRun for conditions that look at what was found as looks
// has it.
func (a *Analysis) decidesRunBy(g *get, in ssa.Instruction, looks func(cond, found ssa.Value) bool) bool {
	found, ok := g.instr.(ssa.Value)
	if !ok {
		return false
	}
	fn := g.instr.Parent()
	at := a.blockIn(in, fn)
	if at == nil {
		return true // a literal around or beside it
	}
	for _, b := range fn.Blocks {
		br, ok := last(b).(*ssa.If)
		if !ok || !looks(br.Cond, found) {
			continue
		}
		x, y := a.meets(b, b.Succs[0], at, at), a.meets(b, b.Succs[1], at, at)
		if x.at != y.at {
			return true
		}
	}
	return false
}

// dependsOn reports whether a condition looks at what was found. What is in seen
// was asked: h = h*31 + h is made of the same value twice.
func (a *Analysis) dependsOn(cond, found ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[cond] {
		return false
	}
	seen[cond] = true
	switch c := cond.(type) {
	case *ssa.BinOp:
		return a.dependsOn(c.X, found, seen) || a.dependsOn(c.Y, found, seen)
	case *ssa.UnOp:
		if c.Op != token.MUL {
			return a.dependsOn(c.X, found, seen)
		}
	case *ssa.Phi:
		for i, e := range c.Edges {
			if a.dependsOn(e, found, seen) {
				return true
			}
			if br, ok := last(c.Block().Preds[i]).(*ssa.If); ok && a.dependsOn(br.Cond, found, seen) {
				return true
			}
		}
	}
	return a.comesFrom(cond, found, map[ssa.Value]bool{})
}

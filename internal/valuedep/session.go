package valuedep

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A connection can be told for whom it works before it is asked:
//
//	conn.ExecContext(ctx, "SELECT set_config('app.tenant', $1, true)", tenantID)
//	conn.QueryRowContext(ctx, "SELECT body FROM doc WHERE id = $1", id)

// session adds what the connection conn was told by a statement that sets its
// state, before the instruction at; nil: whenever.
func (w *walk) session(conn ssa.Value, at ssa.Instruction, c from, depth int) {
	if conn.Referrers() == nil || depth > maxLift {
		return
	}
	for _, r := range *conn.Referrers() {
		call, ok := r.(ssa.CallInstruction)
		if !ok || r == at || at != nil && at.Parent() == r.Parent() && !w.a.reaches(r, at) {
			continue
		}
		com := call.Common()
		if fn := w.a.body(com.StaticCallee()); fn != nil {
			for i, arg := range com.Args {
				if arg == conn && i < len(fn.Params) {
					w.substitute(w.a.sessionOf(sessionKey{fn.Params[i], depth + 1}), fn, call, c.at(call.Pos()))
				}
			}
			continue
		}
		args := callArgs(com)
		if args[0] != conn || !hasPrefix(calleeName(com), []string{"Exec", "MustExec", "Raw"}) || !setsSession(args[1:]) {
			continue
		}
		for _, arg := range args[1:] {
			w.argument(arg, call, c.by(Call))
		}
	}
}

// A sessionKey is a connection that a function is given, so many calls in.
type sessionKey struct {
	conn  *ssa.Parameter
	depth int
}

// sessionOf returns what a connection is told by the function that it is given
// to, worked out once for all its calls.
func (a *Analysis) sessionOf(k sessionKey) []*Dep {
	deps, ok := a.sessions[k]
	if !ok {
		w := a.newWalk()
		w.session(k.conn, nil, from{}, k.depth)
		deps = &w.deps
		a.sessions[k] = deps
	}
	return deps.List
}

// setsSession reports whether a statement sets the state of its connection.
func setsSession(args []ssa.Value) bool {
	for _, arg := range args {
		s := strings.ToLower(strings.TrimSpace(textStart(arg, 0)))
		switch verb, _, _ := strings.Cut(s, " "); verb {
		case "set", "use":
			return true
		case "select", "alter":
			return strings.Contains(s, "set_config(") || strings.HasPrefix(s, "alter session")
		}
	}
	return false
}

// textStart returns the constant text that v begins with.
func textStart(v ssa.Value, depth int) string {
	if depth > maxTree {
		return ""
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return constant.StringVal(v.Value)
		}
	case *ssa.BinOp:
		return textStart(v.X, depth+1)
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.String() == "fmt.Sprintf" {
			return textStart(v.Call.Args[0], depth+1)
		}
	}
	return ""
}

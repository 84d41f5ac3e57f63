package valuedep

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// withoutTickets drops the findings of a set under a key that stands for one
// login, job or message: the value is bound to it, not looked up by it. After a
// look-up under the same key it is the record of that, brought up to date: what is
// only written into it does not count, what something was looked up by does.
func (s *Sink) withoutTickets(ds []*Dep) []*Dep {
	if s.kind != Set || !s.isOfTicket() {
		return ds
	}
	if !s.Miss {
		return nil
	}
	return slices.DeleteFunc(ds, func(d *Dep) bool { return d.Via&Call == 0 })
}

// isOfTicket reports whether the key stands for one login, job or message.
func (s *Sink) isOfTicket() bool {
	return slices.ContainsFunc(s.Key, func(k *Dep) bool { return ticketName(lastName(k)) })
}

var tickets = []string{"session", "sessionid", "sid", "token", "tokenid", "nonce", "state", "ticket", "otp", "jti", "requestid", "jobid", "taskid", "uploadid", "code",
	"idempotencykey", "cursor", "accesstoken", "refreshtoken", "challenge", "verifier", "messageid", "eventid", "runid", "executionid"}

func ticketName(s string) bool { return slices.Contains(tickets, strings.TrimPrefix(plain(s), "new")) }

// foundRuns reports whether an instruction is run or not for whether the look-up
// found something, whatever that is. What a job's record has chooses what is
// done next, and the record is written again after each step:
//
//	if p, err := load(taskID); err == nil && len(p.Done) > 0 { skip(p.Done) }
func (a *Analysis) foundRuns(g *get, in ssa.Instruction) bool {
	return a.decidesRunBy(g, in, func(cond, found ssa.Value) bool { return isFoundness(cond, found, 0) })
}

// isFoundness reports whether a condition asks whether something was found: it
// compares the result of the look-up itself, or an error or bool beside it.
func isFoundness(cond, found ssa.Value, depth int) bool {
	next := func(v ssa.Value) bool { return depth < maxTree && isFoundness(v, found, depth+1) }
	if cond == found {
		return true
	}
	switch c := cond.(type) {
	case *ssa.BinOp:
		return next(c.X) || next(c.Y)
	case *ssa.UnOp:
		return c.Op == token.NOT && next(c.X)
	case *ssa.Extract:
		return next(c.Tuple)
	case *ssa.TypeAssert:
		return next(c.X)
	case *ssa.Call: // rdb.Get(ctx, key).Err(), errors.Is(err, redis.Nil)
		args := callArgs(c.Common())
		return len(args) == 1 && next(args[0]) || calleeName(c.Common()) == "Is" && slices.ContainsFunc(args, next)
	}
	return false
}

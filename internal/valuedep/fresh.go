package valuedep

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// What stands under an id that was made just now is under no other value's key,
// whatever it depends on:
//
//	job := &Job{ID: uuid.NewString(), ProjectID: projectID}
//	jobs.Set(job.ID, job)
//
//	task, err := s.repo.CreateTask(ctx, req)
//	s.rdb.Set(ctx, "task:"+task.ID, payload(req), ttl)

// also notes what is known of a callee's result as a whole.
func (w *walk) also(deps *Deps) {
	w.deps.cut = w.deps.cut || deps.cut
	w.deps.fresh = w.deps.fresh || deps.fresh
}

// alternatives runs f for each of n ways in which a value comes about: it is
// fresh where it is by all of them.
func (w *walk) alternatives(n int, f func(i int)) {
	before, all := w.deps.fresh, n > 0
	for i := range n {
		w.deps.fresh = false
		f(i)
		all = all && w.deps.fresh
	}
	w.deps.fresh = before || all
}

// idMakers are the packages whose functions make ids.
var idMakers = set("uuid ulid ksuid xid nanoid shortuuid cuid cuid2")

// makesID reports whether a call makes an id that there was not before.
func makesID(com *ssa.CallCommon) bool {
	fn := calleeObject(com)
	args := com.Args
	if !com.IsInvoke() && com.Signature().Recv() != nil {
		args = args[1:]
	}
	if fn == nil || !allConstant(args) {
		return false
	}
	if !hasPrefix(fn.Name(), []string{"New", "MustNew", "Must", "Make", "Gen", "Generate", "Random"}) {
		return false
	}
	ends := func(s string) bool { return strings.HasSuffix(fn.Name(), s) }
	if fn.Pkg() != nil && idMakers[fn.Pkg().Name()] || slices.ContainsFunc(ids, ends) {
		return true
	}
	t := resultType(com, 0)
	return t != nil && isScalar(t) && slices.ContainsFunc(secrets, ends)
}

// ids are the last words of the names of functions that make one. NewGrid does
// not.
var ids = []string{"ID", "Id", "UUID", "Uuid", "ULID", "Ulid", "Token", "Nonce"}

// secrets are those of functions that make a text which can't be guessed; what
// makes a thing has such a name, too: NewState() *State.
var secrets = []string{"State", "Secret", "Verifier", "Code", "Ticket"}

// creators are in the names of functions that make a row.
var creators = []string{"Create", "Insert"}

// createsID reports whether the path of result i of a call is the id of a row
// that the call makes.
func createsID(com *ssa.CallCommon, i int, path string) bool {
	if !createsRow(calleeName(com)) {
		return false
	}
	t := resultType(com, i)
	if path == "" {
		return t != nil && isScalar(t) && !isBool(t)
	}
	at := strings.LastIndex(path, Sep)
	return t != nil && identifies(path[at+1:], locate(t, path[:max(at, 0)]).typ)
}

// createsRow reports whether a function makes a row, by a word of its name. A row
// that it puts under its key, too, is the first of that key.
func createsRow(name string) bool {
	for _, word := range creators {
		if i := strings.Index(name, word); i >= 0 && !hasSecondWay(name) {
			end := i + len(word)
			return end == len(name) || !isLower(name[end])
		}
	}
	return false
}

// hasSecondWay reports whether a function may find the row that it is named to
// make: CreateOrGet. CreateOrder does not.
func hasSecondWay(name string) bool {
	for rest := name; ; {
		_, after, ok := strings.Cut(rest, "Or")
		if !ok {
			return false
		}
		if after != "" && !isLower(after[0]) {
			return true
		}
		rest = after
	}
}

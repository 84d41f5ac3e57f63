// Package computed has functions that the resolver reads, and that the tests
// run: what they return is what it must say. The comment behind a function's
// first line is what it returns over its parameters, and open where not all of
// that is known once these are filled in.
package computed

// Functions are all that are tested, by the name of their list.
var Functions = map[string][]any{
	"texts": texts, "numbers": numbers, "prints": prints, "branches": branches, "loops": loops, "memory": memory,
	"calls": calls, "closures": closures, "lists": lists, "built": built, "captured": captured, "generic": generic,
}

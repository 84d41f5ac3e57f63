package registry

import (
	"strings"
	"testing"
)

// When the products of a registry have taken too many steps, the pairs that
// were not looked at are not decided, and named.
func TestProveMaxWork(t *testing.T) {
	var b strings.Builder
	b.WriteString("tenantkey: 1\ntenant: {t: {is: uuid}}\nkeys:\n")
	for i := range 2 * block {
		k := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676))
		b.WriteString("  " + k + ": " + k + ":{t}\n")
	}
	r, err := Parse("registry.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	proof := r.prove(1)
	if len(proof.Undecided) != block || proof.Proved() {
		t.Errorf("%d not decided, proved %v", len(proof.Undecided), proof.Proved())
	}
	if got, want := proof.Undecided[0].Reason, "the registry is too large to decide: simplify the forms of its segments"; got != want {
		t.Errorf("%q", got)
	}
	if proof := r.Prove(); !proof.Proved() {
		t.Error(proof)
	}
}

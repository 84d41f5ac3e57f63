package template

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func param(name, owner string) *Hole {
	return &Hole{Expr: name, Type: "string", Origin: Origin{Kind: Param, Owner: owner}}
}

func texts(n int) Set {
	sets := make([]Set, n)
	for i := range sets {
		sets[i] = Text(fmt.Sprintf("%03d", i))
	}
	return Join(sets...)
}

func onlyWhy(t *testing.T, s Set, want string) {
	t.Helper()
	if len(s) != 1 || len(s[0]) != 1 || s[0][0].Hole == nil || s[0][0].Hole.Origin.Reason != want {
		t.Errorf("got %.200s: want one hole that %q", s, want)
	}
}

func TestBounds(t *testing.T) {
	id := HoleSet(param("id", "f"))
	long := make([]Set, MaxParts+2)
	for i := range long {
		long[i] = id
		if i%2 == 1 {
			long[i] = Text(":")
		}
	}
	wide := make([]Set, MaxParts)
	for i := range wide {
		wide[i] = id
	}
	all := make([]Set, 0, MaxAlternatives)
	for i := range MaxAlternatives {
		all = append(all, Cross(append([]Set{Text(fmt.Sprint(i))}, wide[1:]...)...))
	}
	onlyWhy(t, texts(MaxAlternatives+1), TooMany)
	onlyWhy(t, Cross(texts(MaxAlternatives), texts(MaxProduct/MaxAlternatives+1)), TooMany)
	onlyWhy(t, Cross(long...), TooLong)
	onlyWhy(t, Cross(Text(strings.Repeat("k", MaxText)), Text("k")), TooLong)
	onlyWhy(t, Join(all...), TooBig)
	if got := texts(MaxAlternatives); len(got) != MaxAlternatives {
		t.Errorf("%d alternatives are %d: want all", MaxAlternatives, len(got))
	}
	if got := Cross(Cross(long...), Text(":k")); len(got) != 1 || len(got[0]) != 1 {
		t.Errorf("got %s: what stands beside a bound makes it no better known", got)
	}
}

// TestInputs: a digest of too much stays a digest, and says that it is not
// known of what.
func TestInputs(t *testing.T) {
	in := HoleSet(param("id", "f"))
	for range MaxNesting + 1 {
		in = HoleSet(&Hole{Expr: "sum", Origin: Origin{Kind: Digest, Name: "sha256", Inputs: []Set{in}}})
	}
	if h := in[0][0].Hole; h.Origin.Kind != Digest || h.Origin.Inputs[0][0][0].Hole.Origin.Reason != Nested {
		t.Errorf("got %+v: want a digest whose input is nested too deep", h.Origin)
	}
	in = HoleSet(param("id", "f"))
	for range 10 {
		in = HoleSet(&Hole{Expr: "sum", Origin: Origin{Kind: Digest, Name: "sha256", Inputs: []Set{in, in}}})
	}
	if n := in.Size(MaxSize); n > 2*MaxInputs {
		t.Errorf("a digest has a size of %d: want %d or less", n, 2*MaxInputs)
	}
}

// TestIdentity: parameters of one name in two functions are two things, and
// one parameter that comes in twice is one.
func TestIdentity(t *testing.T) {
	a, b := HoleSet(param("id", "f")), HoleSet(param("id", "g"))
	if got := Join(a, b); len(got) != 2 {
		t.Errorf("id of f and id of g are %d: want 2", len(got))
	}
	if got := Join(a, a); len(got) != 1 {
		t.Errorf("id of f, twice, is %d: want 1", len(got))
	}
	if got, want := Join(Text("b"), Text("a"), Text("b")).String(), "a | b"; got != want {
		t.Errorf("got %q: want %q", got, want)
	}
	if got, want := Cross(Text("a{"), a, Text("}")).String(), "a{{{id}}}"; got != want {
		t.Errorf("got %q: want %q", got, want)
	}
}

// TestGob: a value survives the way to another package, in the same bytes each
// time: a fact that changed would make every importer be analysed anew.
func TestGob(t *testing.T) {
	h := param("id", "f").With(Step{Func: "%05d", Args: []string{"x"}}, FormInt).Known(Evidence{Kind: ByName, Text: "tenant.ID"}, Evidence{Kind: ByType, Text: "a.ID"})
	h.Optional, h.Unchecked = true, "the error of f is dropped"
	key := Cross(Text("k:"), HoleSet(h), HoleSet(&Hole{Expr: "sum", Origin: Origin{Kind: Digest, Name: "sha256", Inputs: []Set{Join(Text("a"), HoleSet(h))}}}))
	v := Value{Kind: IsRecord, Type: "p.T", Fields: []Named{
		{"Key", TextValue(key)}, {"Keys", ListValue(Item{Value: TextValue(key)}, Item{Value: UnknownValue(TooMany), Many: true})},
	}}
	encode := func() []byte {
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(v); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := encode()
	for range 10 {
		if !bytes.Equal(encode(), first) {
			t.Fatal("two encodings of one value differ")
		}
	}
	var back Value
	if err := gob.NewDecoder(bytes.NewReader(first)).Decode(&back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, v) {
		t.Errorf("got %+v\nwant %+v", back, v)
	}
}

package registry_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

// The differential test holds the proof against brute force: random small
// registries over an alphabet of three, and every key of up to maxKey runes
// read in every possible way. TENANTKEY_REGISTRIES sets how many registries,
// TENANTKEY_SEED the first seed.
const (
	alphabet = "ab:"
	maxKey   = 8
)

// A small registry, as the brute force sees it.
type small struct {
	yaml     string
	forms    map[string]form // of each segment
	tenants  []string
	patterns []smallPattern
}

type smallPattern struct {
	parts  []string // literal text, or {segment}
	global bool
}

// randomRegistry makes a registry of one to three patterns of up to five
// parts, over one or two tenant segments and three others.
func randomRegistry(r *rand.Rand) small {
	s := small{forms: map[string]form{}, tenants: []string{"t", "u"}[:1+r.IntN(4)/3]}
	for _, name := range []string{"t", "u", "x", "y", "z"} {
		f := randomForm(r, 3)
		for f.words[0].size == 0 && r.IntN(4) > 0 {
			f = randomForm(r, 3) // most segments are not empty
		}
		f.source = "(?:" + f.source + ")"
		if r.IntN(4) == 0 {
			f = anyForm
		}
		s.forms[name] = f
	}
	others := []string{"x", "y", "z"}
	if len(s.tenants) == 1 {
		others = append(others, "u")
	}
	seen := map[string]bool{}
	for range 1 + r.IntN(3) {
		p := randomPattern(r, s.tenants, others)
		if key := strings.Join(p.parts, ""); !seen[key] {
			seen[key] = true
			s.patterns = append(s.patterns, p)
		}
	}
	s.yaml = s.text()
	return s
}

func randomPattern(r *rand.Rand, tenants, others []string) smallPattern {
	p := smallPattern{global: r.IntN(5) == 0}
	var names []string
	if !p.global {
		names = append(names, tenants[r.IntN(len(tenants))])
		if len(tenants) == 2 && r.IntN(2) == 0 {
			names = append([]string(nil), tenants...)
		}
	}
	for range r.IntN(3) {
		o := others[r.IntN(len(others))]
		if !strings.Contains(strings.Join(names, " "), o) {
			names = append(names, o)
		}
	}
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, n := range names {
		p.parts = append(p.parts, "{"+n+"}")
	}
	for len(p.parts) < 5 && (len(p.parts) == 0 || r.IntN(3) > 0) {
		lit := string(alphabet[r.IntN(3)])
		if r.IntN(3) == 0 {
			lit += string(alphabet[r.IntN(3)])
		}
		at := r.IntN(len(p.parts) + 1)
		p.parts = append(p.parts[:at], append([]string{lit}, p.parts[at:]...)...)
	}
	return p
}

func (s small) text() string {
	var b strings.Builder
	b.WriteString("tenantkey: 1\ntenant:\n")
	for _, t := range s.tenants {
		fmt.Fprintf(&b, "  %s: {is: '%s'}\n", t, s.forms[t].source)
	}
	b.WriteString("segments:\n")
	for _, o := range []string{"x", "y", "z", "u"} {
		if o != "u" || len(s.tenants) == 1 {
			fmt.Fprintf(&b, "  %s: '%s'\n", o, s.forms[o].source)
		}
	}
	b.WriteString("keys:\n")
	for i, p := range s.patterns {
		fmt.Fprintf(&b, "  p%d: {key: '%s'", i, strings.Join(p.parts, ""))
		if p.global {
			b.WriteString(", global: everyone's")
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// A tuple is a tenant: the numbers of the words of t and u, less one; 0 where
// it has none.
type tuple struct{ t, u uint16 }

// readings has, for each word as a key, every tenant that it is read with.
type readings [9841][]tuple

// keys reads every key of up to maxKey runes in every way that p has.
func (s small) keys(p smallPattern) *readings {
	out := &readings{}
	type piece struct {
		words []word
		name  string
	}
	var pieces []piece
	for _, part := range p.parts {
		if name := strings.Trim(part, "{}"); name != part {
			pieces = append(pieces, piece{s.forms[name].words, name})
		} else {
			pieces = append(pieces, piece{[]word{wordOf(part)}, ""})
		}
	}
	least := make([]uint16, len(pieces)+1) // length of the shortest rest
	for i := len(pieces) - 1; i >= 0; i-- {
		least[i] = least[i+1] + maxKey + 1
		if ws := pieces[i].words; len(ws) > 0 {
			least[i] = least[i+1] + ws[0].size
		}
	}
	var walk func(i int, key word, at tuple)
	walk = func(i int, key word, at tuple) {
		if i == len(pieces) {
			if id := key.id(); !slices.Contains(out[id], at) {
				out[id] = append(out[id], at)
			}
			return
		}
		for _, w := range pieces[i].words {
			if key.size+w.size+least[i+1] > maxKey {
				break
			}
			next := at
			switch name := pieces[i].name; {
			case name == "t":
				next.t = w.id() + 1
			case name == "u" && len(s.tenants) == 2:
				next.u = w.id() + 1
			}
			walk(i+1, key.then(w), next)
		}
	}
	if least[0] <= maxKey {
		walk(0, word{}, tuple{})
	}
	return out
}

func (s small) isTenant(name string) bool {
	return name == "t" || name == "u" && len(s.tenants) == 2
}

// brute returns the length of the shortest key that two tenants (or a tenant
// and everyone) share under a and b, and of the shortest that they share at
// all; -1 for none.
func brute(a, b *readings, self bool) (broken, shared int) {
	broken, shared = -1, -1
	for size := range maxKey + 1 {
		for id := offsets[size]; id < offsets[size+1]; id++ {
			if len(a[id]) == 0 || len(b[id]) == 0 {
				continue
			}
			if shared < 0 && !self {
				shared = size
			}
			if broken < 0 && (a[id][0] != b[id][0] || len(a[id]) > 1 || len(b[id]) > 1) {
				broken = size
			}
		}
	}
	return broken, shared
}

func TestProveDifferential(t *testing.T) {
	n := setting(t, "TENANTKEY_REGISTRIES", 1500)
	seed := setting(t, "TENANTKEY_SEED", 1)
	counts := map[string]int{}
	for i := range n {
		r := rand.New(rand.NewPCG(uint64(seed), uint64(i)))
		s := randomRegistry(r)
		if !compare(t, s, counts) {
			t.Fatalf("registry %d of seed %d", i, seed)
		}
	}
	t.Logf("%d registries: %v", n, counts)
	for _, what := range []string{"broken", "warning", "nothing"} {
		if counts[what] < n/50 {
			t.Errorf("only %d pairs of %d registries are %s: the test says little", counts[what], n, what)
		}
	}
}

func setting(t *testing.T, name string, otherwise int) int {
	s := os.Getenv(name)
	if s == "" {
		return otherwise
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// byPair files what a proof found under the names of both patterns.
func byPair(proof *registry.Proof) (found, warned map[string]*registry.Collision) {
	found, warned = map[string]*registry.Collision{}, map[string]*registry.Collision{}
	for _, c := range proof.Broken {
		found[c.A.Name+c.B.Name] = c
	}
	for _, c := range proof.Warnings {
		if c.Kind == registry.TwoValues {
			warned[c.A.Name+c.B.Name] = c
		}
	}
	return found, warned
}

// compare reports whether proof and brute force agree on every pair.
func compare(t *testing.T, s small, counts map[string]int) bool {
	t.Helper()
	reg, err := registry.Parse("registry.yaml", []byte(s.yaml))
	if err != nil {
		if strings.Contains(err.Error(), "only the empty text") {
			return true
		}
		t.Errorf("%v\n%s", err, s.yaml)
		return false
	}
	proof := reg.Prove()
	found, warned := byPair(proof)
	ok := true
	fail := func(format string, args ...any) {
		ok = false
		t.Errorf(format+"\n%s\n%s", append(args, s.yaml, proof)...)
	}
	if len(proof.Undecided) > 0 {
		fail("not decided")
	}
	var keys []*readings
	for _, p := range s.patterns {
		keys = append(keys, s.keys(p))
	}
	nullable := strings.ContainsAny(s.yaml, "*?")
	for i := range s.patterns {
		for j := i; j < len(s.patterns); j++ {
			pair := fmt.Sprintf("p%dp%d", i, j)
			broken, shared := brute(keys[i], keys[j], i == j)
			c, w := found[pair], warned[pair]
			switch {
			case c != nil:
				counts["broken"]++
				if why := s.invalid(c, i, j); why != "" {
					fail("%s: the counter-example is none: %s", pair, why)
				}
				// Values that begin or end with ":" or are empty are avoided
				// where others will do, which can make the key longer.
				if broken >= 0 && len(c.Key) < broken || broken < 0 && len(c.Key) <= maxKey ||
					!nullable && !strings.Contains(s.yaml, ":]") && !strings.ContainsAny(strings.Join(s.patterns[i].parts, "")+strings.Join(s.patterns[j].parts, ""), ":") && broken >= 0 && len(c.Key) != broken {
					fail("%s: the shortest key has length %d, brute force says %d", pair, len(c.Key), broken)
				}
			case broken >= 0:
				fail("%s: called fine, but brute force has a key of length %d", pair, broken)
			case w != nil:
				counts["warning"]++
				if shared >= 0 && len(w.Key) < shared || shared < 0 && len(w.Key) <= maxKey {
					fail("%s: warned of %q, brute force says %d", pair, w.Key, shared)
				}
			case shared >= 0:
				fail("%s: no warning, but a common key of length %d", pair, shared)
			default:
				counts["nothing"]++
			}
		}
	}
	return ok
}

// invalid says why a counter-example is none, by reading it with regexp.
func (s small) invalid(c *registry.Collision, i, j int) string {
	var tuples [2]string
	for side, p := range []smallPattern{s.patterns[i], s.patterns[j]} {
		values := map[string]string{}
		for _, v := range c.Sides[side].Values {
			values[v.Segment] = v.Text
		}
		key := ""
		for _, part := range p.parts {
			name := strings.Trim(part, "{}")
			if name == part {
				key += part
				continue
			}
			if !regexp.MustCompile(`^(?:` + s.forms[name].source + `)$`).MatchString(values[name]) {
				return fmt.Sprintf("%s is no %s", values[name], name)
			}
			key += values[name]
			if s.isTenant(name) {
				tuples[side] += name + "=" + values[name] + ";"
			}
		}
		if key != c.Key {
			return fmt.Sprintf("side %d is the key %q, not %q", side, key, c.Key)
		}
	}
	for i := range tuples {
		parts := strings.Split(tuples[i], ";")
		slices.Sort(parts)
		tuples[i] = strings.Join(parts, ";")
	}
	if tuples[0] == tuples[1] {
		return "both sides have the tenant " + tuples[0]
	}
	return ""
}

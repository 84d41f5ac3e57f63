package registry_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

var located = regexp.MustCompile(`^f\.yaml:[1-9][0-9]*:[1-9][0-9]*: .`)

// Whatever is parsed, the answer is a registry that can be asked everything,
// or errors with positions; and a counter-example is a key that both sides
// spell.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/errors/*.yaml")
	for _, file := range append(files, "../registry.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("tenantkey: 1\ntenant: {t: }\nkeys: {r: 'r:{t}:{x}', g: {key: '{x}', global: same}}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := registry.Parse("f.yaml", data)
		if err != nil {
			for _, line := range strings.Split(err.Error(), "\n") {
				if !located.MatchString(line) && !errors.Is(err, registry.ErrNotOurs) {
					t.Errorf("an error without a position: %q", line)
				}
			}
			return
		}
		r.Match("r:a:b")
		for _, c := range r.Cover(shape("r:{}:{int}x{uuid}")) {
			if len(c.Fills) == 0 {
				t.Errorf("%s covers holes without segments", c.Pattern)
			}
		}
		r.Nearest(shape("r:{}:{}"))
		if len(r.Keys) > 4 || len(data) > 2000 {
			return
		}
		for _, c := range r.Prove().Broken {
			for i, p := range []*registry.Pattern{c.A, c.B} {
				if got := spellPattern(p, c.Sides[i]); got != c.Key {
					t.Errorf("side %d of %s spells %q\n%s", i, c, got, data)
				}
			}
			if _, ok := r.Match(c.Key); !ok {
				t.Errorf("%q matches nothing", c.Key)
			}
		}
	})
}

func spellPattern(p *registry.Pattern, s registry.Side) string {
	out, i := "", 0
	for _, part := range p.Parts {
		if part.Segment == nil {
			out += part.Lit
			continue
		}
		out += s.Values[i].Text
		i++
	}
	return out
}

// The fuzzer chooses the registry of the differential test.
func FuzzProve(f *testing.F) {
	for _, s := range []string{"", "a", "tenant", "\x00\xff\x00\xff\x00\xff\x00\xff", strings.Repeat("project:{tenant}", 8), strings.Repeat("\x91\x07", 64)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		compare(t, randomRegistry(rand.New(&byteSource{choices, rand.NewPCG(1, 2)})), map[string]int{})
	})
}

// A byteSource makes random numbers of given bytes, and its own when they are
// used up. (Zeros without end would not do: rand draws again after some.)
type byteSource struct {
	left []byte
	rest *rand.PCG
}

func (s *byteSource) Uint64() uint64 {
	if len(s.left) < 2 {
		return s.rest.Uint64()
	}
	n := uint64(binary.BigEndian.Uint16(s.left))
	s.left = s.left[2:]
	return n<<48 | n<<16 | 1<<40 | 1<<8
}

package driver

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// factsMagic begins every file of facts; the number is the format's.
const factsMagic = "tenantkey facts 1\n"

// A factFile is what one package hands to those that import it.
type factFile struct {
	// Tables is the package's own facts, and in a vet tool those of packages
	// that are seen through it, sorted by path.
	Tables []pathTable
}

// A pathTable is the facts of one package, sorted.
type pathTable struct {
	Path  string
	Facts []namedFact
}

// A namedFact is a fact and the key of its object.
type namedFact struct {
	Object string
	Fact   analysis.Fact
}

// registerFacts makes the fact types of analyzers known to gob. It encodes one
// of each, as gob numbers types in the order it meets them: so the same facts
// are the same bytes in every process.
func registerFacts(analyzers []*analysis.Analyzer) {
	enc := gob.NewEncoder(io.Discard)
	// The frame can't fail: its types are those of this file.
	_ = enc.Encode(&factFile{Tables: []pathTable{{Facts: []namedFact{}}}})
	for _, a := range needed(analyzers, true) {
		for _, f := range a.FactTypes {
			gob.Register(f)
			// A zero fact that can't be encoded is told of when it matters.
			_ = enc.Encode(f)
		}
	}
}

// named returns a table's facts, sorted.
func (t *factTable) named() []namedFact {
	out := make([]namedFact, 0, len(t.byKey))
	for key, fact := range t.byKey {
		out = append(out, namedFact{key.object, fact})
	}
	slices.SortFunc(out, func(a, b namedFact) int {
		return cmp.Or(
			cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()),
		)
	})
	return out
}

func tableOf(facts []namedFact) *factTable {
	t := &factTable{byKey: make(map[factKey]analysis.Fact, len(facts))}
	for _, f := range facts {
		t.byKey[factKey{f.Object, reflect.TypeOf(f.Fact)}] = f.Fact
	}
	return t
}

// encodeFacts writes a fact file.
func encodeFacts(f *factFile) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(factsMagic)
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		return nil, fmt.Errorf("facts can't be written: %w", err)
	}
	return b.Bytes(), nil
}

// errFacts says that a file does not hold facts of this version.
var errFacts = errors.New("this is no file of tenantkey's facts")

// decodeFacts reads a fact file.
func decodeFacts(data []byte) (f *factFile, err error) {
	rest, ok := bytes.CutPrefix(data, []byte(factsMagic))
	if !ok {
		return nil, errFacts
	}
	defer func() {
		if r := recover(); r != nil { // gob may panic on bytes that were tampered with
			f, err = nil, errFacts
		}
	}()
	f = new(factFile)
	if err := gob.NewDecoder(bytes.NewReader(rest)).Decode(f); err != nil {
		return nil, fmt.Errorf("%w: %w", errFacts, err)
	}
	return f, nil
}

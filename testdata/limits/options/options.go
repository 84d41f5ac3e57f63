// Package options sets up a cache, and each call of it, by functions that are
// handed in and write into a struct. What they write is not followed, and that
// a call passes none does not help: an unknown. Where the two are in different
// packages the field itself is shown, a part that can't be there.
package options

import (
	"path"

	lru "github.com/hashicorp/golang-lru/v2"
)

type settings struct{ database string }

type option func(*settings)

type keeper struct {
	rows *lru.Cache[string, string]
	base settings
}

func newKeeper(opts ...option) *keeper {
	rows, _ := lru.New[string, string](8)
	k := &keeper{rows: rows, base: settings{database: "main"}}
	for _, o := range opts {
		o(&k.base)
	}
	return k
}

func (k *keeper) write(key, value string, opts ...option) {
	var now settings
	for _, o := range opts {
		o(&now)
	}
	if now.database == "" {
		now.database = k.base.database
	}
	k.rows.Add(path.Join(now.database, key), value) // want `^set .*{key}.* caller$`
}

// Save passes no option: only the keeper's own database can be before the key.
func Save(itemID string) {
	newKeeper().write("items/"+itemID, "") // want `^set items/{itemID} unknown`
}

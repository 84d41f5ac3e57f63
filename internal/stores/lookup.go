package stores

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// A group is the functions or methods of a client that share a row.
type group struct {
	on    string // receiver types' names, separated by spaces; "" for package-level functions
	names string // their names, separated by spaces
	row   Row
}

// A client is what is known of one package.
type client struct {
	path   string // import path
	store  string // Row.Store of its rows, unless the row has its own
	groups []group
	// builders says that the package holds generated command builders, whose
	// rows come from a rule, not from groups.
	builders bool
}

// clients is every client package. Of two groups that name the same method,
// the later one holds: so a client can differ from a table that it shares.
var clients = sync.OnceValue(func() []client {
	return slices.Concat(
		goRedis(), goRedisCache, redigo, rueidis(), rueidisAside, redsync, redislock, asynq,
		gomemcache, nats, etcd, fiber,
		singleflight,
		golangLRU, goCache, ekoGocache, bigcache, freecache, fastcache, ristretto, ttlcache, otter, theine,
		gcache, ccache, cache2go, hot, sturdyc, groupcache,
	)
})

// An entry is the rows of a package, by receiver type and name. They are made
// when the first of them is asked for: a program imports few clients.
type entry struct {
	*client
	rows func() map[string]map[string]*Row
}

// index finds the rows of a package by its import path, so that a look-up
// builds no strings and ends here for a package that is no client.
var index = sync.OnceValue(func() map[string]*entry {
	all := clients()
	byPath := make(map[string]*entry, len(all))
	for i := range all {
		byPath[all[i].path] = &entry{&all[i], sync.OnceValue(all[i].rows)}
	}
	return byPath
})

// rows returns the client's rows by receiver type and name.
func (c *client) rows() map[string]map[string]*Row {
	byRecv := make(map[string]map[string]*Row)
	for _, g := range c.groups {
		g.addTo(byRecv, c.store)
	}
	return byRecv
}

func (g *group) addTo(byRecv map[string]map[string]*Row, store string) {
	row := g.row
	if row.Store == "" {
		row.Store = store
	}
	for _, recv := range g.receivers() {
		byName := byRecv[recv]
		if byName == nil {
			byName = make(map[string]*Row)
			byRecv[recv] = byName
		}
		for _, name := range strings.Fields(g.names) {
			byName[name] = &row
		}
	}
}

func (g *group) receivers() []string {
	if g.on == "" {
		return []string{""}
	}
	return strings.Fields(g.on)
}

// Lookup returns the row of a function or method, and whether there is one.
// Generic functions and methods are looked up by their origin; methods that
// are promoted from an embedded type by the type that declares them.
func Lookup(fn *types.Func) (*Row, bool) {
	pkg := fn.Pkg()
	if pkg == nil {
		return nil, false
	}
	client := index()[pkg.Path()]
	if client == nil {
		return nil, false
	}
	recv, ok := receiver(fn)
	if !ok {
		return nil, false
	}
	row, ok := client.rows()[recv][fn.Name()]
	if !ok && client.builders && recv != "" {
		return builderRow(fn, recv, client.store)
	}
	return row, ok
}

// receiver returns the name of the type that declares a method, "" for a
// function; ok is false when that type has no name.
func receiver(fn *types.Func) (name string, ok bool) {
	recv := fn.Signature().Recv()
	if recv == nil {
		return "", true
	}
	t := types.Unalias(recv.Type())
	if p, isPtr := t.(*types.Pointer); isPtr {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok {
		return "", false
	}
	return named.Obj().Name(), true
}

// Clients returns the import paths of the packages that are store clients,
// sorted, with the major version that is part of the path. A package that
// imports none of them, not even through others, can't call a store.
func Clients() []string {
	paths := make([]string, 0, len(clients()))
	for _, c := range clients() {
		paths = append(paths, c.path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// IsClient reports whether the package of that import path is a store client.
func IsClient(path string) bool {
	_, ok := index()[path]
	return ok
}

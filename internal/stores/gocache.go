package stores

// https://pkg.go.dev/github.com/patrickmn/go-cache. Its methods are promoted
// from an unexported type.
var goCache = []client{
	{path: "github.com/patrickmn/go-cache", store: "memory", groups: []group{
		{"cache", "Get GetWithExpiration", Row{Op: Get, Keys: at(0)}},
		{"cache", "Add Replace Set SetDefault", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"", "NewFrom", Row{Op: Set, Keys: mapKeys(2), Values: mapKeys(2)}},
		{"cache", "Delete", Row{Op: Delete, Keys: at(0)}},
		{
			"cache", `Decrement DecrementFloat DecrementFloat32 DecrementFloat64 DecrementInt DecrementInt16
			DecrementInt32 DecrementInt64 DecrementInt8 DecrementUint DecrementUint16 DecrementUint32
			DecrementUint64 DecrementUint8 DecrementUintptr Increment IncrementFloat IncrementFloat32
			IncrementFloat64 IncrementInt IncrementInt16 IncrementInt32 IncrementInt64 IncrementInt8
			IncrementUint IncrementUint16 IncrementUint32 IncrementUint64 IncrementUint8 IncrementUintptr`,
			Row{Op: Incr, Keys: at(0)},
		},
		{"cache", "Flush", Row{Op: Flush}},
	}},
}

// A loadable cache is made with its loader (NewLoadable).
//
// https://pkg.go.dev/github.com/eko/gocache/lib/v4/cache
// https://pkg.go.dev/github.com/eko/gocache/lib/v4/store
var ekoGocache = []client{
	{path: "github.com/eko/gocache/lib/v4/cache", store: "gocache",
		groups: on("Cache ChainCache LoadableCache MetricCache CacheInterface SetterCacheInterface MockCacheInterface MockSetterCacheInterface",
			ekoGocacheRows)},
	{path: "github.com/eko/gocache/lib/v4/store", store: "gocache",
		groups: on("StoreInterface MockStoreInterface", ekoGocacheRows)},
}

var ekoGocacheRows = []group{
	{names: "Get GetWithTTL", row: Row{Op: Get, Keys: at(1)}},
	{names: "Set", row: Row{Op: Set, Keys: at(1), Values: at(2)}},
	{names: "Delete", row: Row{Op: Delete, Keys: at(1)}},
	{names: "Clear", row: Row{Op: Flush}},
}

package stores

// https://pkg.go.dev/github.com/allegro/bigcache/v3#BigCache
// https://pkg.go.dev/github.com/allegro/bigcache/v2#BigCache
// https://pkg.go.dev/github.com/allegro/bigcache#BigCache
var bigcache = []client{
	{path: "github.com/allegro/bigcache/v3", store: "memory", groups: on("BigCache", bigcacheBasics, bigcacheSince2)},
	{path: "github.com/allegro/bigcache/v2", store: "memory", groups: on("BigCache", bigcacheBasics, bigcacheSince2)},
	{path: "github.com/allegro/bigcache", store: "memory", groups: on("BigCache", bigcacheBasics)},
}

var bigcacheBasics = []group{
	{names: "Get", row: Row{Op: Get, Keys: at(0)}},
	{names: "Set", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
	{names: "Delete", row: Row{Op: Delete, Keys: at(0)}},
	{names: "Reset", row: Row{Op: Flush}},
}

var bigcacheSince2 = []group{
	{names: "GetWithInfo KeyMetadata", row: Row{Op: Get, Keys: at(0)}},
	{names: "Append", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
}

// https://pkg.go.dev/github.com/coocood/freecache#Cache
var freecache = []client{
	{path: "github.com/coocood/freecache", store: "memory", groups: on("Cache", []group{
		{
			names: `Get GetFn GetInt GetIntWithExpiration GetWithBuf GetWithExpiration GetWithExpirationAndBuf Peek
				PeekFn PeekWithExpiration`,
			row: Row{Op: Get, Keys: at(0)},
		},
		{names: "MultiGet", row: Row{Op: Get, Keys: each(0)}},
		{names: "GetOrSet Set SetAndGet SetInt", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "Update", row: Row{Op: Set, Keys: at(0), Loaders: at(1)}},
		{names: "Del DelInt", row: Row{Op: Delete, Keys: at(0)}},
		{names: "TTL Touch", row: Row{Op: Expire, Keys: at(0)}},
		{names: "Clear", row: Row{Op: Flush}},
	})},
}

// https://pkg.go.dev/github.com/VictoriaMetrics/fastcache#Cache
var fastcache = []client{
	{path: "github.com/VictoriaMetrics/fastcache", store: "memory", groups: on("Cache", []group{
		{names: "Get GetBig HasGet", row: Row{Op: Get, Keys: at(1)}},
		{names: "Has", row: Row{Op: Get, Keys: at(0)}},
		{names: "Set SetBig", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "Del", row: Row{Op: Delete, Keys: at(0)}},
		{names: "Reset", row: Row{Op: Flush}},
	})},
}

// https://pkg.go.dev/github.com/dgraph-io/ristretto#Cache
// https://pkg.go.dev/github.com/dgraph-io/ristretto/v2#Cache
var ristretto = []client{
	{path: "github.com/dgraph-io/ristretto", store: "memory", groups: on("Cache", ristrettoRows)},
	{path: "github.com/dgraph-io/ristretto/v2", store: "memory", groups: on("Cache", ristrettoRows)},
}

var ristrettoRows = []group{
	{names: "Get", row: Row{Op: Get, Keys: at(0)}},
	{names: "Set SetWithTTL", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
	{names: "Del", row: Row{Op: Delete, Keys: at(0)}},
	{names: "GetTTL", row: Row{Op: Expire, Keys: at(0)}},
	{names: "Clear", row: Row{Op: Flush}},
}

// https://pkg.go.dev/github.com/jellydator/ttlcache/v3#Cache
// https://pkg.go.dev/github.com/jellydator/ttlcache/v2#Cache
var ttlcache = []client{
	{path: "github.com/jellydator/ttlcache/v3", store: "memory", groups: on("Cache", []group{
		{names: "Get Has GetAndDelete", row: Row{Op: Get, Keys: at(0)}},
		{names: "GetOrSetFunc", row: Row{Op: Get, Keys: at(0), Loaders: at(1)}},
		{names: "GetOrSet Set", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "Delete", row: Row{Op: Delete, Keys: at(0)}},
		{names: "Touch", row: Row{Op: Expire, Keys: at(0)}},
		{names: "DeleteAll", row: Row{Op: Flush}},
	})},
	{path: "github.com/jellydator/ttlcache/v2", store: "memory", groups: on("Cache SimpleCache", []group{
		{names: "Get GetWithTTL", row: Row{Op: Get, Keys: at(0)}},
		{names: "GetByLoader GetByLoaderWithTtl", row: Row{Op: Get, Keys: at(0), Loaders: at(1)}},
		{names: "Set SetWithTTL", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "Remove", row: Row{Op: Delete, Keys: at(0)}},
		{names: "Touch", row: Row{Op: Expire, Keys: at(0)}},
		{names: "Purge", row: Row{Op: Flush}},
	})},
}

// The methods of otter v1 are promoted from an unexported type.
//
// https://pkg.go.dev/github.com/maypok86/otter#Cache
// https://pkg.go.dev/github.com/maypok86/otter/v2#Cache
var otter = []client{
	{path: "github.com/maypok86/otter", store: "memory", groups: []group{
		{"baseCache", "Get Has", Row{Op: Get, Keys: at(0)}},
		{"Extension", "GetEntry GetEntryQuietly GetQuietly", Row{Op: Get, Keys: at(0)}},
		{"Cache CacheWithVariableTTL", "Set SetIfAbsent", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"baseCache", "Delete", Row{Op: Delete, Keys: at(0)}},
		{"baseCache", "Clear", Row{Op: Flush}},
	}},
	{path: "github.com/maypok86/otter/v2", store: "memory", groups: on("Cache", []group{
		{names: "GetEntry GetEntryQuietly GetIfPresent", row: Row{Op: Get, Keys: at(0)}},
		{names: "Get", row: Row{Op: Get, Keys: at(1), Loaders: at(2)}},
		{names: "BulkGet", row: Row{Op: Get, Keys: each(1), Loaders: at(2)}},
		{names: "ComputeIfAbsent", row: Row{Op: Get, Keys: at(0), Loaders: at(1)}},
		{names: "Set SetIfAbsent", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "Compute ComputeIfPresent", row: Row{Op: Set, Keys: at(0), Loaders: at(1)}},
		{names: "Refresh", row: Row{Op: Set, Keys: at(1), Loaders: at(2)}},
		{names: "BulkRefresh", row: Row{Op: Set, Keys: each(1), Loaders: at(2)}},
		{names: "Invalidate", row: Row{Op: Delete, Keys: at(0)}},
		{names: "SetExpiresAfter SetRefreshableAfter", row: Row{Op: Expire, Keys: at(0)}},
		{names: "InvalidateAll", row: Row{Op: Flush}},
	})},
}

// https://pkg.go.dev/github.com/Yiling-J/theine-go
var theine = []client{
	{path: "github.com/Yiling-J/theine-go", store: "memory", groups: []group{
		{"Cache HybridCache", "Get", Row{Op: Get, Keys: at(0)}},
		{"LoadingCache HybridLoadingCache", "Get", Row{Op: Get, Keys: at(1)}},
		{
			"Cache LoadingCache HybridCache HybridLoadingCache", "Set SetWithTTL",
			Row{Op: Set, Keys: at(0), Values: at(1)},
		},
		{"Cache LoadingCache HybridCache HybridLoadingCache", "Delete", Row{Op: Delete, Keys: at(0)}},
	}},
}

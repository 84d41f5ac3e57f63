package stores

// Loaders are given to a look-up, or to the cache when it is made (WithLoaders).
//
// https://pkg.go.dev/github.com/samber/hot#HotCache
var hot = []client{
	{path: "github.com/samber/hot", store: "memory", groups: on("HotCache", []group{
		{names: "Get Has MustGet Peek", row: Row{Op: Get, Keys: at(0)}},
		{names: "GetMany HasMany MustGetMany PeekMany", row: Row{Op: Get, Keys: each(0)}},
		{names: "GetWithLoaders MustGetWithLoaders", row: Row{Op: Get, Keys: at(0), Loaders: each(1)}},
		{names: "GetManyWithLoaders MustGetManyWithLoaders", row: Row{Op: Get, Keys: each(0), Loaders: each(1)}},
		{names: "Set SetWithTTL", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "SetMany SetManyWithTTL", row: Row{Op: Set, Keys: mapKeys(0), Values: mapKeys(0)}},
		{names: "SetMissing SetMissingWithTTL", row: Row{Op: Set, Keys: at(0)}},
		{names: "SetMissingMany SetMissingManyWithTTL", row: Row{Op: Set, Keys: each(0)}},
		{names: "Delete", row: Row{Op: Delete, Keys: at(0)}},
		{names: "DeleteMany", row: Row{Op: Delete, Keys: each(0)}},
		{names: "Purge", row: Row{Op: Flush}},
	})},
}

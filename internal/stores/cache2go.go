package stores

// The loader of a table is set by SetDataLoader.
//
// https://pkg.go.dev/github.com/muesli/cache2go#CacheTable
var cache2go = []client{
	{path: "github.com/muesli/cache2go", store: "memory", groups: on("CacheTable", []group{
		{names: "Exists Value", row: Row{Op: Get, Keys: at(0)}},
		{names: "Add NotFoundAdd", row: Row{Op: Set, Keys: at(0), Values: at(2)}},
		{names: "Delete", row: Row{Op: Delete, Keys: at(0)}},
		{names: "Flush", row: Row{Op: Flush}},
	})},
}

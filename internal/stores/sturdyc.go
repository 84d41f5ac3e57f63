package stores

// A batch has ids, and a function that makes the key of each.
//
// https://pkg.go.dev/github.com/viccon/sturdyc#Client
// https://pkg.go.dev/github.com/viccon/sturdyc#GetOrFetch
var sturdyc = []client{
	{path: "github.com/viccon/sturdyc", store: "memory", groups: []group{
		{"Client", "Get", Row{Op: Get, Keys: at(0)}},
		{"Client", "GetMany", Row{Op: Get, Keys: each(0)}},
		{"Client", "GetManyKeyFn", Row{Op: Get, Keys: mapped(0)}},
		{"Client", "GetOrFetch Passthrough", Row{Op: Get, Keys: at(1), Loaders: at(2)}},
		{"Client", "GetOrFetchBatch PassthroughBatch", Row{Op: Get, Keys: mapped(1), Loaders: at(3)}},
		{"", "GetOrFetch Passthrough", Row{Op: Get, Keys: at(2), Loaders: at(3)}},
		{"", "GetOrFetchBatch PassthroughBatch", Row{Op: Get, Keys: mapped(2), Loaders: at(4)}},
		{"Client", "Set", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"Client", "SetMany", Row{Op: Set, Keys: mapKeys(0), Values: mapKeys(0)}},
		{"Client", "SetManyKeyFn", Row{Op: Set, Keys: mapped(0), Values: mapKeys(0)}},
		{"Client", "StoreMissingRecord", Row{Op: Set, Keys: at(0)}},
		{"Client", "Delete", Row{Op: Delete, Keys: at(0)}},
	}},
}

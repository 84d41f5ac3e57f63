package stores

// In a layered cache a primary and a secondary key are the key. A secondary
// cache is what a layered cache has under one primary key.
//
// https://pkg.go.dev/github.com/karlseguin/ccache/v2
// https://pkg.go.dev/github.com/karlseguin/ccache/v3
var ccache = []client{
	{path: "github.com/karlseguin/ccache/v2", store: "memory", groups: ccacheRows},
	{path: "github.com/karlseguin/ccache/v3", store: "memory", groups: append(ccacheRows[:len(ccacheRows):len(ccacheRows)], []group{
		{"Cache", "GetWithoutPromote", Row{Op: Get, Keys: at(0)}},
		{"Cache", "Setnx", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"Cache", "Setnx2", Row{Op: Get, Keys: at(0), Loaders: at(1)}},
		{"Cache", "Extend", Row{Op: Expire, Keys: at(0)}},
		{"LayeredCache", "GetWithoutPromote", Row{Op: Get, Keys: both(0)}},
	}...)},
}

var ccacheRows = []group{
	{"Cache", "Get TrackingGet", Row{Op: Get, Keys: at(0)}},
	{"Cache", "Fetch", Row{Op: Get, Keys: at(0), Loaders: at(2)}},
	{"Cache", "Replace Set TrackingSet", Row{Op: Set, Keys: at(0), Values: at(1)}},
	{"Cache", "Delete", Row{Op: Delete, Keys: at(0)}},
	{"Cache", "DeletePrefix", Row{Op: Delete, Keys: at(0), Pattern: true}},
	{"Cache", "Clear", Row{Op: Flush}},

	{"LayeredCache", "Get TrackingGet", Row{Op: Get, Keys: both(0)}},
	{"LayeredCache", "Fetch", Row{Op: Get, Keys: both(0), Loaders: at(3)}},
	{"LayeredCache", "Replace Set TrackingSet", Row{Op: Set, Keys: both(0), Values: at(2)}},
	{"LayeredCache", "Delete", Row{Op: Delete, Keys: both(0)}},
	{"LayeredCache", "DeleteAll DeleteFunc", Row{Op: Delete, Keys: at(0)}},
	{"LayeredCache", "DeletePrefix", Row{Op: Delete, Keys: both(0), Pattern: true}},
	{"LayeredCache", "Clear", Row{Op: Flush}},

	{"SecondaryCache", "Get TrackingGet", Row{Op: Get, Keys: within(0)}},
	{"SecondaryCache", "Fetch", Row{Op: Get, Keys: within(0), Loaders: at(2)}},
	{"SecondaryCache", "Replace Set", Row{Op: Set, Keys: within(0), Values: at(1)}},
	{"SecondaryCache", "Delete", Row{Op: Delete, Keys: within(0)}},
}

package stores

// The loader of a cache is given to its builder (LoaderFunc).
//
// https://pkg.go.dev/github.com/bluele/gcache#Cache
var gcache = []client{
	{path: "github.com/bluele/gcache", store: "memory", groups: []group{
		{gcacheTypes, "Get GetIFPresent Has", Row{Op: Get, Keys: at(0)}},
		{gcacheTypes, "Set SetWithExpire", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{gcacheTypes, "Remove", Row{Op: Delete, Keys: at(0)}},
		{gcacheTypes, "Purge", Row{Op: Flush}},
		{"Group", "Do", Row{Store: "singleflight", Op: Other, Keys: at(0), Loaders: at(1)}},
	}},
}

const gcacheTypes = "Cache SimpleCache LRUCache LFUCache ARC"

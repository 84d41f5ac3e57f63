package stores

// A group fills itself with the Getter that it is made with. Other processes
// ask it too, but for keys of its own only: it is named, and no two groups of
// a process have one name.
//
// https://pkg.go.dev/github.com/golang/groupcache#Group
// https://pkg.go.dev/github.com/mailgun/groupcache/v2#Group
var groupcache = []client{
	{path: "github.com/golang/groupcache", store: "groupcache", groups: on("Group", groupcacheBasics)},
	{path: "github.com/golang/groupcache/lru", store: "lru", groups: on("Cache", groupcacheLRU)},
	{path: "github.com/golang/groupcache/singleflight", store: "singleflight", groups: on("Group", groupcacheFlights)},
	{path: "github.com/mailgun/groupcache/v2", store: "groupcache", groups: on("Group", groupcacheBasics, []group{
		{names: "Set", row: Row{Op: Set, Keys: at(1), Values: at(2)}},
		{names: "Remove", row: Row{Op: Delete, Keys: at(1)}},
	})},
	{path: "github.com/mailgun/groupcache/v2/lru", store: "lru", groups: on("Cache", groupcacheLRU)},
	{path: "github.com/mailgun/groupcache/v2/singleflight", store: "singleflight", groups: on("Group", groupcacheFlights)},
}

var groupcacheBasics = []group{
	{names: "Get", row: Row{Op: Get, Keys: at(1)}},
}

// https://pkg.go.dev/github.com/golang/groupcache/lru
var groupcacheLRU = []group{
	{names: "Get", row: Row{Op: Get, Keys: at(0)}},
	{names: "Add", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
	{names: "Remove", row: Row{Op: Delete, Keys: at(0)}},
	{names: "Clear", row: Row{Op: Flush}},
}

// https://pkg.go.dev/github.com/golang/groupcache/singleflight
var groupcacheFlights = []group{
	{names: "Do", row: Row{Op: Other, Keys: at(0), Loaders: at(1)}},
}

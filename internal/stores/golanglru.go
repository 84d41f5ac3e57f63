package stores

import "slices"

// https://pkg.go.dev/github.com/hashicorp/golang-lru
// https://pkg.go.dev/github.com/hashicorp/golang-lru/v2
// https://pkg.go.dev/github.com/hashicorp/golang-lru/v2/expirable
// https://pkg.go.dev/github.com/hashicorp/golang-lru/arc/v2
var golangLRU = []client{
	{path: "github.com/hashicorp/golang-lru", store: "lru", groups: slices.Concat(
		on("Cache ARCCache TwoQueueCache", lruBasics), on("Cache", lruChecks))},
	{path: "github.com/hashicorp/golang-lru/simplelru", store: "lru", groups: on("LRU LRUCache", lruBasics)},
	{path: "github.com/hashicorp/golang-lru/v2", store: "lru", groups: slices.Concat(
		on("Cache TwoQueueCache", lruBasics), on("Cache", lruChecks))},
	{path: "github.com/hashicorp/golang-lru/v2/simplelru", store: "lru", groups: on("LRU LRUCache", lruBasics)},
	{path: "github.com/hashicorp/golang-lru/v2/expirable", store: "lru", groups: on("LRU", lruBasics)},
	{path: "github.com/hashicorp/golang-lru/arc/v2", store: "lru", groups: on("ARCCache", lruBasics)},
}

var lruBasics = []group{
	{names: "Contains Get Peek", row: Row{Op: Get, Keys: at(0)}},
	{names: "Add", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
	{names: "Remove", row: Row{Op: Delete, Keys: at(0)}},
	{names: "Purge", row: Row{Op: Flush}},
}

var lruChecks = []group{
	{names: "ContainsOrAdd PeekOrAdd", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
}

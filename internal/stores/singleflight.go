package stores

// A singleflight group gives the result of one caller to all that wait with
// the same key: for its time it is a cache.
//
// https://pkg.go.dev/golang.org/x/sync/singleflight
var singleflight = []client{
	{path: "golang.org/x/sync/singleflight", store: "singleflight", groups: []group{
		{"Group", "Do DoChan", Row{Op: Other, Keys: at(0), Loaders: at(1)}},
		{"Group", "Forget", Row{Op: Delete, Keys: at(0)}},
	}},
}

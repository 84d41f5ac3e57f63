package stores

// https://pkg.go.dev/go.etcd.io/etcd/client/v3#KV
// https://pkg.go.dev/go.etcd.io/etcd/client/v3#Op
// https://pkg.go.dev/go.etcd.io/etcd/client/v3/concurrency
var etcd = []client{
	{path: "go.etcd.io/etcd/client/v3", store: "etcd", groups: []group{
		{"KV", "Get GetStream", Row{Op: Get, Keys: at(1)}},
		{"KV", "Put", Row{Op: Set, Keys: at(1), Values: at(2)}},
		{"KV", "Delete", Row{Op: Delete, Keys: at(1)}},
		{"Watcher", "Watch", Row{Op: Other, Keys: at(1)}},
		{"", "OpGet", Row{Op: Get, Keys: at(0)}},
		{"", "OpPut", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"", "OpDelete", Row{Op: Delete, Keys: at(0)}},
		{"", "OpWatch", Row{Op: Other, Keys: at(0)}},
		{"", "CreateRevision LeaseValue ModRevision Value Version", Row{Op: Other, Keys: at(0)}},
	}},
	{path: "go.etcd.io/etcd/client/v3/concurrency", store: "etcd", groups: []group{
		{"STM", "Get", Row{Op: Get, Keys: each(0)}},
		{"STM", "Put", Row{Op: Set, Keys: at(0), Values: at(1)}},
		{"STM", "Del", Row{Op: Delete, Keys: at(0)}},
		{"STM", "Rev", Row{Op: Other, Keys: at(0)}},
		{"", "NewElection NewLocker NewMutex ResumeElection", Row{Op: Lock, Keys: at(1)}},
	}},
}

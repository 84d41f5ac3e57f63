package stores

// https://pkg.go.dev/github.com/bradfitz/gomemcache/memcache
var gomemcache = []client{
	{path: "github.com/bradfitz/gomemcache/memcache", store: "memcached", groups: []group{
		{"Client", "Get", Row{Op: Get, Keys: at(0)}},
		{"Client", "GetMulti", Row{Op: Get, Keys: each(0)}},
		{
			"Client", "Add Append CompareAndSwap Prepend Replace Set",
			Row{Op: Set, Keys: field(0, "Key"), Values: field(0, "Value")},
		},
		{"Client", "Delete", Row{Op: Delete, Keys: at(0)}},
		{"Client", "GetAndTouch Touch", Row{Op: Expire, Keys: at(0)}},
		{"Client", "Decrement Increment", Row{Op: Incr, Keys: at(0)}},
		{"Client", "DeleteAll FlushAll", Row{Op: Flush}},
	}},
}

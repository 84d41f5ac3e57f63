package stores

// https://pkg.go.dev/github.com/go-redis/cache/v9
// https://pkg.go.dev/github.com/go-redis/cache/v8
var goRedisCache = []client{
	{path: "github.com/go-redis/cache/v9", store: "redis", groups: goRedisCacheRows},
	{path: "github.com/go-redis/cache/v8", store: "redis", groups: goRedisCacheRows},
}

var goRedisCacheRows = []group{
	{"Cache", "Exists Get GetSkippingLocalCache", Row{Op: Get, Keys: at(1)}},
	// Once calls Item.Do when the key is not there, for one caller at a time.
	{"Cache", "Once", Row{Op: Get, Keys: field(0, "Key"), Values: field(0, "Value"), Loaders: field(0, "Do")}},
	{"Cache", "Set", Row{Op: Set, Keys: field(0, "Key"), Values: field(0, "Value"), Loaders: field(0, "Do")}},
	{"Cache", "Delete", Row{Op: Delete, Keys: at(1)}},
	{"Cache", "DeleteFromLocalCache", Row{Op: Delete, Keys: at(0)}},
	{"TinyLFU LocalCache", "Get", Row{Store: "memory", Op: Get, Keys: at(0)}},
	{"TinyLFU LocalCache", "Set", Row{Store: "memory", Op: Set, Keys: at(0), Values: at(1)}},
	{"TinyLFU LocalCache", "Del", Row{Store: "memory", Op: Delete, Keys: at(0)}},
}

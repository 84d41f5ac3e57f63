package stores

import "slices"

// rueidis and valkey-go, which is a fork of it, have the same interface.
// Commands are built with Client.B(), whose methods are found by the rule of
// builders.go; Do, DoMulti and DoCache take what was built.
//
// https://pkg.go.dev/github.com/redis/rueidis
// https://pkg.go.dev/github.com/valkey-io/valkey-go
func rueidis() []client {
	return slices.Concat(
		rueidisPackages("github.com/redis/rueidis", "rueidis", "redis",
			slices.Concat(rueidisCompat(), on("TxPipeline", redisBuffers))),
		rueidisPackages("github.com/valkey-io/valkey-go", "valkey", "valkey", rueidisCompat()),
	)
}

func rueidisPackages(path, prefix, store string, compat []group) []client {
	return []client{
		{path: path, store: store, groups: rueidisHelpers},
		{path: path + "/internal/cmds", store: store, builders: true, groups: []group{
			{"Arbitrary", "Keys", Row{Op: Other, Keys: each(0)}},
			{"Builder", "Randomkey", Row{Op: Scan}},
			{"Builder", "Flushall Flushdb", Row{Op: Flush}},
		}},
		{path: path + "/" + prefix + "lock", store: store, groups: []group{
			{"Locker", "ForceWithContext TryWithContext WithContext", Row{Op: Lock, Keys: at(1)}},
		}},
		{path: path + "/" + prefix + "compat", store: store, groups: compat},
	}
}

// https://pkg.go.dev/github.com/redis/rueidis#MGet
// https://pkg.go.dev/github.com/redis/rueidis#Lua
var rueidisHelpers = []group{
	{names: "JsonMGet MGet", row: Row{Op: Get, Keys: each(2)}},
	{names: "JsonMGetCache MGetCache", row: Row{Op: Get, Keys: each(3)}},
	{names: "JsonMSet MSet MSetEX MSetNX", row: Row{Op: Set, Keys: mapKeys(2), Values: mapKeys(2)}},
	{names: "MDel MUnlink", row: Row{Op: Delete, Keys: each(2)}},
	{"Lua", "Exec", Row{Op: Other, Keys: each(2)}},
	{"Lua", "ExecMulti", Row{Op: Other, Keys: []Place{{Arg: 2, Shape: EachField, Field: "Keys", Deep: Each}}}},
}

// rueidisCompat is the interface of go-redis v9 again, over rueidis.
//
// https://pkg.go.dev/github.com/redis/rueidis/rueidiscompat
func rueidisCompat() []group {
	return slices.Concat(
		on("Compat CacheCompat Pipeline Cmdable CoreCmdable Scripter",
			redisStrings, redisBuffers, redisBitmaps, redisGeneric, redisServer, redisHashes, redisLists, redisSets,
			redisSortedSets, redisGeo, redisHyperLogLog, redisStreams, redisPubSub, redisScripting),
		on("Compat CacheCompat Pipeline JSONCmdable", redisJSON),
		on("Compat CacheCompat Pipeline ProbabilisticCmdable", redisProbabilistic),
		on("Compat CacheCompat Pipeline TimeseriesCmdable", redisTimeSeries),
		[]group{
			{"Compat CoreCmdable Cmdable", "Watch", Row{Op: Other, Keys: each(2)}},
			{"Tx", "Watch Unwatch", Row{Op: Other, Keys: each(1)}},
			{"Compat CoreCmdable Cmdable PubSub", "Subscribe SSubscribe Unsubscribe SUnsubscribe", Row{Op: Other, Keys: each(1)}},
			{"Compat CoreCmdable Cmdable PubSub", "PSubscribe PUnsubscribe", Row{Op: Other, Keys: each(1), Pattern: true}},
			{"Script", "Eval EvalRO EvalSha EvalShaRO Run RunRO", Row{Op: Other, Keys: each(2)}},
			{"Compat Pipeline Pipeliner Cmdable CoreCmdable", "Do", Row{Op: Other, Keys: command(1)}},
		},
	)
}

// rueidisaside makes a value that is not there, and keeps it.
//
// https://pkg.go.dev/github.com/redis/rueidis/rueidisaside#CacheAsideClient
var rueidisAside = []client{
	{path: "github.com/redis/rueidis/rueidisaside", store: "redis",
		groups: on("Client CacheAsideClient TypedCacheAsideClient", []group{
			{names: "Get", row: Row{Op: Get, Keys: at(2), Loaders: at(3)}},
			{names: "Del", row: Row{Op: Delete, Keys: at(1)}},
		})},
}

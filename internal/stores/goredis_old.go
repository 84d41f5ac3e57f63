package stores

import "slices"

// Before v8 the methods of go-redis take no context: all that is known of
// their arguments stands one place further ahead.
//
// https://pkg.go.dev/github.com/go-redis/redis/v7#Cmdable
func goRedisV7() []group {
	return slices.Concat(goRedisOld(), []group{
		{"Client ClusterClient Ring UniversalClient", "DoContext", Row{Op: Other, Keys: command(1)}},
		{"Client ClusterClient", "WatchContext", Row{Op: Other, Keys: each(2)}},
	})
}

// In v6 GEORADIUS itself can store what it finds.
//
// https://pkg.go.dev/github.com/go-redis/redis#Cmdable
func goRedisV6() []group {
	return slices.Concat(goRedisOld(), on("baseClient", []group{
		{names: "Do", row: Row{Op: Other, Keys: command(0)}},
	}), on("cmdable Cmdable", []group{
		{names: "LPushX RPushX", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "HSet", row: Row{Op: Set, Keys: at(0), Values: at(2)}},
		{names: "HMSet", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
		{names: "ZInterStore ZUnionStore", row: Row{Op: Set, Keys: slices.Concat(at(0), each(2))}},
		{names: "GeoRadiusRO GeoRadiusByMemberRO", row: Row{Op: Get, Keys: at(0)}},
		{names: "GeoRadius", row: Row{Op: Get, Keys: slices.Concat(at(0), field(3, "Store"), field(3, "StoreDist"))}},
		{names: "GeoRadiusByMember", row: Row{Op: Get, Keys: slices.Concat(at(0), field(2, "Store"), field(2, "StoreDist"))}},
	}))
}

func goRedisOld() []group {
	return withoutContext(slices.Concat(
		on("cmdable Cmdable", redisStrings, redisBitmaps, redisGeneric, redisServer, redisHashes, redisLists, redisSets,
			redisSortedSets, redisGeo, redisHyperLogLog, redisStreams, redisPubSub, redisScripting),
		goRedisClients,
		goRedisCommands,
	))
}

// withoutContext is rows of methods whose first parameter, a context, is not there.
func withoutContext(groups []group) []group {
	ahead := func(places []Place) []Place {
		out := slices.Clone(places)
		for i := range out {
			out[i].Arg--
		}
		return out
	}
	out := slices.Clone(groups)
	for i := range out {
		row := &out[i].row
		row.Keys, row.Values = ahead(row.Keys), ahead(row.Values)
	}
	return out
}

package stores

import "slices"

// goRedis is the clients of go-redis and those that copy its interface.
func goRedis() []client {
	return []client{
		{path: "github.com/redis/go-redis/v9", store: "redis", groups: goRedisV9()},
		{path: "github.com/go-redis/redis/v8", store: "redis", groups: goRedisV8()},
		{path: "github.com/go-redis/redis/v7", store: "redis", groups: goRedisV7()},
		{path: "github.com/go-redis/redis", store: "redis", groups: goRedisV6()},
	}
}

// A method of Client, ClusterClient, Ring, Tx, Conn or Pipeline is promoted
// from the unexported func type cmdable; one of UniversalClient, Pipeliner or
// Cmdable from the interface of its command group.
//
// https://pkg.go.dev/github.com/redis/go-redis/v9#Cmdable
func goRedisV9() []group {
	return slices.Concat(
		on("cmdable StringCmdable", redisStrings, redisBuffers),
		on("cmdable BitMapCmdable", redisBitmaps),
		on("cmdable Cmdable GenericCmdable", redisGeneric, redisServer),
		on("cmdable HashCmdable", redisHashes),
		on("cmdable ListCmdable", redisLists),
		on("cmdable SetCmdable", redisSets),
		on("cmdable SortedSetCmdable", redisSortedSets),
		on("cmdable GeoCmdable", redisGeo),
		on("cmdable HyperLogLogCmdable", redisHyperLogLog),
		on("cmdable StreamCmdable", redisStreams),
		on("cmdable PubSubCmdable Ring", redisPubSub),
		on("cmdable ScriptingFunctionsCmdable Scripter", redisScripting),
		on("cmdable JSONCmdable", redisJSON),
		on("cmdable ProbabilisticCmdable", redisProbabilistic),
		on("cmdable TimeseriesCmdable", redisTimeSeries),
		on("cmdable VectorSetCmdable", redisVectorSets),
		on("cmdable ArrayCmdable", redisArrays),
		goRedisClients,
		on("AutoPipeliner", goRedisAutoPipeliner),
		goRedisCommands,
	)
}

// In v8 all commands are in one interface.
//
// https://pkg.go.dev/github.com/go-redis/redis/v8#Cmdable
func goRedisV8() []group {
	return slices.Concat(
		on("cmdable Cmdable Ring", redisStrings, redisBitmaps, redisGeneric, redisServer, redisHashes, redisLists,
			redisSets, redisSortedSets, redisGeo, redisHyperLogLog, redisStreams, redisPubSub, redisScripting),
		on("Scripter", redisScripting),
		goRedisClients,
		goRedisCommands,
	)
}

// goRedisClients is what the clients have besides commands.
//
// https://pkg.go.dev/github.com/redis/go-redis/v9#Client
// https://pkg.go.dev/github.com/redis/go-redis/v9#PubSub
// https://pkg.go.dev/github.com/redis/go-redis/v9#Script
var goRedisClients = []group{
	{"Client ClusterClient Ring UniversalClient", "Watch", Row{Op: Other, Keys: each(2)}},
	{"Tx", "Watch Unwatch", Row{Op: Other, Keys: each(1)}},
	{"Client ClusterClient Ring UniversalClient", "Subscribe SSubscribe", Row{Op: Other, Keys: each(1)}},
	{"Client ClusterClient Ring UniversalClient", "PSubscribe", Row{Op: Other, Keys: each(1), Pattern: true}},
	{"PubSub", "Subscribe SSubscribe Unsubscribe SUnsubscribe", Row{Op: Other, Keys: each(1)}},
	{"PubSub", "PSubscribe PUnsubscribe", Row{Op: Other, Keys: each(1), Pattern: true}},
	{"Script", "Eval EvalRO EvalSha EvalShaRO Run RunRO", Row{Op: Other, Keys: each(2)}},
	{
		"cmdable Client ClusterClient Ring UniversalClient Pipeline Pipeliner", "Do DoRaw",
		Row{Op: Other, Keys: command(1)},
	},
	{"cmdable", "DoRawWriteTo", Row{Op: Other, Keys: command(2)}},
}

// https://pkg.go.dev/github.com/redis/go-redis/v9#AutoPipeliner
var goRedisAutoPipeliner = []group{
	{names: "Watch", row: Row{Op: Other, Keys: each(2)}},
	{names: "Subscribe SSubscribe", row: Row{Op: Other, Keys: each(1)}},
	{names: "PSubscribe", row: Row{Op: Other, Keys: each(1), Pattern: true}},
	{names: "Do DoRaw", row: Row{Op: Other, Keys: command(1)}},
	{names: "DoRawWriteTo", row: Row{Op: Other, Keys: command(2)}},
}

// goRedisCommands is the functions that make a command for Process, of the
// same arguments as Do.
//
// https://pkg.go.dev/github.com/redis/go-redis/v9#NewCmd
var goRedisCommands = []group{
	{names: `NewACLLogCmd NewAREntrySliceCmd NewAggregateCmd NewBFInfoCmd NewBoolCmd NewBoolSliceCmd NewCFInfoCmd
		NewCMSInfoCmd NewClientInfoCmd NewClusterLinksCmd NewClusterShardsCmd NewClusterSlotsCmd NewCmd
		NewCommandsInfoCmd NewDigestCmd NewFTSynDumpCmd NewFloatCmd NewFloatSliceCmd NewFunctionListCmd
		NewFunctionStatsCmd NewGeoPosCmd NewHotKeysCmd NewIncrEXFloatCmd NewIncrEXIntCmd NewInfoCmd NewIntCmd
		NewIntPointerSliceCmd NewIntSliceCmd NewJSONSliceCmd NewKeyFlagsCmd NewKeyValueSliceCmd NewKeyValuesCmd
		NewLatencyCmd NewMapMapStringInterfaceCmd NewMapStringIntCmd NewMapStringInterfaceCmd
		NewMapStringInterfaceSliceCmd NewMapStringSliceInterfaceCmd NewMapStringStringCmd
		NewMapStringStringSliceCmd NewRankWithScoreCmd NewRawCmd NewSliceCmd NewSlowLogCmd NewStatusCmd NewStringCmd
		NewStringIntMapCmd NewStringSliceCmd NewStringSliceSliceCmd NewStringStringMapCmd NewStringStructMapCmd
		NewTDigestInfoCmd NewTimeCmd NewTopKInfoCmd NewUintCmd NewUintSliceCmd NewVectorAttribSliceCmd
		NewVectorInfoSliceCmd NewVectorScoreAttribSliceCmd NewVectorScoreSliceCmd NewVectorScoreSliceSliceCmd
		NewXAutoClaimCmd NewXAutoClaimJustIDCmd NewXAutoClaimWithDeletedCmd NewXInfoStreamFullCmd
		NewXMessageSliceCmd NewXPendingCmd NewXPendingExtCmd NewXStreamSliceCmd NewZSliceCmd NewZSliceWithKeyCmd
		NewZWithKeyCmd`,
		row: Row{Op: Other, Keys: command(1)}},
	{names: `NewDurationCmd NewGeoLocationCmd NewGeoSearchLocationCmd NewRawWriteToCmd NewScanCmd
		NewZeroCopyStringCmd`,
		row: Row{Op: Other, Keys: command(2)}},
	{names: "NewXInfoConsumersCmd NewXInfoGroupsCmd NewXInfoStreamCmd", row: Row{Op: Get, Keys: at(1)}},
	{names: "NewLCSCmd", row: Row{Op: Get, Keys: slices.Concat(field(1, "Key1"), field(1, "Key2"))}},
	{names: "NewHImportSetCmd", row: Row{Op: Set, Keys: at(1), Values: each(3)}},
}

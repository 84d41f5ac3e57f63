package stores

import "slices"

// https://redis.io/docs/latest/commands/?group=json
var redisJSON = []group{
	{names: `JSONArrIndex JSONArrIndexWithArgs JSONArrLen JSONArrPop JSONDebugMemory JSONGet JSONGetWithArgs
		JSONObjKeys JSONObjLen JSONStrLen JSONType`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "JSONMGet", row: Row{Op: Get, Keys: each(2)}},
	{names: "JSONMerge JSONSet JSONSetMode JSONSetWithArgs JSONStrAppend", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "JSONArrAppend", row: Row{Op: Set, Keys: at(1), Values: each(3)}},
	{names: "JSONArrInsert", row: Row{Op: Set, Keys: at(1), Values: each(4)}},
	{names: "JSONToggle", row: Row{Op: Set, Keys: at(1)}},
	{names: "JSONMSet", row: Row{Op: Set, Keys: triples(1), Values: triples(1)}},
	{names: "JSONMSetArgs", row: Row{Op: Set, Keys: eachField(1, "Key"), Values: eachField(1, "Value")}},
	{names: "JSONArrTrim JSONArrTrimWithArgs JSONClear JSONDel JSONForget", row: Row{Op: Delete, Keys: at(1)}},
	{names: "JSONNumIncrBy", row: Row{Op: Incr, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=bf, cf, cms, topk, tdigest
var redisProbabilistic = []group{
	{names: `BFCard BFExists BFInfo BFInfoArg BFInfoCapacity BFInfoExpansion BFInfoFilters BFInfoItems BFInfoSize
		BFMExists BFScanDump CFCount CFExists CFInfo CFMExists CFScanDump CMSInfo CMSQuery TDigestByRank
		TDigestByRevRank TDigestCDF TDigestInfo TDigestMax TDigestMin TDigestQuantile TDigestRank TDigestRevRank
		TDigestTrimmedMean TopKCount TopKInfo TopKList TopKListWithCount TopKQuery`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: `BFReserve BFReserveExpansion BFReserveNonScaling BFReserveWithArgs CFReserve CFReserveBucketSize
		CFReserveExpansion CFReserveMaxIterations CFReserveWithArgs CMSInitByDim CMSInitByProb TDigestCreate
		TDigestCreateWithCompression TDigestReset TopKReserve TopKReserveWithOptions`,
		row: Row{Op: Set, Keys: at(1)}},
	{names: "BFAdd CFAdd CFAddNX", row: Row{Op: Set, Keys: at(1), Values: at(2)}},
	{names: "BFMAdd TDigestAdd TopKAdd", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "BFInsert CFInsert CFInsertNX", row: Row{Op: Set, Keys: at(1), Values: each(3)}},
	{names: "BFLoadChunk CFLoadChunk", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "CMSMerge", row: Row{Op: Set, Keys: slices.Concat(at(1), each(2))}},
	{names: "CMSMergeWithWeight", row: Row{Op: Set, Keys: slices.Concat(at(1), mapKeys(2))}},
	{names: "TDigestMerge", row: Row{Op: Set, Keys: slices.Concat(at(1), each(3))}},
	{names: "CFDel", row: Row{Op: Delete, Keys: at(1)}},
	{names: "CMSIncrBy TopKIncrBy", row: Row{Op: Incr, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=timeseries
var redisTimeSeries = []group{
	{names: `TSGet TSGetWithArgs TSInfo TSInfoWithArgs TSRange TSRangeWithArgs TSRead TSReadWithArgs TSRevRange
		TSRevRangeWithArgs`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "TSNRange TSNRangeWithArgs TSNRevRange TSNRevRangeWithArgs", row: Row{Op: Get, Keys: each(1)}},
	{names: "TSAdd TSAddWithArgs", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "TSAlter TSCreate TSCreateWithArgs", row: Row{Op: Set, Keys: at(1)}},
	{names: "TSCreateRule TSCreateRuleWithArgs", row: Row{Op: Set, Keys: at(1, 2)}},
	{names: "TSDel", row: Row{Op: Delete, Keys: at(1)}},
	{names: "TSDeleteRule", row: Row{Op: Delete, Keys: at(1, 2)}},
	{names: "TSDecrBy TSDecrByWithArgs TSIncrBy TSIncrByWithArgs", row: Row{Op: Incr, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=vector_set
var redisVectorSets = []group{
	{names: `VCard VDim VEmb VGetAttr VInfo VIsMember VLinks VLinksWithScores VRandMember VRandMemberCount VRange
		VSim VSimWithArgs VSimWithArgsWithAttribs VSimWithArgsWithScores VSimWithArgsWithScoresWithAttribs
		VSimWithScores`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "VAdd VAddWithArgs", row: Row{Op: Set, Keys: at(1), Values: at(2, 3)}},
	{names: "VSetAttr", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "VClearAttributes", row: Row{Op: Set, Keys: at(1)}},
	{names: "VRem", row: Row{Op: Delete, Keys: at(1)}},
}

// https://pkg.go.dev/github.com/redis/go-redis/v9#ArrayCmdable
var redisArrays = []group{
	{names: `ARCount ARGet ARGetRange ARGrep ARGrepWithValues ARInfo ARInfoFull ARLastItems ARLen ARMGet ARNext
		AROpAnd AROpMatch AROpMax AROpMin AROpOr AROpSum AROpUsed AROpXor ARScan ARSeek`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "ARInsert ARMSet", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "ARRing ARSet", row: Row{Op: Set, Keys: at(1), Values: each(3)}},
	{names: "ARDel ARDelRange", row: Row{Op: Delete, Keys: at(1)}},
}

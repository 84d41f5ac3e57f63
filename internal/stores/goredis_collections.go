package stores

import "slices"

// https://redis.io/docs/latest/commands/?group=set
var redisSets = []group{
	{names: "SCard SIsMember SMIsMember SMembers SMembersMap SPop SPopN SRandMember SRandMemberN",
		row: Row{Op: Get, Keys: at(1)}},
	{names: "SDiff SInter SUnion", row: Row{Op: Get, Keys: each(1)}},
	{names: "SDiffCard SInterCard SUnionCard", row: Row{Op: Get, Keys: each(2)}},
	{names: "SAdd", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "SMove", row: Row{Op: Set, Keys: at(1, 2), Values: at(3)}},
	{names: "SDiffStore SInterStore SUnionStore", row: Row{Op: Set, Keys: slices.Concat(at(1), each(2))}},
	{names: "SRem", row: Row{Op: Delete, Keys: at(1)}},
	{names: "SScan", row: Row{Op: Scan, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=sorted-set
var redisSortedSets = []group{
	{names: `ZCard ZCount ZLexCount ZMScore ZPopMax ZPopMin ZRandMember ZRandMemberWithScores ZRange ZRangeByLex
		ZRangeByScore ZRangeByScoreWithScores ZRangeWithScores ZRank ZRankWithScore ZRevRange ZRevRangeByLex
		ZRevRangeByScore ZRevRangeByScoreWithScores ZRevRangeWithScores ZRevRank ZRevRankWithScore ZScore`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "ZDiff ZDiffWithScores", row: Row{Op: Get, Keys: each(1)}},
	{names: "BZPopMax BZPopMin ZInterCard", row: Row{Op: Get, Keys: each(2)}},
	{names: "ZMPop", row: Row{Op: Get, Keys: each(3)}},
	{names: "BZMPop", row: Row{Op: Get, Keys: each(4)}},
	{names: "ZInter ZInterWithScores ZUnion ZUnionWithScores", row: Row{Op: Get, Keys: fieldEach(1, "Keys")}},
	{names: "ZRangeArgs ZRangeArgsWithScores", row: Row{Op: Get, Keys: field(1, "Key")}},
	{names: "ZAdd ZAddCh ZAddGT ZAddLT ZAddNX ZAddNXCh ZAddXX ZAddXXCh",
		row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "ZAddArgs", row: Row{Op: Set, Keys: at(1), Values: field(2, "Members")}},
	{names: "ZDiffStore", row: Row{Op: Set, Keys: slices.Concat(at(1), each(2))}},
	{names: "ZInterStore ZUnionStore", row: Row{Op: Set, Keys: slices.Concat(at(1), fieldEach(2, "Keys"))}},
	{names: "ZRangeStore", row: Row{Op: Set, Keys: slices.Concat(at(1), field(2, "Key"))}},
	{names: "ZRem ZRemRangeByLex ZRemRangeByRank ZRemRangeByScore", row: Row{Op: Delete, Keys: at(1)}},
	{names: "ZAddArgsIncr ZIncr ZIncrBy ZIncrNX ZIncrXX", row: Row{Op: Incr, Keys: at(1)}},
	{names: "ZScan", row: Row{Op: Scan, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=geo
var redisGeo = []group{
	{names: "GeoDist GeoHash GeoPos GeoRadius GeoRadiusByMember GeoSearch GeoSearchLocation",
		row: Row{Op: Get, Keys: at(1)}},
	{names: "GeoAdd", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "GeoRadiusStore",
		row: Row{Op: Set, Keys: slices.Concat(at(1), field(4, "Store"), field(4, "StoreDist"))}},
	{names: "GeoRadiusByMemberStore",
		row: Row{Op: Set, Keys: slices.Concat(at(1), field(3, "Store"), field(3, "StoreDist"))}},
	{names: "GeoSearchStore", row: Row{Op: Set, Keys: at(1, 2)}},
}

// https://redis.io/docs/latest/commands/?group=hyperloglog
var redisHyperLogLog = []group{
	{names: "PFCount", row: Row{Op: Get, Keys: each(1)}},
	{names: "PFAdd", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "PFMerge", row: Row{Op: Set, Keys: slices.Concat(at(1), each(2))}},
}

// https://redis.io/docs/latest/commands/?group=stream
var redisStreams = []group{
	{names: `XInfoConsumers XInfoGroups XInfoStream XInfoStreamFull XLen XPending XRange XRangeN XRevRange
		XRevRangeN`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "XAutoClaim XAutoClaimJustID XAutoClaimWithDeleted XClaim XClaimJustID XPendingExt",
		row: Row{Op: Get, Keys: field(1, "Stream")}},
	{names: "XRead XReadGroup", row: Row{Op: Get, Keys: fieldStreams(1, "Streams")}},
	{names: "XReadStreams", row: Row{Op: Get, Keys: streams(1)}},
	{names: "XAdd", row: Row{Op: Set, Keys: field(1, "Stream"), Values: field(1, "Values")}},
	{names: `XAckDel XDel XDelEx XGroupDelConsumer XGroupDestroy XTrim XTrimApprox XTrimMaxLen XTrimMaxLenApprox
		XTrimMaxLenApproxMode XTrimMaxLenMode XTrimMinID XTrimMinIDApprox XTrimMinIDApproxMode XTrimMinIDMode`,
		row: Row{Op: Delete, Keys: at(1)}},
	{names: "XAck XGroupCreate XGroupCreateConsumer XGroupCreateMkStream XGroupSetID", row: Row{Op: Other, Keys: at(1)}},
	{names: "XCfgSet XNack", row: Row{Op: Other, Keys: field(1, "Stream")}},
}

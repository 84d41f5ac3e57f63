package stores

import "slices"

// The methods of go-redis for Redis's commands, whose first parameter is a
// context. The op is the command's own (ops.go).

// https://redis.io/docs/latest/commands/?group=string
var redisStrings = []group{
	{names: "Digest Get GetDel GetEx GetRange StrLen", row: Row{Op: Get, Keys: at(1)}},
	{names: "MGet", row: Row{Op: Get, Keys: each(1)}},
	{names: "LCS", row: Row{Op: Get, Keys: slices.Concat(field(1, "Key1"), field(1, "Key2"))}},
	{names: `Append GetSet Set SetArgs SetEX SetEx SetNX SetXX SetIFDEQ SetIFDEQGet SetIFDNE
		SetIFDNEGet SetIFEQ SetIFEQGet SetIFNE SetIFNEGet`,
		row: Row{Op: Set, Keys: at(1), Values: at(2)}},
	{names: "SetRange", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "MSet MSetNX", row: Row{Op: Set, Keys: pairs(1), Values: pairs(1)}},
	{names: "MSetEX", row: Row{Op: Set, Keys: pairs(2), Values: pairs(2)}},
	{names: "DelExArgs", row: Row{Op: Delete, Keys: at(1)}},
	{names: "Decr DecrBy Incr IncrBy IncrByFloat IncrEXFloat IncrEXInt", row: Row{Op: Incr, Keys: at(1)}},
}

// https://pkg.go.dev/github.com/redis/go-redis/v9#StringCmdable
var redisBuffers = []group{
	{names: "GetToBuffer", row: Row{Op: Get, Keys: at(1)}},
	{names: "SetFromBuffer", row: Row{Op: Set, Keys: at(1), Values: at(2)}},
}

// https://redis.io/docs/latest/commands/?group=bitmap
var redisBitmaps = []group{
	{names: "BitCount BitFieldRO BitPos BitPosSpan GetBit", row: Row{Op: Get, Keys: at(1)}},
	{names: "SetBit", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "BitField", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "BitOpAnd BitOpAndOr BitOpDiff BitOpDiff1 BitOpOne BitOpOr BitOpXor",
		row: Row{Op: Set, Keys: slices.Concat(at(1), each(2))}},
	{names: "BitOpNot", row: Row{Op: Set, Keys: at(1, 2)}},
}

// https://redis.io/docs/latest/commands/?group=generic
var redisGeneric = []group{
	{names: `Dump ObjectEncoding ObjectFreq ObjectIdleTime ObjectRefCount Sort SortInterfaces SortRO Type`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "Exists", row: Row{Op: Get, Keys: each(1)}},
	{names: "Copy Rename RenameNX SortStore", row: Row{Op: Set, Keys: at(1, 2)}},
	{names: "Move", row: Row{Op: Set, Keys: at(1)}},
	{names: "Restore RestoreReplace", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "Del Unlink", row: Row{Op: Delete, Keys: each(1)}},
	{names: `Expire ExpireAt ExpireGT ExpireLT ExpireNX ExpireTime ExpireXX PExpire PExpireAt PExpireTime PTTL
		Persist TTL`,
		row: Row{Op: Expire, Keys: at(1)}},
	{names: "Migrate", row: Row{Op: Other, Keys: at(3)}},
	{names: "Touch", row: Row{Op: Other, Keys: each(1)}},
	{names: "Keys", row: Row{Op: Scan, Keys: at(1), Pattern: true}},
	{names: "Scan ScanType", row: Row{Op: Scan, Keys: at(2), Pattern: true}},
	{names: "RandomKey", row: Row{Op: Scan}},
}

// https://redis.io/docs/latest/commands/?group=server
var redisServer = []group{
	{names: "DebugObject MemoryUsage", row: Row{Op: Get, Keys: at(1)}},
	{names: "FlushAll FlushAllAsync FlushDB FlushDBAsync", row: Row{Op: Flush}},
}

// https://redis.io/docs/latest/commands/?group=hash
var redisHashes = []group{
	{names: `HExists HGet HGetAll HGetDel HGetEX HGetEXWithArgs HKeys HLen HMGet HRandField HRandFieldWithValues
		HStrLen HVals`,
		row: Row{Op: Get, Keys: at(1)}},
	{names: "HMSet HSet HSetEX", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "HSetEXWithArgs HImportSet", row: Row{Op: Set, Keys: at(1), Values: each(3)}},
	{names: "HSetNX", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "HDel", row: Row{Op: Delete, Keys: at(1)}},
	{names: `HExpire HExpireAt HExpireAtWithArgs HExpireTime HExpireWithArgs HPExpire HPExpireAt
		HPExpireAtWithArgs HPExpireTime HPExpireWithArgs HPTTL HPersist HTTL`,
		row: Row{Op: Expire, Keys: at(1)}},
	{names: "HIncrBy HIncrByFloat", row: Row{Op: Incr, Keys: at(1)}},
	{names: "HScan HScanNoValues", row: Row{Op: Scan, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=list
var redisLists = []group{
	{names: "LIndex LLen LPop LPopCount LPos LPosCount LRange RPop RPopCount", row: Row{Op: Get, Keys: at(1)}},
	{names: "BLPop BRPop", row: Row{Op: Get, Keys: each(2)}},
	{names: "LMPop", row: Row{Op: Get, Keys: each(3)}},
	{names: "BLMPop", row: Row{Op: Get, Keys: each(4)}},
	{names: "LPush LPushX RPush RPushX", row: Row{Op: Set, Keys: at(1), Values: each(2)}},
	{names: "LInsertAfter LInsertBefore LSet", row: Row{Op: Set, Keys: at(1), Values: at(3)}},
	{names: "LInsert", row: Row{Op: Set, Keys: at(1), Values: at(4)}},
	{names: "BLMove BLMoveM BRPopLPush LMove LMoveM RPopLPush", row: Row{Op: Set, Keys: at(1, 2)}},
	{names: "LRem LTrim", row: Row{Op: Delete, Keys: at(1)}},
}

// https://redis.io/docs/latest/commands/?group=pubsub
var redisPubSub = []group{
	{names: "Publish SPublish", row: Row{Op: Publish, Keys: at(1), Values: at(2)}},
	{names: "PubSubNumSub PubSubShardNumSub", row: Row{Op: Other, Keys: each(1)}},
	{names: "PubSubChannels PubSubShardChannels", row: Row{Op: Scan, Keys: at(1), Pattern: true}},
}

// https://redis.io/docs/latest/commands/?group=scripting
var redisScripting = []group{
	{names: "Eval EvalRO EvalSha EvalShaRO FCall FCallRO FCallRo", row: Row{Op: Other, Keys: each(2)}},
}

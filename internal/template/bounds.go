package template

// The bounds of a set. Hitting one makes the set one unknown hole whose reason
// is the text below, never a shorter set: a key that is too hard to know is
// not a key that is fine.
const (
	MaxAlternatives = 32      // templates in a set, lists in a value
	MaxProduct      = 256     // templates made while two sets are concatenated, before doubles are dropped
	MaxParts        = 256     // parts in a template
	MaxText         = 1 << 16 // bytes of literal text in a template
	MaxItems        = 128     // items of a list, fields of a record
	MaxNesting      = 8       // templates inside digests and repeated parts
	MaxInputs       = 512     // size of what goes into one digest, result or repeated part
	MaxSize         = 4096    // size of a set or value
)

// Reasons of the bounds.
const (
	TooMany = "has more than 32 possible shapes"
	TooLong = "is longer than 256 parts or 64 KiB of text"
	TooBig  = "is put together from too many parts"
	TooDeep = "is built through too many calls"
	Nested  = "is put together from digests inside digests, too deep to follow"
)

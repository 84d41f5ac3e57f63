// Package stores knows which argument of which function of which client is a
// key. The knowledge is data: one file of rows for a client, each group under
// a link to the documentation it was taken from, each row checked by a test
// against the client's own types.
package stores

// An Op is what a store call does with its keys.
type Op string

// The ops.
const (
	Get     Op = "get"
	Set     Op = "set"
	Delete  Op = "delete"
	Expire  Op = "expire"
	Incr    Op = "incr"
	Lock    Op = "lock"
	Scan    Op = "scan"
	Publish Op = "publish"
	Flush   Op = "flush"
	Other   Op = "other"
)

// A Shape says how an argument holds keys.
type Shape uint8

// The shapes.
const (
	One       Shape = iota // the argument is the key: string, []byte, any, or a comparable key type
	Each                   // every element of the slice, or of the variadic argument, is a key
	Pairs                  // key, value, key, value …: as variadic arguments, a slice, a map or a struct
	Triples                // key, path, value, key, path, value …: as variadic arguments
	MapKeys                // the keys of the map argument
	Field                  // the field named Field of the struct (or pointer to it) that is the argument
	EachField              // the field named Field of every element of the slice or variadic argument
	Command                // this argument and those after it, the last of them variadic, are a Redis command and its arguments: CommandKeys says where its keys are, and the op
	Streams                // the argument, or its field named Field, is a slice of keys followed by as many ids: the first half is keys, or all when the struct has a field ID that is set
	Counted                // the first N elements of the variadic argument are keys, N being the first argument of the function that made the receiver; when N is negative, N is the first element and the keys follow it
	Both                   // the argument and the next one are one key, as the fields of a struct are
	Within                 // the argument is the key within what the first argument of the client's function that made the receiver names: the two are one key
	Mapped                 // every element of the slice (or key of the map) is what the function that is the next argument makes a key of
)

// A Place is where in a call's arguments something is found.
type Place struct {
	Arg   int // index of the parameter, the receiver not counted, from 0
	Shape Shape
	Field string // for Field, EachField and Streams
	Deep  Shape  // for Field and EachField: how the field holds keys, One or Each
}

// A Row says what one function or method of a client does with keys.
type Row struct {
	Store string // short name of the store for output: "redis", "memcached", "singleflight", "lru", …
	Op    Op
	// Keys is where the keys are. A call without keys that touches all of a
	// store (FLUSHDB) has none.
	Keys []Place
	// Values is where the values that are stored are found, for a set. The
	// shapes Pairs and MapKeys mean the values of the pairs and of the map
	// here; Field and EachField the field that holds the value.
	Values []Place
	// Loaders is where the functions are (or the values with a Load method)
	// that make the value when it is not there: get-or-load. Their result is
	// what is stored.
	Loaders []Place
	// Pattern says that the keys are glob patterns (KEYS, SCAN MATCH, PSUBSCRIBE)
	// or beginnings of keys.
	Pattern bool
}

package stores

// Storage is the interface that fiber's middleware keeps values in. Of its
// implementations only the one for Redis is a client of its own here.
//
// https://pkg.go.dev/github.com/gofiber/fiber/v2#Storage
// https://pkg.go.dev/github.com/gofiber/fiber/v3#Storage
// https://pkg.go.dev/github.com/gofiber/storage/redis/v3#Storage
var fiber = []client{
	{path: "github.com/gofiber/fiber/v2", store: "storage", groups: on("Storage", fiberBasics)},
	{path: "github.com/gofiber/fiber/v3", store: "storage", groups: on("Storage", fiberBasics, fiberWithContext)},
	{path: "github.com/gofiber/storage/redis/v3", store: "redis", groups: on("Storage", fiberBasics, fiberWithContext)},
}

var fiberBasics = []group{
	{names: "Get", row: Row{Op: Get, Keys: at(0)}},
	{names: "Set", row: Row{Op: Set, Keys: at(0), Values: at(1)}},
	{names: "Delete", row: Row{Op: Delete, Keys: at(0)}},
	{names: "Reset", row: Row{Op: Flush}},
}

var fiberWithContext = []group{
	{names: "GetWithContext", row: Row{Op: Get, Keys: at(1)}},
	{names: "SetWithContext", row: Row{Op: Set, Keys: at(1), Values: at(2)}},
	{names: "DeleteWithContext", row: Row{Op: Delete, Keys: at(1)}},
	{names: "ResetWithContext", row: Row{Op: Flush}},
}

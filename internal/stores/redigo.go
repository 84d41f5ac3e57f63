package stores

// redigo hands over every command by its name.
//
// https://pkg.go.dev/github.com/gomodule/redigo/redis#Conn
// https://pkg.go.dev/github.com/gomodule/redigo/redis#Script
// https://pkg.go.dev/github.com/gomodule/redigo/redis#PubSubConn
var redigo = []client{
	{path: "github.com/gomodule/redigo/redis", store: "redis", groups: []group{
		{"Conn", "Do Send", Row{Op: Other, Keys: command(0)}},
		{"ConnWithContext", "DoContext", Row{Op: Other, Keys: command(1)}},
		{"ConnWithTimeout", "DoWithTimeout", Row{Op: Other, Keys: command(1)}},
		{"", "DoContext DoWithTimeout", Row{Op: Other, Keys: command(2)}},
		{"Script", "Do", Row{Op: Other, Keys: counted(1)}},
		{"Script", "DoContext", Row{Op: Other, Keys: counted(2)}},
		{"Script", "Send SendHash", Row{Op: Other, Keys: counted(1)}},
		{"PubSubConn", "Subscribe Unsubscribe", Row{Op: Other, Keys: each(0)}},
		{"PubSubConn", "PSubscribe PUnsubscribe", Row{Op: Other, Keys: each(0), Pattern: true}},
	}},
}

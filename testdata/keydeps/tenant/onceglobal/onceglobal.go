// A package variable that is filled by the first caller.
package onceglobal

import (
	"sync"
)

var (
	once sync.Once
	plan string
)

func load(workspaceID string) string { return "plan of " + workspaceID }

func Plan(workspaceID string) string {
	once.Do(func() { plan = load(workspaceID) }) // want `value that is made once depends on workspaceID`
	return plan
}

// The one manager of the process sets the library up that it works with: settings, not values kept for callers.
package managedonce

import (
	"net/http"
	"os"
	"sync"

	"example.com/keydeps/lib/settings"
)

type Manager struct {
	accountID, productID string
	http                 *http.Client
	done                 chan struct{}
}

var (
	once    sync.Once
	manager *Manager
	account string
)

func NewManager(accountID, productID string) *Manager {
	once.Do(func() {
		m := &Manager{accountID: accountID, productID: productID, http: &http.Client{}, done: make(chan struct{})}
		settings.Account = m.accountID
		settings.Product = m.productID
		account = m.accountID
		manager = m
	})
	return manager
}

var setup sync.Once

// Setup tells the library and the environment of the process whose account it runs for.
func Setup(accountID string) {
	setup.Do(func() {
		settings.Account = accountID
		_ = os.Setenv("ACCOUNT", accountID)
	})
}

// Package keys builds the keys under which the service caches.
package keys

import (
	"fmt"
	"time"

	"example.com/projects/tenant"
)

// Project returns the key of a project. It is older than tenants.
func Project(projectID int64) string {
	return fmt.Sprintf("project:%d", projectID)
}

// Member returns the key of a member of a tenant.
func Member(tenantID tenant.ID, memberID int64) string {
	return fmt.Sprintf("member:%s:%d", tenantID, memberID)
}

// Report returns the key of a report over the days from first to last.
func Report(tenantID tenant.ID, reportID int64, first, last time.Time) string {
	return fmt.Sprintf("report:%s:%d:%s..%s", tenantID, reportID,
		first.Format(time.DateOnly), last.Format(time.DateOnly))
}

// Plan returns the key of a price plan.
func Plan(code string) string {
	return "plan:" + code
}

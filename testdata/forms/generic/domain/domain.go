// Package domain names the cache of one program: a type defined over a generic
// interface of another package.
package domain

import "example.com/forms/generic/cachekit"

// DocKey is what documents are kept by.
type DocKey struct{ OrgID, Doc string }

// DocCache is a cache of documents.
type DocCache cachekit.Cache[DocKey, string]

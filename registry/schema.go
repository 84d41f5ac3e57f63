package registry

import _ "embed"

// Schema is the JSON Schema (2020-12) of registry.yaml, for editors. It
// refuses less than Parse, which also looks at what several places of a file
// say together.
//
//go:embed schema.json
var Schema []byte

package settings

import "encoding/json"

// Into makes out, a pointer, of what is like it.
func Into(in, out any) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, out)
}

// Valid looks at what it is handed.
func Valid(v any) bool { return v != nil }

package analyzer

// MaxElements is for tests that reach it.
const MaxElements = maxElements

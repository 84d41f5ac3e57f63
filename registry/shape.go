package registry

// A Shape is a key template as the registry sees it: literal text and holes.
// Literals may stand side by side; they are read as one.
type Shape []ShapePart

// Literal is the Hole of a ShapePart that is literal text.
const Literal = -1

// A ShapePart is a piece of a Shape.
type ShapePart struct {
	Lit  string
	Hole int // Literal for literal text, else the caller's index of the hole
	// Form is what a hole's text can look like: int, uint, float, bool, uuid,
	// hex, base64, quoted, escape, time, fixed, or "" for free text.
	Form string
}

// A Cover says how a shape fits a pattern.
type Cover struct {
	Pattern *Pattern
	Fills   []Fill // one for each segment of the pattern, in order
}

// A Fill is what a shape puts into a segment.
type Fill struct {
	Segment *Segment
	Parts   Shape
	// Misfit says why the text can't have the segment's form ("an integer is
	// no uuid"), or is "". A misfit does not make a cover fail.
	Misfit string
}

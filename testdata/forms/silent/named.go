package silent

// Types whose names only look like those of caches and locks.

type blockReader struct{ sizes map[string]int }

func (b *blockReader) size(key string) int { return b.sizes[key] }

// Block is no lock.
func Block(b *blockReader, itemID string) int { return b.size("item:" + itemID) }

type memoryTable struct{ rows map[string]string }

func (m *memoryTable) row(key string) string { return m.rows[key] }

// Memory is no memo.
func Memory(m *memoryTable, itemID string) string { return m.row("item:" + itemID) }

type clockByZone struct{ offsets map[string]int }

func (c *clockByZone) offset(key string) int { return c.offsets[key] }

// Clock is no lock either.
func Clock(c *clockByZone, zone string) int { return c.offset("zone:" + zone) }

"""Street addresses, units and entry codes, and whose they are."""

"""Places, whose presence there is stated, and who travels."""

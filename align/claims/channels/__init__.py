"""Ways to talk otherwise than by text."""

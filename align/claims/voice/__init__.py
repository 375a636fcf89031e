"""How a body is written: length, emoji, banned words, placeholders, talk of being a machine."""

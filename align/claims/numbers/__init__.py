"""Numbers, in digits, in words and in slang."""

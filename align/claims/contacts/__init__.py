"""Phone numbers, e-mail addresses, links and handles, and whose they are."""

"""The ways to change the facts under a draft, by what they are about."""

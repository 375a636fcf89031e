"""Amounts of money, and what each is the price of."""

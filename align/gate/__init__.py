"""The gate: validate, judge, redraft at most twice, template, or hold. Nothing that contradicts the spec leaves it."""

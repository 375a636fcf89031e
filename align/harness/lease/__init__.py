"""A GPU machine on demand: provisioned when work arrives, held while it lasts, released when idle.

`LeaseKeeper` is a beginning; what it does next is the pure function `align.harness.lease.policy.decide`.
"""

"""The model server: one client, one deadline a call, causes kept apart.

`open_harness(read_settings(), TaskRegistry([...]))` is a beginning; `Harness.ask` returns `Answer | Absent`.
"""

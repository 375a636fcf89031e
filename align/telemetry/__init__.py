"""What goes on, for those who run it: figures, traces and a log, none of them with the words of a message.

`open_telemetry` is a beginning. Nothing here is imported by the gate, and no outcome depends on it.
"""

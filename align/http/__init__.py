"""The service: the gate's calls over HTTP, behind keys. Needs the extra `serve`, but for the keys themselves."""

"""The model server: one client, one deadline a call, causes kept apart."""

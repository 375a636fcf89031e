"""The review page: what waits for a person, shown and decided in a browser. Needs the extra `serve`."""

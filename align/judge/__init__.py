"""The additive second opinion: scores with quotes from a model server, or a cause for having none."""

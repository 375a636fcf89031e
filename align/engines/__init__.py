"""What writes bodies: templates, and models on a GPU server."""

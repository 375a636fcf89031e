"""What a body says: claims with a span, a value and a stance."""

"""What operators do with the spec store: edit by migration, plan an edit, look after templates."""

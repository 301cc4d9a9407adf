"""A person's own file: read, checked, changed with all that they wrote kept."""

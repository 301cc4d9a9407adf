"""A person's phrase brought to a skill or an occupation, with a receipt."""

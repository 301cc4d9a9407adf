"""Many clients at once: a roster in, a folder of results out (docs/batch.md)."""

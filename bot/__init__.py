"""Signpost (签路) answers home buyers from their own live case."""

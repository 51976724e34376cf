"""What happens to an update, or by the clock? Gather, decide, apply: each in one transaction."""

"""Who does what next? Pure; what is decided comes back as data."""

"""Is the configuration read as it is meant?"""

"""Is the benchmark honest?"""

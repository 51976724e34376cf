"""Who does what next?"""

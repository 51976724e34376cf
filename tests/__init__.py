"""Do the parts, and the whole, keep their promises?"""

"""Do the books keep what they are given?"""

"""Are the editors' files read as they are meant, and are their mistakes told?"""

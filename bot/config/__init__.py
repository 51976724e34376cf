"""How is this installation set up?"""

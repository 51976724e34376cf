"""How would the content fare?"""

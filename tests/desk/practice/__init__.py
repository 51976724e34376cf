"""How does somebody learn to answer buyers?"""

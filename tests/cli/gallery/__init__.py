"""How do all answers look, side by side?"""

"""How do all answers look, side by side, before a buyer sees one?"""

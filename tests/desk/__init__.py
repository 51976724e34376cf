"""Is everything decided at the advisors' desk as it was promised?"""

"""What do advisors do about a chat that was handed to them?"""

"""What does it mean in this chat: after the last answer, and in this case?"""

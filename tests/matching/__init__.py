"""What did the buyer ask?"""

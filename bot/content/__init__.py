"""What have the editors written, and is it sound?"""

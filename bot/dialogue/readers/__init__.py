"""What does one message say, whoever writes it and whatever was said before? From its words alone."""

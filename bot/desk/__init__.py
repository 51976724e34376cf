"""What do advisors do about a chat that was handed to them? Pure; what is decided comes back as data."""

"""What does Telegram do with what the bot sends? A fake of its Bot API, without a network."""

"""Does the bot's side of Telegram do its part? With a real Bot, the fake Telegram, and real books."""

"""How do messages come from Telegram and get there? The only folder that knows telegram."""

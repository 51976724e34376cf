"""What did the buyer ask? Pure; one scan per message, and no loop over intents."""

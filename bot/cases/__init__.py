"""Where does the purchase stand? Pure functions of (case, now); nothing here reads a clock."""

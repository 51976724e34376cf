"""What is answered? Each handler makes a decision, or leaves the message to the next one."""

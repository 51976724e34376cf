"""Which replies promise a person's answer, beside those to the editors' questions? `promised` keeps them by name."""

# Something was told that the records do not know; more is asked than they hold; nothing is surely understood.
NEWS, FURTHER, UNSURE = "_news", "_further", "_unsure"
# Nobody is there at the agreed hour; the case was not confirmed for too long.
ON_THE_SPOT, UNCONFIRMED = "_on_the_spot", "_unconfirmed"

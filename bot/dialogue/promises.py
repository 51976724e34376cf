"""What are the replies called which say that a person looks into it, and by which the program asks for them again?"""

# Something was told that the records do not know; more is asked than they hold; nothing is surely understood.
NEWS, FURTHER, UNSURE = "_news", "_further", "_unsure"
# Nobody is there at the agreed hour; a page of rules was not confirmed for too long, or is of another city.
ON_THE_SPOT, UNCONFIRMED = "_on_the_spot", "_unconfirmed"

"""How does somebody learn to answer buyers? Scripted buyers, scored replies, a reference reply; no real case."""

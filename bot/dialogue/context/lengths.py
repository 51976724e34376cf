"""How long may a message be that leans on what was said before? In telling units (`Match.telling_units`)."""

# One word alone is noise as likely as anything, unless it is asked.
FEWEST_UNITS = 2
# "what about", 能放吗: what else may stand beside a day that is asked about.
BESIDE_A_DAY = 2
# "那过户呢": what says no more than this beside common words has no question of its own.
FRAGMENT = 4
# "那天要带什么去": what says no more than this names its step where it means another one than the last.
SHORT = 8

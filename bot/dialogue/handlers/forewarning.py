"""What has to be read first, before anything of the case?"""

from collections.abc import Sequence

from bot.dialogue.context.news import tells_of_payment
from bot.dialogue.messages import Action
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.what_to_do import names_money
from bot.dialogue.speech import Speaker, Spoken


def forewarned(spoken: Sequence[Spoken], speaker: Speaker) -> tuple[Action, ...]:
    """All that they do; before anything of the case what has to be read first: a warning, or that news is checked.

    The warning stands before what is said of money and of the signing, too: "into escrow, then?", 25号还用去吗.
    """
    holds_case_data = any(say.holds_case_data for one in spoken for say in one.says)
    said = map(speaker.content.intents.get, (one.chosen.reply for one in spoken))
    is_warning = any(intent and intent.insists for intent in said)
    is_of_money = names_money(speaker.situation.words) and not is_warning
    is_of_signing = any(one.chosen.reply in speaker.content.matcher.tiers.signing for one in spoken)
    reminded = speaker.remind() if holds_case_data or is_of_money or is_of_signing else None
    # Where to call for help says nothing of the money that is not to be paid yet.
    is_told = reminded is not None and not speaker.alarms.is_of_life
    paid = None if is_told or is_warning else _of_payment(spoken, speaker)
    beforehand = paid or (_beforehand(spoken, speaker) if holds_case_data and not is_told else None)
    every = (*filter(None, (reminded, beforehand)), *spoken)
    return tuple(action for one in every for action in one.actions)


def _of_payment(spoken: Sequence[Spoken], speaker: Speaker) -> Spoken | None:
    """首付我早上转了，什么时候放款: whatever is asked beside it, a person hears of it, and nobody pays twice."""
    is_news = any(one.chosen.reply == NEWS for one in spoken)
    return None if is_news or not tells_of_payment(speaker.situation) else speaker.say_as_promised(NEWS)


def _beforehand(spoken: Sequence[Spoken], speaker: Speaker) -> Spoken | None:
    """What holds until somebody has come. Or the records do not know what was told: who has paid must not pay again."""
    if all(speaker.content.is_of_the_halt(one.chosen) for one in spoken):
        return None
    if until_then := speaker.alarms.until_then:
        return speaker.say(until_then.reply)
    # An hour that is over without an answer changes nothing of it.
    if NEWS not in speaker.situation.promised:
        return None
    is_of_money = any(names_money(say.plain) for one in spoken for say in one.says)
    return speaker.say("_unchecked_money" if is_of_money else "_unchecked")

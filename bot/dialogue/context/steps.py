"""Which step does a question mean?"""

from collections.abc import Mapping

from bot.cases.milestones import Milestone
from bot.dialogue.context.lengths import FRAGMENT, SHORT
from bot.dialogue.intent import Intent
from bot.dialogue.readers.when import said_when
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks
from bot.matching.match import Match
from bot.matching.phrasing import Phrasing

_IS_DONE = Phrasing(
    r"[了过好完成](?:没有?|吗|么|不)[\s。？！?!~]*$|([签办批交缴放过收])没\1|\b(?:done|ready|finished|complete|passed|through|checked|filed|paid)\b"
)
ASKS_ITSELF = Phrasing(
    r"[什甚]|啥|几|哪|多久|多少|怎|咋|谁|为何|\b(?:when|where|who|why|which|how (?!about)|what (?!about))",
)


def about(intent: Intent, situation: Situation, match: Match | None) -> Milestone | None:
    """The step a question means: the last one named that lies ahead, else the one spoken of, else the intent's own."""
    if match and intent.any_step and (step := only_asked_of(match)):
        return step
    if match is None or not (intent.follows_slot or intent.other_steps):
        return intent.about
    named = match.slots.milestones
    if not named and intent.about in _over(situation) and (due := due_on_its_day(situation)):
        # 我3号还去吗: of the transfer, where the signing is over.
        return due
    if intent.other_steps and intent.about in named:
        return intent.about
    if not named:
        return _spoken_of(situation, match) or intent.about
    # 批贷了还要多久: what is over only says how far things are.
    ahead = [milestone for milestone in named if milestone not in _over(situation)]
    return ahead[-1] if ahead else intent.about


def due_on_its_day(situation: Situation) -> Milestone | None:
    """The step that is due on the day that is named: "is 19 oct sure", "and 1 dec, enough time?"."""
    standing, said = situation.standing, said_when(situation.words, situation.today)
    if standing is None or said is None or said.on is None:
        return None
    if said.on == standing.case.contract.sign_by:
        return Milestone.ONLINE_SIGN
    days = {step: forecast.day.on for step, forecast in standing.forecasts.items() if forecast.day}
    return next((step for step, day in days.items() if day == said.on), None)


def only_asked_of(match: Match) -> Milestone | None:
    """核验过了没, "is the draft ready": the one step that is asked after, done or not; or that is all there is."""
    message, named = match.message, match.slots.milestones
    is_whether = asks(message) and _IS_DONE.search(message) and not ASKS_ITSELF.search(message)
    is_all = match.other_units == 0 and not asks(message.rstrip("?？呢 "))
    is_asked = (is_whether and match.other_units <= FRAGMENT) or is_all
    return named[0] if is_asked and len(named) == 1 else None


def of_step(intent: Intent, step: Milestone | None, intents: Mapping[str, Intent]) -> Intent:
    """The question that is asked, once it is known which step it means."""
    return intents[intent.other_steps] if intent.other_steps and step != intent.about else intent


def _spoken_of(situation: Situation, match: Match) -> Milestone | None:
    """The step of the last question, if the message hardly has words of its own and the step is still to come."""
    chat = situation.chat
    is_lent = chat.is_fresh(situation.now) and match.telling_units <= SHORT
    return chat.last_about if is_lent and chat.last_about not in _over(situation) else None


def _over(situation: Situation) -> frozenset[Milestone]:
    return situation.standing.view.over if situation.standing else frozenset()

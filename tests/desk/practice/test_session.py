"""Does a practice go its way, whatever is typed, and is only points kept of it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.practice.coach import weakest
from bot.desk.practice.scenario import Move
from bot.desk.practice.session import Played, Session, finish, start, take
from tests.desk.practice.shipped import LANGUAGES, practice, scene

_LINES = st.lists(
    st.sampled_from(
        ["/claim", "/note 记下", "1", "4", "5", "/end", "/nonsense", "/", "", "您好", "threat", "我周三问。"]
    )
    | st.text(max_size=20),
    max_size=12,
)


def _play(scenario: str | None, *lines: str, language: str = "zh") -> Played:
    """The last that is said."""
    played = start(practice(), language, scenario)
    for line in lines:
        played = take(practice(), played.session, line)
    return played


def _said(played: Played) -> str:
    return "\n".join(say.plain for say in played.says)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(practice().scenarios))
def test_who_answers_like_the_reference_loses_nothing(name: str, language: str) -> None:
    played = start(practice(), language, name)
    for number, turn in enumerate(practice().scenarios[name].turns):
        for line in (scene(name, language, number).reference, f"/{turn.move}"):
            played = take(practice(), played.session, line)
    session = played.session
    assert (session.is_over, session.points, session.lost) == (True, session.most, ())


def test_the_buyer_writes_first_and_says_how_far_it_is() -> None:
    assert "（1/2）赵女士：卖家两次都没来" in _said(_play("seller_delay"))


def test_after_a_reply_the_moves_are_offered_as_buttons() -> None:
    assert [button.data for button in _play("seller_delay", "您好。").says[-1].buttons] == [f"/{move}" for move in Move]


@pytest.mark.parametrize("move", ["1", "/reply", "/REPLY", "/reply 就这样"])
def test_a_move_ends_the_turn_shows_the_reference_and_goes_on(move: str) -> None:
    played = _play("seller_delay", "您好。", move)
    said = _said(played)
    assert (played.session.turn, "参考回复：\n一等再等" in said, "（2/2）赵女士" in said) == (1, True, True)


def test_a_move_may_come_before_the_reply() -> None:
    first, second = _play("threat", "/claim"), _play("threat", "/claim", "我听到了。")
    assert (first.session.move, second.session.is_over) == (Move.CLAIM, True)


def test_a_second_reply_is_not_scored_again() -> None:
    once, twice = _play("threat", "您好。"), _play("threat", "您好。", scene("threat").reference)
    assert (twice.session, twice.items) == (once.session, ())


def test_an_unknown_command_costs_nothing() -> None:
    played = _play("threat", "/handoff")
    assert (played.session, "没有 /handoff" in _said(played)) == (start(practice(), "zh", "threat").session, True)


def test_without_a_scenario_one_is_chosen_by_number_or_name() -> None:
    names = list(practice().scenarios)
    chosen = [_play(None, typed).session.scenario for typed in ("3", names[4], names[4].upper(), "99", "什么")]
    assert chosen == [names[2], names[4], names[4], None, None]


def test_a_scenario_that_is_gone_is_chosen_anew() -> None:
    played = take(practice(), Session("en", "gone", turn=1), "hello")
    assert (played.session.scenario, "Choose a scenario" in _said(played)) == (None, True)


def test_the_summary_names_what_cost_points_most_often() -> None:
    played = _play("seller_delay", "您好。", "4", "您好。", "4")
    assert weakest(played.session.lost, "zh")[:2] == ["要说的事实 ×2", "下一步 ×2"]


def test_stopping_says_the_summary_and_finishing_again_says_nothing() -> None:
    played = _play("seller_delay", "您好。", "1", "/end")
    assert (_said(played).splitlines()[0], finish(played.session).says) == ("练习结束：2/20 分。", ())


def test_breaking_off_before_any_reply_scores_nothing() -> None:
    assert _said(finish(_play("threat", language="en").session)) == "Practice ended; nothing was scored."


def test_after_the_end_another_scenario_can_be_chosen() -> None:
    assert _play("threat", "您好。", "/claim", "bereavement").session == Session("zh", "bereavement")


def test_nothing_that_was_typed_is_kept() -> None:
    kept = str(_play("seller_delay", "我的电话13812345678。").session)
    assert ("1381" in kept, "电话" in kept) == (False, False)


def test_what_is_said_is_safe_as_markup() -> None:
    assert "<b>" not in _play("threat", "/<b>").says[0].text


@given(st.sampled_from([None, *practice().scenarios]), st.sampled_from(LANGUAGES), _LINES)
def test_no_line_breaks_a_session_and_points_stay_within_bounds(
    scenario: str | None, language: str, lines: list[str]
) -> None:
    session = _play(scenario, *lines, language=language).session
    assert 0 <= session.points <= session.most

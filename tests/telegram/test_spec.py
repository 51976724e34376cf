"""Does the spec find what is wrong, and leave alone what is right?"""

import pytest

from tests.telegram.spec import Upload, answer_violations, read, violations

CHAT = {"id": 7, "type": "private"}


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (7, "Integer", []),
        (True, "Integer", ["x must be Integer, not true"]),
        ("7", "Integer", ['x must be Integer, not "7"']),
        (7, "Float", []),
        (1, "Boolean", ["x must be Boolean, not 1"]),
        (["a", 2], "Array of String", ["x[1] must be String, not 2"]),
        (CHAT, "Chat", []),
        (CHAT | {"color": 1}, "Chat", ["x.color is unknown"]),
        ({"id": 7}, "Chat", ["x.type is required"]),
        ({}, "ForumTopicClosed", []),
    ],
)
def test_a_value_is_held_against_its_kind(value: object, kind: str, expected: list[str]) -> None:
    assert violations(value, kind, "x") == expected


def test_a_finding_deep_inside_names_its_place() -> None:
    keyboard = {"inline_keyboard": [[{"text": "好"}], [{"text": 5}]]}
    expected = ["markup.inline_keyboard[1][0].text must be String, not 5"]
    assert violations(keyboard, "InlineKeyboardMarkup", "markup") == expected


def test_a_union_is_judged_by_the_subtype_its_label_names() -> None:
    found = violations({"type": "custom_emoji"}, "ReactionType", "reaction")
    assert found == ["reaction.custom_emoji_id is required"]


def test_a_label_that_no_subtype_has_is_found() -> None:
    found = violations({"type": "sad"}, "ReactionType", "reaction")
    assert found == ['reaction.type must be "paid", not "sad"']


def test_a_recursive_union_of_texts_and_lists_is_followed() -> None:
    text = ["a", {"type": "bold", "text": ["b", {"type": "italic"}]}]
    assert violations(text, "RichText", "text") == ["text[1].text[1].text is required"]


def test_form_fields_become_the_json_values_they_stand_for() -> None:
    form = {
        "chat_id": "-100",
        "text": "5",
        "protect_content": "true",
        "reply_parameters": '{"message_id": 3}',
    }
    assert read("sendMessage", form).parameters == {
        "chat_id": -100,
        "text": "5",
        "protect_content": True,
        "reply_parameters": {"message_id": 3},
    }


def test_a_user_name_is_a_chat_id_too() -> None:
    assert read("getChat", {"chat_id": "@signpost"}).parameters == {"chat_id": "@signpost"}


def test_json_values_of_a_body_stay_as_they_are() -> None:
    call = read("getUpdates", {"timeout": 10, "allowed_updates": ["message"]})
    assert call.violations == []


def test_every_fault_of_a_call_is_listed() -> None:
    form = {"chat_id": "1", "colour": "red", "protect_content": "maybe"}
    assert read("sendMessage", form).violations == [
        "sendMessage.text is required",
        'sendMessage.protect_content must be Boolean, not "maybe"',
        "sendMessage.colour is unknown",
    ]


def test_an_attached_upload_stands_where_it_is_named() -> None:
    upload = Upload("a.pdf", b"%PDF")
    form = {"chat_id": "1", "document": "attach://part0", "part0": upload}
    assert read("sendDocument", form).parameters == {"chat_id": 1, "document": upload}


def test_an_answer_of_another_kind_than_promised_is_found() -> None:
    found = answer_violations("sendMessage", True)
    assert found == ["sendMessage answer must be Message, not true"]

"""What can people send besides text? Fields of a message, for `send`."""

from typing import Any


def photo(caption: str = "", name: str = "photo") -> dict[str, Any]:
    """A picture, in one size; another name makes it another picture."""
    return {"photo": [_file(name) | {"width": 1080, "height": 1440}]} | _caption(caption)


def document(file_name: str = "合同.pdf", caption: str = "") -> dict[str, Any]:
    """A file with a name."""
    return {"document": _file(file_name) | {"file_name": file_name}} | _caption(caption)


def voice(seconds: int = 5, caption: str = "") -> dict[str, Any]:
    """A spoken message."""
    return {"voice": _file(f"voice-{seconds}") | {"duration": seconds}} | _caption(caption)


def video(seconds: int = 9, caption: str = "") -> dict[str, Any]:
    """A film."""
    shape = {"width": 720, "height": 1280, "duration": seconds}
    return {"video": _file(f"video-{seconds}") | shape} | _caption(caption)


def location(latitude: float = 30.27, longitude: float = 120.15) -> dict[str, Any]:
    """A place, in degrees."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def sticker(emoji: str = "👍") -> dict[str, Any]:
    """A sticker that stands for an emoji."""
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": _file(f"sticker-{emoji}") | shape | {"emoji": emoji}}


def _file(name: str) -> dict[str, Any]:
    return {"file_id": f"file-{name}", "file_unique_id": f"u-{name}"}


def _caption(caption: str) -> dict[str, Any]:
    return {"caption": caption} if caption else {}

"""Which fields and files are in a multipart/form-data body, byte for byte?"""

import re

from tests.telegram.spec import Upload

BOUNDARY = re.compile(r'boundary="?([^";]+)"?')
NAME = re.compile(r'\bname="([^"]*)"')
FILE_NAME = re.compile(r'\bfilename="([^"]*)"')


def parts(kind: str, body: bytes) -> dict[str, object]:
    r"""Texts and uploads by the names of their fields; `kind` is the content type, with its boundary.

    >>> body = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n5\r\n--b--'
    >>> parts("multipart/form-data; boundary=b", body)
    {'text': '5'}
    """
    boundary = BOUNDARY.search(kind)
    assert boundary, "a client names the boundary of its parts"
    _, *found, _ = (b"\r\n" + body).split(f"\r\n--{boundary[1]}".encode())
    return dict(map(_part, found))


def _part(part: bytes) -> tuple[str, object]:
    head, _, content = part.partition(b"\r\n\r\n")
    headers = head.decode()
    name, file_name = NAME.search(headers), FILE_NAME.search(headers)
    assert name, "a client names its fields"
    return name[1], Upload(file_name[1].replace("%22", '"'), content) if file_name else content.decode()

"""What do the tests of the editors' files share?"""

import pytest

from tests.content.seeded import Workshop


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Where the seeded mistakes are looked at."""
    return Workshop(tmp_path_factory.mktemp("workshop"))

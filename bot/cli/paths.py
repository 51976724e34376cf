"""How is a file called in a terminal?"""

from pathlib import Path


def short(path: Path) -> str:
    """As it is called from where the person stands; whole where it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)

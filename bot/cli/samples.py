"""How do the sample cases get into empty books?"""

from typing import TYPE_CHECKING

from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.app import App


def load_samples_into_empty(app: "App") -> None:
    """Put the sample cases into books that hold no case at all; never beside real ones."""
    from bot.content.case_file import read_cases
    from bot.content.samples import SAMPLES

    with app.books.transaction() as records:
        if records.cases.refs():
            return
        read = read_cases(SAMPLES, app.process)
        if read.problems:
            raise Stop(f"The samples do not fit this configuration: {read.problems[0].message('en')}")
        for case in read.cases:
            records.cases.save(case)

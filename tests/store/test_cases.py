"""Does a case come back as it was put in?"""
from bot.store.books import Books
def test_x(books: Books) -> None:
    with books.transaction() as records:
        assert records.cases.refs() == []

"""The database that a test gets is as the migrations left it, whatever the test before did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from specs.store import SpecStore, open_engine
from tests.store.documents import document
from tests.store.test_migrations import edit

if TYPE_CHECKING:
    from tests.copies import Copies


def test_a_copy_is_lent_again_without_the_rows_of_the_one_before(copies: Copies) -> None:
    name = copies.take()
    store = SpecStore(open_engine(copies.address(name)))
    store.add_persona(document(), edit())
    store.close()
    copies.give_back(name)
    assert copies.take() == name
    again = SpecStore(open_engine(copies.address(name)))
    assert again.personas() == ()
    again.add_persona(document(), edit())
    (first,) = again.history("leo")
    assert (first.version, again.current("leo").version) == (1, first)
    again.close()
    copies.give_back(name)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE mission_version ADD COLUMN mood TEXT",
        "CREATE TABLE theirs (id INTEGER)",
        "DROP TABLE mission_version CASCADE",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "DROP TRIGGER {trigger}",
        "DELETE FROM alembic_version",
        "UPDATE alembic_version SET version_num = version_num",
    ],
)
def test_a_copy_that_is_no_more_as_it_was_made_is_not_lent_again(copies: Copies, statement: str) -> None:
    name = copies.take()
    with psycopg.connect(copies.address(name)) as connection:
        query = "SELECT tgname || ' ON ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal LIMIT 1"
        ((trigger,),) = connection.execute(query).fetchall()
        connection.execute(statement.format(trigger=trigger).encode())
    copies.give_back(name)
    other = copies.take()
    assert other != name
    copies.give_back(other)


def test_a_copy_that_somebody_is_still_connected_to_is_not_lent_again(copies: Copies) -> None:
    name = copies.take()
    with psycopg.connect(copies.address(name)):
        copies.give_back(name)
    other = copies.take()
    assert other != name
    copies.give_back(other)

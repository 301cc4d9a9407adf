from __future__ import annotations

from plain import PlainCatalogue, a_credential, a_match, a_skill
from skillgap.advice.held import hold, hold_also
from skillgap.model import Held

BOOKS = a_skill("bookkeeping")
PAYABLE = a_skill("accounts-payable", "bookkeeping")
BILLS = a_skill("bills", "accounts-payable")
CATALOGUE = PlainCatalogue([BOOKS, PAYABLE, BILLS], [], [])


def test_a_held_skill_counts_for_all_of_its_broader_ones() -> None:
    assert hold([a_match(BILLS, 4, "stated")], CATALOGUE) == {
        "accounts-payable": Held(4, "stated", "bills"),
        "bills": Held(4, "stated", "bills"),
        "bookkeeping": Held(4, "stated", "bills"),
    }


def test_a_broader_skill_does_not_count_for_a_narrower_one() -> None:
    assert hold([a_match(BOOKS)], CATALOGUE) == {
        "bookkeeping": Held(3, "assumed", "bookkeeping")
    }


def test_the_highest_level_wins_wherever_it_comes_from() -> None:
    held = hold([a_match(BOOKS, 2, "stated"), a_match(PAYABLE, 4)], CATALOGUE)
    assert held["bookkeeping"] == Held(4, "assumed", "accounts-payable")


def test_a_stated_level_wins_over_an_equal_assumed_one() -> None:
    held = hold([a_match(BOOKS, 3), a_match(BILLS, 3, "stated")], CATALOGUE)
    assert held["bookkeeping"] == Held(3, "stated", "bills")


def test_the_claim_of_the_skill_itself_wins_a_tie() -> None:
    held = hold([a_match(PAYABLE), a_match(BOOKS)], CATALOGUE)
    assert held["bookkeeping"] == Held(3, "assumed", "bookkeeping")


def test_the_smaller_id_wins_the_last_tie() -> None:
    other = a_skill("bank-work", "bookkeeping")
    catalogue = PlainCatalogue([BOOKS, PAYABLE, other], [], [])
    held = hold([a_match(other), a_match(PAYABLE)], catalogue)
    assert held["bookkeeping"].by == "accounts-payable"


def test_phrases_that_are_not_matched_hold_nothing() -> None:
    unsure = a_match(BOOKS)._replace(status="unsure")
    unmatched = a_match(BOOKS)._replace(status="unmatched", skill=None)
    assert hold([unsure, unmatched], CATALOGUE) == {}


def test_a_credential_is_held_like_a_claim() -> None:
    course = a_credential("course", {"bills": None, "bookkeeping": 5})
    held = hold([a_match(BILLS, 2, "stated")], CATALOGUE)
    assert hold_also(held, [course], CATALOGUE) == {
        "accounts-payable": Held(3, "assumed", "bills"),
        "bills": Held(3, "assumed", "bills"),
        "bookkeeping": Held(5, "stated", "bookkeeping"),
    }

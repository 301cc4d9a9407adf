"""One node of CTDL as an offer: who gives it, what it costs, takes and teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats import ctdl_terms as ctdl
from skillgap.formats.ctdl_nodes import local
from skillgap.formats.offers import Competency, Offer
from skillgap.locale import _
from skillgap.model import Quantity, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.formats.ctdl import Known
    from skillgap.formats.ctdl_nodes import Node
    from skillgap.formats.ctdl_terms import Period
    from skillgap.formats.intake import Tally
    from skillgap.model import Delivery, Status

_OWNERS = (ctdl.OWNED_BY, ctdl.OFFERED_BY, "ceterms:owner", "schema:creator")
_CONDITIONS = (ctdl.REQUIRES, "ceterms:recommends", "ceterms:entryCondition")
_MOST_TEXT = 2000
_MOST_COMPETENCIES = 400


def offer_of(node: Node, known: Known, cells: Tally, place: str) -> Offer | str:
    """A credential or learning opportunity; where it is none, the reason."""
    name = node.text(ctdl.NAME, "schema:name")
    if name is None:
        return _("no name")
    issuer, issuer_id = _issuer(node, known)
    if issuer is None:
        return _("no issuer whose name is in the files: --set issuer=NAME gives one")
    hours, weeks = _durations(node, cells)
    kind = next(ctdl.KINDS[each] for each in node.types if each in ctdl.KINDS)
    about = node.text(ctdl.DESCRIPTION, longest=_MOST_TEXT)
    return Offer(
        name if name.en else Text(None, name.fr),
        issuer,
        kind,
        place,
        id=_own(node.ids, "credential"),
        issuer_id=issuer_id,
        page=_page(node),
        hours=hours,
        weeks=weeks,
        cost=_cost(node, cells),
        field=_field(node),
        description=about.in_language("en") if about else None,
        competencies=tuple(_competencies(node, known))[:_MOST_COMPETENCIES],
        delivery=_delivery(node, cells),
        languages=_languages(node, cells),
        status=_status(node),
        prerequisites=_prerequisites(node),
        validity_years=_validity(node, cells),
    )


def _issuer(node: Node, known: Known) -> tuple[Text | None, str | None]:
    for term in _OWNERS:
        for each in node.nodes(term):
            if text := each.text(ctdl.NAME):
                return text, _own(each.ids, "issuer")
        for address in node.addresses(term):
            if address in known.issuers:
                return known.issuers[address], _own((address,), "issuer")
    return Text(known.issuer) if known.issuer else None, None


def _own(addresses: tuple[str, ...], record: str) -> str | None:
    """The id that an address of our own making holds."""
    found = (ctdl.id_in(address, record) for address in addresses)
    return next((id_ for id_ in found if id_), None)


def _page(node: Node) -> str | None:
    for address in (*node.addresses(ctdl.PAGE), *node.addresses("schema:url")):
        if address.startswith(("http://", "https://")) and " " not in address:
            return address
    return None


def _durations(node: Node, cells: Tally) -> tuple[Quantity, Quantity]:
    least: list[Period] = []
    for each in node.nodes(ctdl.DURATION):
        said = [each.word(term) for term in (ctdl.EXACT, ctdl.LEAST, ctdl.MOST)]
        periods = [ctdl.period_read(text) for text in said if text]
        if not periods or None in periods:
            example = each.word(ctdl.DESCRIPTION) or " ".join(said).strip()
            cells.drop(_("a duration in words"), example[:80] or None)
            continue
        cells.keep()
        least += [period for period in periods if period]
    if not least:
        return ctdl.quantities(None, None)
    hours = [each.hours for each in least if each.hours]
    weeks = [each.weeks for each in least if each.weeks]
    low = ctdl.Period(min(hours, default=None), min(weeks, default=None))
    high = ctdl.Period(max(hours, default=None), max(weeks, default=None))
    return ctdl.quantities(low, high)


def _cost(node: Node, cells: Tally) -> Quantity | None:
    prices: dict[str, list[float]] = {}
    for each in node.nodes(ctdl.COST):
        found = list(each.numbers(ctdl.PRICE))
        unit = _currency(each.word(ctdl.CURRENCY))
        if not found or unit is None:
            reason = _("a cost without a price") if not found else _("no currency")
            cells.drop(reason, each.word(ctdl.NAME) or None)
            continue
        cells.keep()
        prices.setdefault(unit, []).extend(found)
    if not prices:
        return None
    unit, amounts = max(prices.items(), key=lambda pair: (pair[0] == "CAD", pair[0]))
    low, high = min(amounts), max(amounts)
    if low == high:
        return Quantity(low, unit, "stated")
    return Quantity(high, unit, "range", low, high)


def _currency(said: str) -> str | None:
    code = ctdl.CURRENCIES.get(said.casefold().removesuffix("s"), said.upper())
    is_code = len(code) == 3 and code.isascii() and code.isalpha()  # noqa: PLR2004 - ISO 4217
    return code if is_code else None


def _competencies(node: Node, known: Known) -> Iterator[Competency]:
    """What it teaches, then what must be shown to be given it, each label once."""
    seen: set[str] = set()
    for each in (*node.nodes(ctdl.TEACHES), *_conditions(node, ctdl.TARGET_COMPETENCY)):
        address = next(each.addresses(ctdl.NODE), None)
        label = (
            each.text(ctdl.NODE_NAME)
            or (known.competencies.get(address) if address else None)
            or each.text(ctdl.NODE_DESCRIPTION)
            or each.text(ctdl.COMPETENCY_LABEL, ctdl.COMPETENCY_TEXT)
        )
        key = (label.en or label.fr or "").casefold() if label else ""
        if label and key not in seen:
            seen.add(key)
            yield Competency(label, address)


def _conditions(node: Node, term: str) -> Iterator[Node]:
    for name in _CONDITIONS:
        for condition in node.nodes(name):
            yield from condition.nodes(term)


def _field(node: Node) -> str | None:
    """A field of ours among its subjects."""
    for each in node.nodes(ctdl.SUBJECT):
        for address in each.addresses(ctdl.NODE):
            if found := ctdl.id_in(address, "field"):
                return found
    return None


def _delivery(node: Node, cells: Tally) -> Delivery | None:
    found: set[Delivery] = set()
    for said in _vocabulary(node, ctdl.DELIVERY):
        way = ctdl.DELIVERIES.get(said)
        if way is None:
            cells.drop(_("another way of delivery"), said)
        else:
            cells.keep()
            found.add(way)
    if not found:
        return None
    return found.pop() if len(found) == 1 else "hybrid"


def _status(node: Node) -> Status:
    for said in _vocabulary(node, ctdl.STATUS):
        if said in ctdl.STATUSES:
            return ctdl.STATUSES[said]
    return "unknown"


def _vocabulary(node: Node, term: str) -> Iterator[str]:
    """The terms of a vocabulary under a term of a node, without their prefixes."""
    for each in node.items(term):
        if isinstance(each, str):
            yield local(each)
    for each in node.nodes(term):
        yield from (local(address) for address in each.addresses(ctdl.NODE))


def _languages(node: Node, cells: Tally) -> tuple[str, ...]:
    found: list[str] = []
    for each in node.items(ctdl.LANGUAGE):
        said = each.casefold() if isinstance(each, str) else ""
        code = ctdl.LANGUAGES.get(said, said[:2])
        if code in {"en", "fr"} or (len(said) in {2, 5} and code.isalpha()):
            found.append(code)
        else:
            cells.drop(_("another language"), said or None)
    return tuple(dict.fromkeys(found))


def _prerequisites(node: Node) -> str | None:
    """What its conditions say in words."""
    for condition in node.nodes(ctdl.REQUIRES):
        text = condition.text(ctdl.DESCRIPTION, longest=_MOST_TEXT)
        if text and (said := text.in_language("en")):
            return said[:300]
    return None


def _validity(node: Node, cells: Tally) -> float | None:
    said = node.word(ctdl.RENEWAL)
    if not said:
        return None
    period = ctdl.period_read(said)
    if period is None or not period.weeks:
        cells.drop(_("a duration in words"), said)
        return None
    return round(period.weeks / ctdl.WEEKS_A_YEAR, 2)

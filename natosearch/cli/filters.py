"""The filter options that commands share, and names that a filter gives in another form than the index has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from natosearch.cli.options import read_rules
from natosearch.errors import BadQuery
from natosearch.model.passages import Kind

if TYPE_CHECKING:
    from natosearch.engines import Engine
    from natosearch.query.tree import Filters, Query

F = TypeVar("F", bound=Callable[..., Any])


def filter_options(command: F) -> F:
    """The options that say which passages may be found: OR inside one, AND between them."""
    for option in reversed(
        (
            click.option("--speaker", multiple=True, metavar="NAME", help="Who answers, states or is reported."),
            click.option("--place", multiple=True, metavar="NAME", help="City or country where it was said."),
            click.option("--mentions", multiple=True, metavar="NAME", help="Place that the passage speaks of."),
            click.option("--topic", multiple=True, metavar="ID", help="Topic, for example kosovo-kfor."),
            click.option("--unit", multiple=True, type=click.Choice(["qa", "paragraph"]), help="Unit of the passage."),
            click.option("--kind", multiple=True, type=click.Choice(get_args(Kind)), help="Kind of the document."),
            click.option("--since", metavar="DATE", help="Not before 2023, 2023-05 or 2023-05-14."),
            click.option("--until", metavar="DATE", help="Not after 2023, 2023-05 or 2023-05-14."),
        )
    ):
        command = option(command)
    return command


def make_filters(options: dict[str, Any]) -> Filters:
    """The filters that the options give; raises BadQuery for an unreadable date."""
    from natosearch.query.tree import FILTER_FIELDS, Filters
    from natosearch.text.words import fold_text

    filters = Filters(**{name: options[name] for name in FILTER_FIELDS})
    for name in FILTER_FIELDS:
        if any(not fold_text(value) for value in options[name]):
            raise BadQuery("", 0, f"--{name} has no word; leave it out to ask for any")
    if not options["since"] and not options["until"]:
        return filters
    from natosearch.query.when import parse_day

    since = parse_day(options["since"], end=False) if options["since"] else ""
    until = parse_day(options["until"], end=True) if options["until"] else ""
    if since and until and since > until:
        raise BadQuery("", 0, f"--since {options['since']} comes after --until {options['until']}")
    return filters._replace(since=since, until=until)


def resolve_names(engine: Engine, asked: Query, rules_folder: str | None) -> tuple[Query, list[str]]:
    """``asked`` with names that the index does not have in their canonical form (`Turkey`: `Türkiye`), and a remark for
    each that still names nothing.
    """
    from natosearch.query.filters import change_conditions, select_values
    from natosearch.query.tree import Has

    remarks = []

    def known(condition: Has) -> Has:
        from natosearch.query.show import show_value
        from natosearch.query.terms import read_literal

        field, values = condition.field, engine.values(condition.field)
        changed = []
        for terms in condition.values:
            if not select_values(field, [terms], values):
                named = _canonical(field, show_value(terms), rules_folder)
                terms = read_literal(named) if named != show_value(terms) else terms
                if not select_values(field, [terms], values):
                    remarks.append(_remark(field, show_value(terms), values))
            changed.append(terms)
        return Has(field, tuple(changed))

    plan = change_conditions(asked.plan, known)
    return asked._replace(plan=plan), list(dict.fromkeys(remarks))


def _canonical(field: str, name: str, rules_folder: str | None) -> str:
    if field not in ("place", "mentions", "speaker"):
        return name
    rules = read_rules(rules_folder)
    if field in ("place", "mentions"):
        place = rules.places.get(name)
        return place.name if place else name
    person = rules.people.by_name(name)
    return person.name if person else name


def _remark(field: str, name: str, values: list[str]) -> str:
    from difflib import get_close_matches

    from natosearch.text.words import fold_text

    words = {word: value for value in values for word in (*value.split(), value)}
    near = list(dict.fromkeys(words[word] for word in get_close_matches(fold_text(name), list(words), n=3)))
    offer = f"; nearest: {', '.join(near)}" if near else ""
    return f"no passage has the {field} '{name}'{offer}"

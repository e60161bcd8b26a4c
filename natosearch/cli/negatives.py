"""`-word` among the arguments of a command is a word of the query that must not match, not a bundle of options."""

from __future__ import annotations

import re

import click

# Two letters or more behind one hyphen, or a quotation mark, a bracket or a sign of the query language.
_NEGATIVE = re.compile(r'-(?:[^\W\d_]{2}|\d{2}|["(=])')


class QueryCommand(click.Command):
    """A command whose arguments are the words of a query. Short options are not bundled: `-q -n5`, not `-qn5`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set the words of the query apart from the options."""
        valued = {
            name
            for option in self.params
            if isinstance(option, click.Option) and not (option.is_flag or option.count)
            for name in option.opts
        }
        options: list[str] = []
        terms: list[str] = []
        expects_value = False
        for number, arg in enumerate(args):
            if arg == "--" and not expects_value:
                terms += args[number + 1 :]
                break
            if expects_value or (arg.startswith("-") and arg != "-" and not _NEGATIVE.match(arg)):
                options.append(arg)
                expects_value = not expects_value and arg in valued
            else:
                terms.append(arg)
        return super().parse_args(ctx, [*options, "--", *terms])

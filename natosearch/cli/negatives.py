"""`-word` among the arguments of a command is a word of the query that must not match, not a bundle of options."""

from __future__ import annotations

import click


class QueryCommand(click.Command):
    """A command whose arguments are the words of a query.

    Behind one hyphen stands an option if it is a known letter, alone or with a number (`-n 5`, `-n5`), or if all are
    letters of options without a value (`-lq`); anything longer is a word (`-Serbia`).
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set the words of the query apart from the options."""
        options: list[str] = []
        terms: list[str] = []
        expects_value = False
        for number, arg in enumerate(args):
            if arg == "--" and not expects_value:
                terms += args[number + 1 :]
                break
            if expects_value or self._is_option(arg):
                options.append(arg)
                expects_value = not expects_value and arg in self._names(valued=True)
            else:
                terms.append(arg)
        # An option that lacks its value must not take the two hyphens for it.
        return super().parse_args(ctx, options if expects_value else [*options, "--", *terms])

    def _names(self, *, valued: bool) -> set[str]:
        """The names of the options that take a value, or of those that do not."""
        flagged = [option for option in self.params if _is_flag(option) != valued]
        names = {name for option in flagged for name in (*option.opts, *option.secondary_opts)}
        return names if valued else names | {"-h", "--help"}

    def _is_option(self, arg: str) -> bool:
        if not arg.startswith("-") or arg == "-":
            return False
        if arg.startswith("--") or len(arg) == 2:
            return not arg.startswith("---")
        if arg[:2] in self._names(valued=True):
            return arg[2:].isdigit()
        return all(f"-{letter}" in self._names(valued=False) for letter in arg[1:])


def _is_flag(option: click.Parameter) -> bool:
    return isinstance(option, click.Option) and (option.is_flag or option.count)

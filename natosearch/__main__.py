"""`natosearch`, and `python -m natosearch`."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line."""
    # A query is over before there is garbage worth collecting: 4 of its 110 ms were spent looking for some.
    gc.disable()
    from natosearch.cli import main as run

    run()


if __name__ == "__main__":
    main()

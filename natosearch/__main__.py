"""`natosearch`, and `python -m natosearch`."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line."""
    # A query is over before there is garbage worth collecting: 4 of its 110 ms were spent looking for some.
    gc.disable()
    try:
        from natosearch.cli import main as run
    except KeyboardInterrupt:  # so early that nobody else is there to catch it
        sys.exit(130)
    try:
        run()
    finally:
        # Python looks for garbage a last time as it leaves, whatever was said above: 11 ms, unless all is set aside.
        gc.freeze()


if __name__ == "__main__":
    main()

"""`python -m natosearch`."""

from natosearch.cli import main

if __name__ == "__main__":
    main()

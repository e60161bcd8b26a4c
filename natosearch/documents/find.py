"""Which files to read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from natosearch.model.documents import Problem

# Which reader each type of file has.
READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
SUFFIXES = tuple(READERS)


@dataclass(frozen=True, slots=True)
class Files:
    """The files below some paths, what went wrong, and how many files of other types were left out."""

    found: tuple[str, ...]
    problems: tuple[Problem, ...]
    skipped: int


def find_files(paths: list[str]) -> Files:
    """The documents at ``paths``, absolute, each once, in the order of ``paths`` and sorted within a folder.

    A folder gives its files of known types; hidden ones and the folder of a saved page's pictures and frames are left
    out, and symbolic links to folders not followed. A file that is named is taken whatever its type, so that its reader
    can say what is wrong with it.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    skipped = 0
    for path in paths:
        root = os.path.abspath(path)
        if not path:  # as an unset variable leaves it; not the current folder
            problems.append(Problem("''", "an empty path; name a file or a folder"))
        elif os.path.isdir(root):
            for name in _walk(root, problems):
                if name.lower().endswith(SUFFIXES):
                    found.setdefault(name)
                else:
                    skipped += 1
        elif os.path.lexists(root):
            found.setdefault(root)
        else:
            problems.append(Problem(path, "no such file or folder"))
    return Files(tuple(found), tuple(problems), skipped)


def _walk(root: str, problems: list[Problem]) -> list[str]:
    def report(error: OSError) -> None:
        problems.append(Problem(str(error.filename), f"cannot be listed: {error.strerror}"))

    names = []
    for folder, folders, files in os.walk(root, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, files))
        names += [os.path.join(folder, name) for name in files if not name.startswith(".")]
    return sorted(names)


def _is_of_page(folder: str, files: list[str]) -> bool:
    """Whether a browser made ``folder`` for the pictures and frames of a page that it saved beside it."""
    page = folder.removesuffix("_files")
    return page != folder and not {f"{page}.html", f"{page}.htm"}.isdisjoint(files)


def samples_folder() -> str:
    """The sample documents: installed beside the package, or in the checkout that it runs from."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "seeds"
    return str(installed if installed.is_dir() else package.parent / "seeds")

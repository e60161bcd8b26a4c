"""Whether a file is still what was ingested."""

from __future__ import annotations

import os

from natosearch.model.passages import IndexedDocument


def how_stale(document: IndexedDocument) -> str:
    """What has become of the file of ``document`` since it was ingested; empty if nothing has.

    Its bytes are read only where its size or time has changed.
    """
    try:
        status = os.stat(document.path)
        if (status.st_size, status.st_mtime_ns) == (document.size, document.modified):
            return ""
        if status.st_size == document.size:
            import hashlib  # here: a query waits for it, and mostly for nothing

            with open(document.path, "rb") as file:
                if hashlib.sha256(file.read(document.size + 1)).hexdigest() == document.sha256:
                    return ""
    except (FileNotFoundError, NotADirectoryError):
        return "is gone"
    except ValueError:  # a name that this locale cannot write: nothing can be said of the file
        return ""
    except OSError as error:
        return f"cannot be read any more ({error.strerror})"
    return "has changed"

"""What the system says against a file, in the language in use."""

from __future__ import annotations

import errno

from skillgap.locale import _


def reason_of(error: Exception) -> str:
    """The reason that an error of the system gives, else the error itself.

    Python has the system's words in English alone.
    """
    number = getattr(error, "errno", None)
    told = getattr(error, "strerror", None) or str(error)
    return _words().get(number, told) if number else told


def _words() -> dict[int | None, str]:
    return {
        errno.EACCES: _("Permission denied"),
        errno.EEXIST: _("File exists"),
        errno.EFBIG: _("File too large"),
        errno.EIO: _("Input/output error"),
        errno.EISDIR: _("Is a directory"),
        errno.EMFILE: _("Too many open files"),
        errno.ENAMETOOLONG: _("File name too long"),
        errno.ENOENT: _("No such file or directory"),
        errno.ENOSPC: _("No space left on device"),
        errno.ENOTDIR: _("Not a directory"),
        errno.EPERM: _("Operation not permitted"),
        errno.EROFS: _("Read-only file system"),
    }

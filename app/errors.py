"""The only errors shown to people: what happened, where, and what to do or what is allowed."""

import errno


class DictamenError(Exception):
    """A sentence for a person. Anything else that is raised is a defect of the program.

    Attributes:
        ends_sitting: nothing more can be done before the person has signed in again.
    """

    ends_sitting = False


_REASONS = {
    errno.ENOSPC: "the disk is full: make room, then try again",
    errno.EDQUOT: "the disk is full: make room, then try again",
    errno.EIO: "the disk reports an error: have it tested",
    errno.EROFS: "the disk may only be read",
    errno.EACCES: "this account may not do so",
    errno.EPERM: "this account may not do so",
    errno.ESTALE: "the network share does not answer",
    errno.ETIMEDOUT: "the network share does not answer",
    errno.EHOSTDOWN: "the network share does not answer",
}


def reason_of(error: OSError) -> str:
    """Why the system refused something, in plain words; in its own where it is nothing of the disk's."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


class InvalidInput(DictamenError):
    """Something typed or loaded that cannot be used.

    Attributes:
        field: the path of the field, e.g. ``request.start_date`` (empty: the whole input).
        problem: what is wrong and what is allowed, one line, without the field's name.
        source: the file, or empty when the input did not come from a file.
    """

    def __init__(self, field: str, problem: str, source: str = "") -> None:
        self.field = field
        self.problem = problem
        self.source = source
        super().__init__(": ".join(part for part in (source, field, problem) if part))

    def in_source(self, source: str) -> "InvalidInput":
        """The same error, said of a file."""
        return InvalidInput(self.field, self.problem, source)

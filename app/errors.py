"""The only errors shown to people: what happened, where, and what to do or what is allowed."""


class DictamenError(Exception):
    """A sentence for a person. Anything else that is raised is a defect of the program.

    Attributes:
        ends_sitting: nothing more can be done before the person has signed in again.
    """

    ends_sitting = False


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

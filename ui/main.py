"""The command ``dictamen``: opens the desktop app, or runs one command and exits.

Only what a command needs is imported when it runs: the first painted window is measured from here.
"""

import gc
import sys
from collections.abc import Sequence

from app.errors import DictamenError

EXIT_FAILED = 1
EXIT_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the product; gives the exit code. Errors are one line on standard error, never a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _ask_for_no_memory_image()
    try:
        if given in ([], ["--measure-start"]):
            return _open_app(measure=bool(given))
        from ui.commands import run  # noqa: PLC0415  # the app does not need the commands

        return run(given)
    except DictamenError as error:
        return complain(str(error))
    except BrokenPipeError:
        # whoever read our output has seen enough; keep the interpreter from complaining at exit
        sys.stdout = None
        return EXIT_FAILED
    except KeyboardInterrupt:
        return complain("stopped; what was acknowledged is kept")
    except Exception as error:  # noqa: BLE001  # a defect of ours: say where, never what it held
        complain(f"a defect of the program, please report it: {_place_of(error)}")
        return EXIT_FAILED


def _ask_for_no_memory_image() -> None:
    """Have the system write no image of this process's memory, which holds members' data, should it crash."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # Windows has none

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def complain(problem: str) -> int:
    """Say in one line what is wrong; gives the exit code for bad input."""
    line = " ".join(problem.split())
    sys.stderr.write(f"dictamen: {line}\n")
    return EXIT_BAD_INPUT


def _place_of(error: Exception) -> str:
    """The kind of an exception and the line it comes from; its message may hold a member's data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    module = trace.tb_frame.f_globals.get("__name__", "")
    return f"{type(error).__name__} at {module}:{trace.tb_lineno}"


def _open_app(measure: bool) -> int:
    from ui.screen import why_no_window  # noqa: PLC0415  # commands do not need it

    reason = why_no_window()
    if reason is not None:
        from ui.commands import TOPICS  # noqa: PLC0415  # as above

        words = ", ".join(topic.name for topic in TOPICS)
        return complain(f"no window can be opened: {reason}. Commands that need no screen: {words}")
    # Nothing is garbage yet, and looking for it takes a tenth of the start; the first paint allows it again.
    gc.disable()
    from ui.desktop import run_desktop  # noqa: PLC0415  # loads Qt

    return run_desktop(measure=measure)


if __name__ == "__main__":
    sys.exit(main())

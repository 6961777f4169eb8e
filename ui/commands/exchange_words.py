"""The words of ``dictamen site``, and those of ``dictamen cases`` that exchange cases with other sites."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

Command = Callable[[argparse.Namespace], int]
Unlocking = Callable[[argparse.ArgumentParser], None]


class Menu(Protocol):
    """Where the words are added."""

    def add(self, name: str, summary: str, command: Command | None = None) -> argparse.ArgumentParser:
        """One more command."""


def add_site_words(sites: Menu, unlocking: Unlocking) -> None:
    """Add the words of ``dictamen site``; ``unlocking`` adds the options by which a person signs in."""
    name = sites.add("name", "give this site the name by which others know it, and keys", _name)
    name.add_argument("name", metavar="NAME")
    show = sites.add("show", "this site's card, to be given to other sites", _show)
    show.add_argument("--out", type=Path, metavar="CARD.txt", help="default: on standard output")
    trust = sites.add("trust", "enter another site, whose parcels then are taken", _trust)
    trust.add_argument("card", type=Path, metavar="CARD.txt")
    trust.add_argument(
        "--fingerprint", metavar="F", help="as the other site reads it out; a card with another is refused"
    )
    listing = sites.add("list", "the sites that were entered, with their fingerprints", _list)
    listing.add_argument("--json", action="store_true")
    drop = sites.add("drop", "take a site out: no parcel from it is taken any more", _drop)
    drop.add_argument("name", metavar="SITE")
    renew = sites.add("renew", "replace this site's keys; others need its card again", _renew)
    for parser in (name, show, trust, listing, drop, renew):
        unlocking(parser)


def add_case_words(cases: Menu, unlocking: Unlocking) -> None:
    """Add the words of ``dictamen cases``; ``unlocking`` as in ``add_site_words``."""
    pack = cases.add("pack", "seal cases into a parcel that one other site can open", _pack)
    pack.add_argument("--to", required=True, metavar="SITE")
    which = pack.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", action="append", metavar="ID")
    which.add_argument("--all-changed", action="store_true", help="every case that the site may lack")
    pack.add_argument("--have", type=Path, metavar="LIST", help="a list of what the site has, written there")
    pack.add_argument("--out", required=True, type=Path, metavar="PARCEL")
    unpack = cases.add(
        "unpack",
        "take a parcel, all of it or nothing; exit code 1 where a case then has two versions",
        _unpack,
    )
    unpack.add_argument("parcel", type=Path, metavar="PARCEL")
    unpack.add_argument(
        "--want",
        type=Path,
        metavar="LIST",
        help="where to write what is here, if the parcel builds on more; default: beside the parcel",
    )
    have = cases.add("have", "write for a site the list of what is here", _have)
    have.add_argument("--for", dest="to", required=True, metavar="SITE")
    have.add_argument("--case", action="append", metavar="ID", help="default: all")
    have.add_argument("--out", required=True, type=Path, metavar="LIST")
    settle = cases.add(
        "settle", "show the versions of a case that two sites changed, or settle which stands", _settle
    )
    settle.add_argument("id", metavar="ID")
    settle.add_argument("--take", type=int, metavar="N", help="the version that stands")
    settle.add_argument(
        "--part", action="append", default=[], metavar="PATH=N", help="a part that another version gives"
    )
    settle.add_argument("--json", action="store_true")
    for parser in (pack, unpack, have, settle):
        unlocking(parser)


def _name(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.name(options)


def _show(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.show(options)


def _trust(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.trust(options)


def _list(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.listing(options)


def _drop(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.drop(options)


def _renew(options: argparse.Namespace) -> int:
    from ui.commands import sites  # noqa: PLC0415

    return sites.renew(options)


def _pack(options: argparse.Namespace) -> int:
    from ui.commands import exchange  # noqa: PLC0415

    return exchange.pack(options)


def _unpack(options: argparse.Namespace) -> int:
    from ui.commands import exchange  # noqa: PLC0415

    return exchange.unpack(options)


def _have(options: argparse.Namespace) -> int:
    from ui.commands import exchange  # noqa: PLC0415

    return exchange.have(options)


def _settle(options: argparse.Namespace) -> int:
    from ui.commands import settle  # noqa: PLC0415

    return settle.settle(options)

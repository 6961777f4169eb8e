"""The words of ``dictamen site``, and those of ``dictamen cases`` that exchange cases with other sites."""

from pathlib import Path

from ui.commands.menu import Menu, Parser, Work, add_unlocking

_SITES = "ui.commands.sites"
_PARCELS = "ui.commands.exchange"


def add_site_words(parser: Parser) -> None:
    """What may follow ``dictamen site``."""
    sites = Menu(parser)
    name = sites.add(
        "name", "give this site the name by which others know it, and keys", Work(_SITES, "name")
    )
    name.add_argument("name", metavar="NAME")
    show = sites.add("show", "this site's card, to be given to other sites", Work(_SITES, "show"))
    show.add_argument("--out", type=Path, metavar="CARD.txt", help="default: on standard output")
    trust = sites.add("trust", "enter another site, whose parcels then are taken", Work(_SITES, "trust"))
    trust.add_argument("card", type=Path, metavar="CARD.txt")
    trust.add_argument(
        "--fingerprint", metavar="F", help="as the other site reads it out; a card with another is refused"
    )
    listing = sites.add(
        "list", "the sites that were entered, with their fingerprints", Work(_SITES, "listing")
    )
    listing.add_argument("--json", action="store_true")
    drop = sites.add("drop", "take a site out: no parcel from it is taken any more", Work(_SITES, "drop"))
    drop.add_argument("name", metavar="SITE")
    renew = sites.add("renew", "replace this site's keys; others need its card again", Work(_SITES, "renew"))
    for each in (name, show, trust, listing, drop, renew):
        add_unlocking(each)


def add_parcel_words(cases: Menu) -> None:
    """Add the commands to the menu of ``dictamen cases``."""
    pack = cases.add("pack", "seal cases into a parcel that one other site can open", Work(_PARCELS, "pack"))
    pack.add_argument("--to", required=True, metavar="SITE")
    which = pack.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", action="append", metavar="ID")
    which.add_argument("--all-changed", action="store_true", help="every case that the site may lack")
    pack.add_argument("--have", type=Path, metavar="LIST", help="a list of what the site has, written there")
    pack.add_argument("--out", required=True, type=Path, metavar="PARCEL")
    unpack = cases.add(
        "unpack",
        "take a parcel, all of it or nothing; exit code 1 where a case then has two versions",
        Work(_PARCELS, "unpack"),
    )
    unpack.add_argument("parcel", type=Path, metavar="PARCEL")
    unpack.add_argument(
        "--want",
        type=Path,
        metavar="LIST",
        help="where to write what is here, if the parcel builds on more; default: beside the parcel",
    )
    have = cases.add("have", "write for a site the list of what is here", Work(_PARCELS, "have"))
    have.add_argument("--for", dest="to", required=True, metavar="SITE")
    have.add_argument("--case", action="append", metavar="ID", help="default: all")
    have.add_argument("--out", required=True, type=Path, metavar="LIST")
    settle = cases.add(
        "settle",
        "show the versions of a case that two sites changed, or settle which stands",
        Work("ui.commands.settle", "settle"),
    )
    settle.add_argument("id", metavar="ID")
    settle.add_argument("--take", type=int, metavar="N", help="the version that stands")
    settle.add_argument(
        "--part", action="append", default=[], metavar="PATH=N", help="a part that another version gives"
    )
    settle.add_argument("--json", action="store_true")
    for parser in (pack, unpack, have, settle):
        add_unlocking(parser)

"""The words of ``dictamen retention``."""

from ui.commands.menu import Menu, Parser, Work, add_unlocking

HOLD_REASONS = ("litigation", "audit", "appeal", "investigation", "other")
"""Those of ``app.casebook.holds``, which takes longer to load than to say what is wrong with a word."""

_WORK = "ui.commands.retention"


def add_retention_words(parser: Parser) -> None:
    """What may follow ``dictamen retention``."""
    retention = Menu(parser)
    listing = retention.add("list", "cases past their retention, holds, purges", Work(_WORK, "listing"))
    listing.add_argument("--json", action="store_true")
    propose = retention.add("propose", "propose cases for purging", Work(_WORK, "propose"))
    propose.add_argument("id", nargs="*", metavar="ID")
    propose.add_argument("--all", action="store_true", help="every case that may be purged")
    confirm = retention.add("confirm", "purge what another person proposed, for good", Work(_WORK, "confirm"))
    withdraw = retention.add("withdraw", "take a proposal back", Work(_WORK, "withdraw"))
    hold = retention.add("hold", "keep a case whatever its retention", Work(_WORK, "hold"))
    hold.add_argument("--reason", required=True, choices=HOLD_REASONS)
    release = retention.add("release", "take a hold away", Work(_WORK, "release"))
    for each in (confirm, withdraw):
        each.add_argument("proposal", metavar="PROPOSAL", help="its number, such as P-123456")
    for each in (hold, release):
        each.add_argument("id", metavar="ID")
    for each in (listing, propose, confirm, withdraw, hold, release):
        add_unlocking(each)

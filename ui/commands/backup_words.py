"""The words of ``dictamen backup``."""

from ui.commands.menu import Menu, Parser, Work, add_unlocking, folder

_WORK = "ui.commands.backup"


def add_backup_words(parser: Parser) -> None:
    """What may follow ``dictamen backup``."""
    backup = Menu(parser)
    make = backup.add("make", "make a backup now and check it", Work(_WORK, "make"))
    make.add_argument("--to", type=folder, metavar="DIR", help="default: the folder of the daily backups")
    make.add_argument(
        "--daily", action="store_true", help="this day's own, where it is still to be made; for a timer"
    )
    schedule = backup.add("schedule", "where the backup of each day of use goes", Work(_WORK, "schedule"))
    where = schedule.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", type=folder, metavar="DIR", help="a folder on another disk")
    where.add_argument("--off", action="store_true", help="no daily backups")
    listing = backup.add("list", "the backups in a folder, the newest first", Work(_WORK, "listing"))
    listing.add_argument("--json", action="store_true")
    verify = backup.add(
        "verify", "check a backup where it lies; exit code 1 on any finding", Work(_WORK, "verify")
    )
    restore = backup.add(
        "restore", "say what would be lost, and replace the casebook", Work(_WORK, "restore")
    )
    restore.add_argument("--yes", action="store_true", help="replace the casebook that is here")
    for each in (make, schedule, verify, restore):
        add_unlocking(each)
    add_unlocking(listing, required=False)
    for each in (verify, restore):
        each.add_argument("backup", metavar="BACKUP", help="its folder; with --from its name, or 'latest'")
    for each in (listing, verify, restore):
        each.add_argument("--from", dest="source", type=folder, metavar="DIR", help="where backups lie")

"""``dictamen site``: this site's card, and the other sites that are entered here."""

import argparse

from app.casebook.sites import Site
from app.errors import InvalidInput
from app.exchange import card_text
from app.files import write_file
from ui.commands.output import say, say_json
from ui.commands.people import unlock


def name(options: argparse.Namespace) -> int:
    """Name this site.

    Raises:
        DictamenError: who signs in may not, or the name cannot be used.
    """
    with unlock(options) as casebook:
        site = casebook.sites.name(options.name).site
    say(f"this site is {site.name}, fingerprint {site.fingerprint}; 'dictamen site show' prints its card")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print this site's card, or write it.

    Raises:
        DictamenError: the site has no name yet, or the file cannot be written.
    """
    with unlock(options) as casebook:
        site = casebook.sites.require_own().site
    if options.out is None:
        say(site.card.rstrip("\n"))
    else:
        write_file(options.out, site.card.encode())
        say(f"wrote {options.out}; fingerprint {site.fingerprint}")
    return 0


def trust(options: argparse.Namespace) -> int:
    """Enter another site.

    Raises:
        DictamenError: who signs in may not, or the card cannot be used.
    """
    card = card_text(options.card)
    with unlock(options) as casebook:
        try:
            site = casebook.sites.trust(card, options.fingerprint)
        except InvalidInput as error:
            raise error.in_source(str(options.card)) from None
    say(f"entered {site.name}, fingerprint {site.fingerprint}")
    if options.fingerprint is None:
        say("compare the fingerprint with the other site by telephone before anything is packed or unpacked")
    return 0


def listing(options: argparse.Namespace) -> int:
    """The sites that were entered.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        own, others = casebook.sites.own(), casebook.sites.trusted()
    if options.json:
        say_json({"own": own and _told(own.site), "others": [_told(site) for site in others]})
        return 0
    if own is not None:
        say(f"this site: {own.site.name}  {own.site.fingerprint}")
    for site in others:
        say(f"{site.name}  {site.fingerprint}")
    if not others:
        say("no other site was entered")
    return 0


def drop(options: argparse.Namespace) -> int:
    """Take a site out.

    Raises:
        DictamenError: who signs in may not, or there is no such site.
    """
    with unlock(options) as casebook:
        site = casebook.sites.drop(options.name)
    say(f"{site.name} is taken out; what came from it stays")
    return 0


def renew(options: argparse.Namespace) -> int:
    """Replace this site's keys.

    Raises:
        DictamenError: who signs in may not, or the site has no name yet.
    """
    with unlock(options) as casebook:
        site = casebook.sites.renew().site
    say(f"{site.name} has new keys, fingerprint {site.fingerprint}; give every other site its card again")
    return 0


def _told(site: Site) -> dict[str, str]:
    return {"name": site.name, "fingerprint": site.fingerprint, "key": site.key_id}

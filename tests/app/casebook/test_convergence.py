"""Whatever sites do in whatever order: in the end all of them have the same revisions, and none is lost."""

import random
from pathlib import Path

import pytest

from tests.app.casebook.sites_of_a_test import At, sites

CASES = [f"C-{number}" for number in range(4)]
STEPS = 60
DEEDS = ("save", "save", "save", "send", "send", "send some", "lose", "settle")


def send(site: At, other: At, case_ids: list[str] | None = None) -> None:
    """Pack what the other site lacks, and have it taken."""
    if parcel := site.pack(other, case_ids):
        other.exchange.unpack(parcel)


def act(made: list[At], chance: random.Random, step: int) -> None:
    """One site does something."""
    site, other = chance.sample(made, 2)
    forked = [row.case_id for row in site.book.forks.rows()]
    match chance.choice(DEEDS):
        case "save":
            case_id = chance.choice(CASES)
            if case_id not in forked:
                site.save(case_id, step=step)
        case "send":
            send(site, other)
        case "send some":
            send(site, other, [row.case_id for row in site.book.worklist() if chance.random() < 1 / 2])
        case "lose":
            site.pack(other)
        case "settle" if forked:
            fork = site.book.forks.find(chance.choice(forked))
            site.book.forks.settle(fork, {"member": "M 1", "settled": step})


@pytest.mark.parametrize("seed", range(12))
def test_sites_end_with_the_same_cases_whatever_the_order(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # no secrets
    with sites(tmp_path, chance.choice((2, 3))) as made:
        for step in range(STEPS):
            act(made, chance, step)
        everything = {name: set().union(*(site.ids(name) for site in made)) for name in CASES}
        for _ in made:
            for site in made:
                for other in made:
                    if other is not site:
                        send(site, other)
        for site in made:
            assert {name: site.ids(name) for name in CASES} == everything
            assert {name: site.tips(name) for name in CASES} == {n: made[0].tips(n) for n in CASES}
            marked = {row.case_id for row in site.book.forks.rows()}
            assert marked == {name for name in CASES if len(site.tips(name)) > 1}
            assert site.book.verify() == []

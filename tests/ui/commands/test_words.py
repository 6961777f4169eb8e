"""Every word of the command line leads to work that is there, which is loaded when it runs and not before."""

import argparse
from collections.abc import Iterator

import pytest

from app.casebook.holds import HoldReason
from tests.app.test_core_import import loaded_by
from ui.commands.menu import Parser, Work
from ui.commands.parser import TOPICS, Topic, parser_for
from ui.commands.retention_words import HOLD_REASONS


def _below(parser: argparse.ArgumentParser) -> dict[str, Parser]:
    choices = [action.choices for action in parser._actions if isinstance(action.choices, dict)]
    return choices[0] if choices else {}


def _leaves(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parsers below which there are no more words."""
    below = _below(parser)
    for each in below.values():
        yield from _leaves(each)
    if not below:
        yield parser


EVERY_TOPIC = parser_for([topic.name for topic in TOPICS])
LEAVES = list(_leaves(EVERY_TOPIC))


def test_every_topic_leads_to_words() -> None:
    assert list(_below(EVERY_TOPIC)) == [topic.name for topic in TOPICS]
    assert len(LEAVES) > len(TOPICS)


@pytest.mark.parametrize("parser", LEAVES, ids=lambda parser: parser.prog)
def test_the_work_of_every_word_is_there_and_takes_the_options(parser: Parser) -> None:
    work = parser.get_default("command")
    assert isinstance(work, Work)
    command = work.load()
    assert command.__module__ == work.module
    assert command.__code__.co_argcount == 1
    assert command.__annotations__["return"] is int
    assert f"dictamen {parser.get_default('through')}" == parser.prog


def test_no_two_words_do_the_same_work() -> None:
    works = [parser.get_default("command") for parser in LEAVES]
    assert len({(work.module, work.name) for work in works}) == len(works)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_has_its_words_wherever_it_is_named(topic: Topic) -> None:
    name = topic.name
    alone = _below(parser_for(["--measure-start", name]))[name]
    assert alone.format_help() == _below(EVERY_TOPIC)[name].format_help()
    assert alone.format_help() != _below(parser_for([]))[name].format_help() or name == "doctor"


def test_judging_a_case_loads_the_words_of_no_other_topic_and_no_other_work() -> None:
    case = "resources/samples/01-initial-single-agent.json"
    loaded = loaded_by(
        f"import io; from ui.main import main; out, sys.stdout = sys.stdout, io.StringIO(); "
        f"main(['evaluate', {case!r}]); sys.stdout = out"
    )
    words = {name for name in loaded if name.endswith("_words") and name.startswith("ui.commands.")}
    assert words == {"ui.commands.evaluate_words"}
    assert loaded.isdisjoint({"app.casebook", "reports", "cryptography", "pikepdf", "PySide6", "sqlite3"})


def test_holds_can_have_each_reason_that_there_is() -> None:
    assert tuple(HoldReason) == HOLD_REASONS

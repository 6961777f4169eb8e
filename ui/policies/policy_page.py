"""One policy as it is read, on a page that scrolls; a person may ask for one of its parts."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from app.plan import plan
from app.policy import Policy
from app.policy_file import installed_policies, policies_of
from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column, Row, empty
from ui.kit.buttons import LinkButton
from ui.kit.card import Card
from ui.kit.dates import show_date
from ui.kit.flow import Flow
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import PageTitle, Secondary, SectionTitle
from ui.policies.cards import PartCard, cards_of
from ui.policies.paper_card import PaperCard
from ui.policies.parts import part_name
from ui.policies.words import tr
from ui.session import Session

_WIDTH = 860


class PolicyPage(ScrollPage):
    """Title, what the policy is about, the plan's own document, links to the parts, and the parts as cards.

    Attributes:
        policy: what is shown.
        above: a column between the head and the parts, for whoever has more to show.
        below: a column after them.

    Signals:
        paper_asked(object): a person wants to read the plan's own document (an ``Attachment``).
    """

    paper_asked = Signal(object)

    def __init__(self, name: str, session: Session) -> None:
        super().__init__(name)
        self._language = session.language
        self.paper = PaperCard(session)
        self.paper.opened.connect(self.paper_asked)
        self.policy: Policy | None = None
        self._title, self._lead = PageTitle(), Secondary()
        self._title.setObjectName(f"{name}/title")
        self._lead.setObjectName(f"{name}/lead")
        self._middle = QWidget()
        inside = Column(self._middle, gap=12)
        words = Column(gap=2)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        inside.addLayout(words)
        self.above, self._parts, self.below = Column(gap=12), Column(gap=12), Column(gap=12)
        for part in (self.above, self._parts, self.below):
            inside.addLayout(part)
        self.above.addWidget(self.paper)
        row = Row()
        row.addWidget(self._middle, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        self._cards: dict[str, PartCard] = {}
        theme.changes().changed.connect(self._fit)
        self._fit()

    def show_policy(self, policy: Policy) -> None:
        """Show this one."""
        self.policy = policy
        self._title.setText(policy.title[self._language])
        self._lead.setText(_lead(policy, self._language))
        empty(self._parts)
        made = cards_of(policy, self._language)
        self._cards = {card.part: card for card in made}
        self.paper.show_number(policy.number)
        self._parts.addWidget(self._contents())
        for card in made:
            self._parts.addWidget(card)

    def go_to(self, part: str) -> None:
        """Bring a part to sight, its link focused."""
        card = self._cards.get(part)
        if card is None:
            return
        link = self.findChild(LinkButton, f"policy/to/{part}")
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inside.adjustSize()
        self.bring_to_sight(card)

    def take_focus(self) -> None:
        """Give the focus to the first control."""
        link = self.findChild(LinkButton)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self) -> Card:
        card = Card("policy/contents", gap=4)
        card.column.addWidget(SectionTitle(tr("On this page")))
        links = QWidget()
        flow = Flow(links, gap=8)
        for part in self._cards:
            link = LinkButton(part_name(part), f"policy/to/{part}")
            link.clicked.connect(lambda _checked=False, part=part: self.go_to(part))
            flow.addWidget(link)
        card.column.addWidget(links)
        return card

    def _fit(self) -> None:
        self._middle.setMaximumWidth(px(_WIDTH))


def _lead(policy: Policy, language: str) -> str:
    drug = policy.drug
    lines = ", ".join(policy.lines_of_business)
    return " ".join(
        (
            f"{policy.number}, {_plan_name(policy, language)} ({lines}).",
            f"{drug.generic} ({drug.brand}), {drug.route[language]}.",
            _in_force(policy),
        )
    )


def _plan_name(policy: Policy, language: str) -> str:
    with suppress(DictamenError):  # a plan whose file is not here is told by its id
        return plan(policy.plan).name[language]
    return policy.plan


def _in_force(policy: Policy) -> str:
    """Since when this file counts, and whether another one took over."""
    first = show_date(policy.revisions[0].effective)
    files = policies_of(policy.number)
    later = files[files.index(policy) + 1 :] if policy in files else ()
    if later:
        until = show_date(later[0].revisions[0].effective)
        return tr("In force from {0} until {1}, when the next file took over.").format(first, until)
    return tr("In force from {0} on.").format(first)


def policy_of(number: str) -> Policy:
    """The file of an installed policy that is nearest to today."""
    return installed_policies()[number]

"""The policies that are installed: one as it is read, the plan's own document beside it, and adding files."""

from app.policy import Policy
from app.policy_file import installed_shelf
from ui import messages
from ui.kit.boxes import at_left
from ui.kit.choice_fields import ComboField
from ui.kit.dates import show_date
from ui.policies.add_card import AddCard
from ui.policies.policy_page import PolicyPage, policy_of
from ui.policies.words import tr
from ui.session import Session


class PoliciesPage(PolicyPage):
    """The place of the policies between cases."""

    def __init__(self, session: Session) -> None:
        super().__init__("policies", session)
        self.setAccessibleName(tr("Policies"))
        self._session = session
        self._listed: dict[str, Policy] = {}
        self.which = ComboField("policies/which", tr("Policy and file"))
        self.which.committed.connect(self._show_chosen)
        self.above.insertLayout(0, at_left(self.which))
        self.add = AddCard(session)
        self.add.added.connect(self._take_added)
        self.below.addWidget(self.add)
        self.refresh()

    def refresh(self) -> None:
        """List the files that are installed now; the one that was shown stays in sight."""
        shown = self.policy
        self._listed = _listed()
        self.which.combo.clear()
        for key, policy in self._listed.items():
            since = show_date(policy.revisions[0].effective)
            words = f"{policy.number}, {policy.drug.generic} ({policy.drug.brand})"
            self.which.add_option(key, tr("{0}, from {1}").format(words, since))
        self.which.setVisible(len(self._listed) > 1)
        kept = shown is not None and shown.sha256 in self._listed
        self._show(shown if kept and shown is not None else policy_of(next(iter(self._numbers()))))

    def wait(self) -> None:
        """Wait for the check that is under way; stop what is being sealed."""
        self.add.wait()
        self.paper.stop()

    def _take_added(self, what: str) -> None:
        self.refresh()
        messages.info(tr("{0} counts from now on.").format(what))

    def show_part(self, number: str, part: str) -> None:
        """Show a part of the file of a policy that counts today."""
        self._show(policy_of(number))
        self.go_to(part)

    def _numbers(self) -> list[str]:
        return [policy.number for policy in self._listed.values()]

    def _show_chosen(self) -> None:
        chosen = self.which.value()
        if chosen is not None:
            self._show(self._listed[chosen])

    def _show(self, policy: Policy) -> None:
        self.which.set_value(policy.sha256)
        self.show_policy(policy)


def _listed() -> dict[str, Policy]:
    """Every installed file by its checksum, by number, the newest first."""
    shelf = installed_shelf()
    return {policy.sha256: policy for number in shelf.numbers for policy in reversed(shelf.of(number))}

"""The policy's diagnosis codes, to be ticked instead of typed."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.policy import Policy
from ui.kit.choices import CheckRow
from ui.kit.columns import Columns
from ui.review.desk import CaseDesk
from ui.review.slots import list_at

_PATH = "request.icd10"


class CodeOffers(QWidget):
    """One check row per code that the policy lists; ticked while the request names it."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__()
        self.setObjectName("request/icd10/offers")
        self._desk = desk
        self._checks: dict[str, CheckRow] = {}
        self._grid = Columns(self)
        for code, words in _listed(desk.policy, desk.language).items():
            check = CheckRow(code, f"request/icd10/{code}", words, self)
            check.clicked.connect(lambda ticked, code=code: self._tick(code, ticked=ticked))
            self._grid.add_option(check, check.face)
            self._checks[code] = check
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def refresh(self) -> None:
        """Tick what the request names now."""
        named = list_at(self._desk.record.case, _PATH)
        for code, check in self._checks.items():
            check.setChecked(code in named)

    def _tick(self, code: str, *, ticked: bool) -> None:
        named = [one for one in list_at(self._desk.record.case, _PATH) if one != code]
        self._desk.set(_PATH, [*named, code] if ticked else named)


def _listed(policy: Policy, language: str) -> dict[str, str]:
    return {code.code: code.text[language] for code in policy.codes if code.code in policy.icd10}

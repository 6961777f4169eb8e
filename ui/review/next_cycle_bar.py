"""Which cycle comes next, with a link that takes it; or which letter the case makes longer."""

from app.course_notices import SuggestedCycle, suggested_cycle
from app.policy import Purpose
from ui.kit.dates import show_date
from ui.kit.notices import Notice, NoticeBar
from ui.review.desk import CaseDesk
from ui.review.slots import table_at
from ui.review.words import tr


class NextCycleBar(NoticeBar):
    """Hidden while nothing is known of the course; nothing is taken unless a person takes it."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("request/next_cycle", Notice.INFO, "", icon="calendar-days")
        self._desk = desk
        self._suggested: SuggestedCycle | None = None
        self._take = self.add_action("", "request/take_cycle")
        self._take.clicked.connect(self.take)
        self.hide()

    def refresh(self) -> None:
        """Show what is known now."""
        desk = self._desk
        self._suggested = suggested_cycle(desk.course, desk.record, desk.judgment)
        said = self._words()
        if said != self.text():
            self.show_text(said)
        number = self._suggested.number if self._suggested else 0
        can_take = bool(said) and number not in {0, desk.judgment.request.cycle}
        self._take.setVisible(can_take and desk.case.why_read_only is None)
        self._take.set_words(tr("Take cycle {0}").format(number))

    def take(self) -> None:
        """Put the suggested cycle into the request, with the purpose that goes with it."""
        if self._suggested is None:
            return
        number = self._suggested.number
        request = table_at(self._desk.record.case, "request")
        purpose = Purpose.INITIAL if number == 1 else Purpose.CONTINUATION
        if request.get("purpose") != purpose:
            request.pop("extension", None)
        self._desk.set("request", {**request, "purpose": purpose.value, "cycle": number})

    def _words(self) -> str:
        amends = table_at(self._desk.record.case, "amends")
        if amends:
            return self._amends_words()
        course, suggested = self._desk.course, self._suggested
        if suggested is None or not (course.cycles or course.other_payer_cycles is not None):
            return ""
        return (
            f"{tr('Cycle {0} comes next.').format(suggested.number)} {suggested.reason[self._desk.language]}"
        )

    def _amends_words(self) -> str:
        review = self._desk.judgment.review
        amends = review.case.amends if review else None
        if amends is None:
            return tr("This case makes an approved first cycle longer.")
        words = tr("This case makes the first cycle longer that letter {0} approved, to {1}.")
        return words.format(amends.letter_number, show_date(amends.last_day))

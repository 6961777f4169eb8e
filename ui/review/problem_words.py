"""What is wrong with a field of the request, in words for the person at the screen."""

from app.case_parts import HEIGHT_CM, WEIGHT_KG
from app.laboratory import LAB_NUMBERS
from ui.kit.numbers import show_number
from ui.review.words import tr


def problem_words(label: str, field: str, problem: str) -> str:
    """The sentence at the field.

    Args:
        label: the field's label.
        field: its path in the case file, such as ``request.cycle``.
        problem: what the case file's reader says of it; shown where there are no better words.
    """
    return _better_words(field.partition("[")[0], problem) or f"{label} {problem}."


def _better_words(field: str, problem: str) -> str:
    sentences = {
        "request.cycle": tr("A continuation is for cycle 2 or a later one: enter its number."),
        "request.cycles_requested": tr("Enter how many cycles are asked for: 1 or more."),
        "request.doses_mg": tr("Enter an amount in mg for each day, above 0 and not too high, or for none."),
        "request.extension": tr("Only cycle 1 can be made longer."),
        "member.mbi": tr("This is no Medicare number: 11 letters and digits, such as 1EG4TE5MK73."),
        "prescriber.npi": tr("This is no NPI: 10 digits, of which the last checks the others."),
        "measurements.height_cm": tr("Enter the height in cm, {0} to {1}."),
        "measurements.weight_kg": tr("Enter the weight in kg, {0} to {1}."),
        "laboratory.marrow_blasts_percent": tr("Enter the blasts in percent of the cells, 0 to 100."),
        "laboratory.platelets_e9_per_l": tr("Enter the platelets in ×10^9/L, 0 to {0}."),  # noqa: RUF001 - as printed
        "laboratory.anc_e9_per_l": tr("Enter the ANC in ×10^9/L, 0 to {0}."),  # noqa: RUF001 - as printed
        "laboratory.cycle": tr("Enter the number of the cycle in which they were taken."),
        "laboratory.mrd.sensitivity": tr("Enter it as a fraction, such as 0.0001 for 1 cell in 10,000."),
    }
    if field == "request.treatment_dates":
        return _date_words(problem)
    if field == "member.birth_date" and problem.startswith("is after"):
        return tr("The birth date is after the first treatment day.")
    if field == "request.received_at" and problem.startswith("is before"):
        return tr("This is before the policy came into force.")
    figures = {
        "measurements.height_cm": HEIGHT_CM,
        "measurements.weight_kg": WEIGHT_KG,
        **{f"laboratory.{name}": (show_number(number.most),) for name, number in LAB_NUMBERS.items()},
    }
    return sentences.get(field, "").format(*figures.get(field, ()))


def _date_words(problem: str) -> str:
    if problem.startswith("must be the first"):
        return tr("Day 1 is the first treatment day: enter the same date.")
    if problem.startswith("must be later"):
        return tr("This is not later than the date before it.")
    return tr("Enter a date for each treatment day, or for none.")

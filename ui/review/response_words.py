"""Laboratory values, their thresholds and what they suggest, in words."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from app.definition import Threshold
from app.facts import Value
from app.laboratory import LAB_NUMBERS, Measured, UnitOffer
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import Policy, Question
from app.response import MrdAssessment, MrdFinding, ResponseAssessment, ThresholdFinding
from ui.kit.numbers import show_number
from ui.review.values import amount, joined
from ui.review.words import tr


def value_name(name: str) -> str:
    """What a laboratory value is called, as the label of its field."""
    return {
        "marrow_blasts_percent": tr("Marrow blasts"),
        "peripheral_blasts": tr("Leukemic blasts in the blood"),
        "platelets_e9_per_l": tr("Platelets"),
        "anc_e9_per_l": tr("Neutrophils (ANC)"),
        "extramedullary_disease": tr("Disease outside the marrow"),
    }[name]


def value_words(name: str, value: Measured | None) -> str:
    """A value with its unit: ``4 %``, ``None``; ``Missing`` without one."""
    if value is None:
        return tr("Missing")
    if isinstance(value, Decimal):
        return amount(value, LAB_NUMBERS[name].unit)
    return tr("Present") if value else tr("None")


def bound_words(threshold: Threshold) -> str:
    """What a threshold asks for: ``below 5 %``, ``none``."""
    if not isinstance(threshold.bound, Decimal):
        return tr("present") if threshold.bound else tr("none")
    words = {
        "below": tr("below {0}"),
        "at_least": tr("at least {0}"),
        "at_most": tr("at most {0}"),
        "above": tr("above {0}"),
    }
    return words[threshold.operator].format(amount(threshold.bound, threshold.unit))


def status_words(status: Status) -> str:
    """How a value stands to its threshold."""
    return {MET: tr("met"), NOT_MET: tr("not met"), UNKNOWN: tr("missing")}[status]


def answer_name(question: Question, answer: Value | None, language: str) -> str:
    """An answer as briefly as the policy file has it: ``CR``."""
    choice = next((one for one in question.choices if one.value == answer), None)
    if choice is None:
        return ""
    return (choice.result or choice.text)[language]


def answer_title(question: Question, answer: Value, language: str) -> str:
    """An answer as its card has it: ``CR, complete remission``."""
    return next((one.text[language] for one in question.choices if one.value == answer), str(answer))


def threshold_words(answers: Sequence[str], finding: ThresholdFinding, *, is_spare: bool) -> str:
    """Whose threshold it is, what it asks for, and how the value stands: ``CR and CRi: below 5 %, met``."""
    stands = tr("not needed") if is_spare else status_words(finding.status)
    return tr("{0}: {1}, {2}").format(joined(answers), bound_words(finding.threshold), stands)


def suggestion_words(policy: Policy, found: ResponseAssessment, language: str) -> str:
    """What the values say, or which of them are missing."""
    if found.suggestion is None or policy.response is None:
        return tr("Not known yet. Missing: {0}.").format(names(found.missing))
    question = policy.questions[policy.response.question]
    return tr("These values show: {0}.").format(answer_title(question, found.suggestion, language))


def names(values: Iterable[str]) -> str:
    """An enumeration of laboratory values, within a sentence."""
    listed = [value_name(name) for name in values]
    return joined([words[:1].lower() + words[1:] for words in listed])


def offer_words(offer: UnitOffer) -> str:
    """What a count would be if the report gave it per microliter."""
    unit = LAB_NUMBERS[offer.name].unit
    converted = amount(offer.converted, unit)
    if offer.is_sure:
        return tr("{0} per microliter is {1}.").format(show_number(offer.typed), converted)
    words = tr("{0} is unusually high. If the report gives it per microliter, it is {1}.")
    return words.format(amount(offer.typed, unit), converted)


def mrd_words(found: MrdAssessment) -> str:
    """What an MRD report shows, and why it does not show MRD negativity."""
    words = {
        MrdFinding.NEGATIVE: tr("This report shows MRD negativity."),
        MrdFinding.POSITIVE: tr("MRD is positive."),
        MrdFinding.NO_RESULT: tr("Not shown negative: the result is missing."),
        MrdFinding.NO_SENSITIVITY: tr("Not shown negative: the sensitivity of the method is missing."),
        MrdFinding.TOO_INSENSITIVE: tr(
            "Not shown negative: a method that finds {0} cannot show it; {1} is needed."
        ),
    }
    needed = cell_words(found.rule.sensitivity_at_most)
    given = found.mrd.sensitivity
    return words[found.finding].format("" if given is None else cell_words(given), needed)


def cell_words(share: Decimal) -> str:
    """A share of cells: ``1 cell in 10,000``."""
    cells = (1 / share).quantize(Decimal(1)) if share else Decimal(0)
    return tr("1 cell in {0}").format(show_number(cells))

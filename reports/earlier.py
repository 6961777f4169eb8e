"""What an earlier letter decided, read from the letter itself, for one that is to take its place."""

from io import BytesIO

import pikepdf

from app.errors import DictamenError
from reports.content_check import allowed_decision, embedded, policy_known, readable_case, same_result
from reports.replaced import Earlier
from reports.verdict import Refused


def earlier_letter(pdf: bytes) -> Earlier:
    """The letter's number and decision.

    Raises:
        DictamenError: the file is no letter of this program, or was made under another version of the policy.
    """
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            carried = embedded(opened)
        case = readable_case(carried.case)
        policy_known(case, carried.result)
        decided = allowed_decision(same_result(case, carried.result), carried.record)
    except (Refused, pikepdf.PdfError) as error:
        raise DictamenError(f"The letter that is to be replaced cannot be used: {error}") from error
    return Earlier(carried.record.number, decided)

"""Body surface area: published formulas in exact decimals, as a registry.

Heights in cm, weights in kg, areas in m². A new formula is one function here and one row in its test.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

# 40 digits: far beyond the two decimals that are used, so that rounding happens once, at the end.
_EXACT = Context(prec=40, rounding=ROUND_HALF_UP)

Compute = Callable[[Decimal, Decimal], Decimal]


class Formula(NamedTuple):
    """A formula by its author, with the paper it comes from."""

    name: str
    title: str
    source: str
    compute: Compute


class BodySurface(NamedTuple):
    """A body surface area in m², rounded half up, and the formula it comes from."""

    formula: str
    m2: Decimal


def _power(base: Decimal, exponent: str) -> Decimal:
    return _EXACT.power(base, Decimal(exponent))


def _product(*factors: Decimal) -> Decimal:
    result = Decimal(1)
    for factor in factors:
        result = _EXACT.multiply(result, factor)
    return result


def _mosteller(height: Decimal, weight: Decimal) -> Decimal:
    return _EXACT.sqrt(_EXACT.divide(_product(height, weight), Decimal(3600)))


def _allometric(factor: str, height_exponent: str, weight_exponent: str) -> Compute:
    def compute(height: Decimal, weight: Decimal) -> Decimal:
        return _product(Decimal(factor), _power(height, height_exponent), _power(weight, weight_exponent))

    return compute


def _boyd(height: Decimal, weight: Decimal) -> Decimal:
    # Boyd's exponent falls with the decimal logarithm of the weight in grams (not kg, not the natural one).
    grams = _product(weight, Decimal(1000))
    slope = _product(Decimal("0.0188"), _EXACT.log10(grams))
    exponent = _EXACT.subtract(Decimal("0.7285"), slope)
    return _product(Decimal("0.0003207"), _power(height, "0.3"), _EXACT.power(grams, exponent))


_REGISTERED = (
    Formula("mosteller", "Mosteller", "Mosteller RD. N Engl J Med 1987;317:1098", _mosteller),
    Formula(
        "dubois",
        "DuBois and DuBois",
        "DuBois D, DuBois EF. Arch Intern Med 1916;17:863",
        _allometric("0.007184", "0.725", "0.425"),
    ),
    Formula(
        "haycock",
        "Haycock",
        "Haycock GB, Schwartz GJ, Wisotsky DH. J Pediatr 1978;93:62",
        _allometric("0.024265", "0.3964", "0.5378"),
    ),
    Formula(
        "gehan_george",
        "Gehan and George",
        "Gehan EA, George SL. Cancer Chemother Rep 1970;54:225",
        _allometric("0.0235", "0.42246", "0.51456"),
    ),
    Formula("boyd", "Boyd", "Boyd E. The growth of the surface area of the human body, 1935", _boyd),
    Formula(
        "fujimoto",
        "Fujimoto",
        "Fujimoto S, Watanabe T, et al. Nippon Eiseigaku Zasshi 1968",
        _allometric("0.008883", "0.663", "0.444"),
    ),
    Formula("takahira", "Takahira", "Takahira H. 1925", _allometric("0.007241", "0.725", "0.425")),
    Formula(
        "schlich_women",
        "Schlich, women",
        "Schlich E, Schumm M, Schlich M. 2010",
        _allometric("0.000975482", "1.08", "0.46"),
    ),
    Formula(
        "schlich_men",
        "Schlich, men",
        "Schlich E, Schumm M, Schlich M. 2010",
        _allometric("0.000579479", "1.24", "0.38"),
    ),
)

FORMULAS: Mapping[str, Formula] = {formula.name: formula for formula in _REGISTERED}


def body_surface(height_cm: Decimal, weight_kg: Decimal, formula: str, decimals: int = 2) -> BodySurface:
    """The body surface area in m² by a registered formula, rounded half up before it is used."""
    exact = FORMULAS[formula].compute(height_cm, weight_kg)
    return BodySurface(formula, exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT))

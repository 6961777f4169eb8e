"""The work: requests, policies, findings, regimens, determinations and the casebook. Knows no Qt and no PDF."""

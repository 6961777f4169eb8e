"""The work: requests, policies, findings, regimens, determinations and the casebook. No Qt, no PDF."""

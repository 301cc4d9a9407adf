"""An invented profile with every key."""

from __future__ import annotations

FULL = """\
# Mine.
language: fr
claims:
  - excel:advanced
  - phrase: paying bills   # for the whole office
    skill: accounts-payable
    level: 4
    last_used: 2025
    evidence:
      - kind: work
        text: 3 years at a dental office
        date: 2025-06
        hours: 1200
awards:
  - name: Payroll basics
    issuer: A college
    credential: payroll-basics
    awarded: 2024-05
    expires: 2027-05-31
    verification: checked
    alignments:
      - {name: Payroll, framework: ESCO, code: S1, url: "https://example.org/s1"}
learning:
  - kind: book
    text: A book about ledgers
    skills: [bookkeeping, "sql:basic"]
    hours: 12.5
    date: 2026-10-02
    url: https://example.org/book
corrections:
  - {phrase: sage, skill: accounting-software, verdict: confirmed}
targets: [bookkeeper, "12200"]
hours_per_week: 6
budget: 800
"""

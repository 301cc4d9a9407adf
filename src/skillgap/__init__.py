"""skillgap: what a person can do, what work asks for, and what closes the gap."""

from __future__ import annotations

__version__ = "0.1.0"

"""Advice: the gap, the fit, what to take. Pure functions of records, one topic a file.

Nothing is gathered here: a command imports the function it needs from the module that
is named after it, and pays for no other (``skillgap`` itself gathers the verbs).
"""

"""The reference engine: a parameter set and what happened -> what may be declared, and until when.

It knows nothing but the contract (`parameterset`), the calendar and the findings, so that any other engine can do
the same with the exported files alone.
"""

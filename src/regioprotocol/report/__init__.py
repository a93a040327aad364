"""Findings and answers as text, JSON or GitHub annotations. Prints nothing itself."""

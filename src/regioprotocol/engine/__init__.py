"""The reference engine: a parameter set and messages in, findings out. It knows nothing but the parameter set."""

"""Properties that the model must have whatever its numbers are, fast enough to try on mutants.

Each property is a function without arguments that runs the model and answers with what is wrong,
a sentence each. None of them compares with recorded output.
"""

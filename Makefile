# Each target is one command; CONTRIBUTING.md has the same without make.
.PHONY: setup play test check scenarios bench book wheel
PYTHON ?= python3

setup test:
	$(PYTHON) start.py test
play:
	$(PYTHON) start.py
check:
	bash .ci/run
scenarios:
	$(PYTHON) start.py check scenarios
bench:
	.venv/bin/python benchmarks.py
book:
	$(PYTHON) start.py book
wheel:
	.venv/bin/python -m pip wheel --no-deps --wheel-dir dist .

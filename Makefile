# make demo: everything from nothing to the exported parameter set of the real region.
# make test: everything that must hold before a change goes in.
PYTHON ?= python3
BIN := .venv/bin
REGIO := midden-ijssel-oost-veluwe

.PHONY: demo test bench lint types layers unit requirements clean

demo: .venv/.ready
	@$(BIN)/python -m regioprotocol validate .
	@$(BIN)/python -m regioprotocol summary $(REGIO)
	@$(BIN)/python -m regioprotocol explain $(REGIO) vow.gebruik --als wet=Wmo
	@$(BIN)/python -m regioprotocol explain $(REGIO) vot.indientermijn --als productgroep=sggz
	@$(BIN)/python -m regioprotocol explain $(REGIO) declaratie.eenheid --als eenheid=04
	@$(BIN)/python -m regioprotocol export $(REGIO) standaard --uit build/parameterset

test: .venv/.ready-test lint types layers unit

lint: .venv/.ready-test
	$(BIN)/python -m ruff check src tests benchmarks
	$(BIN)/python -m ruff format --check src tests benchmarks

types: .venv/.ready-test
	$(BIN)/python -m mypy

layers: .venv/.ready-test
	$(BIN)/python -c "from importlinter.cli import lint_imports_command; lint_imports_command()" --no-cache

unit: .venv/.ready-test .venv/.ready-node .venv/.ready-browser
	$(BIN)/python -m pytest -n auto

# An environment knows the folder in which it was made: in a copy of the folder it is made to fit, also without network.
ifneq ($(shell cat .venv/.plaats 2>/dev/null),$(CURDIR))
.PHONY: .venv/.ready
endif

.venv/.ready: requirements/build.txt requirements/runtime.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	echo "$(CURDIR)" > .venv/.plaats
	touch $@

.venv/.ready-test: .venv/.ready requirements/all.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/all.txt
	touch $@

# What vendors use to make types from the schema. Without npm those tests say that they were skipped.
.venv/.ready-node: requirements/node/package-lock.json | .venv/.ready
	@mkdir -p .venv/node && cp requirements/node/package.json requirements/node/package-lock.json .venv/node/
	@if command -v npm >/dev/null; then npm ci --prefix .venv/node --no-audit --no-fund --silent && touch $@; \
	else echo "npm ontbreekt: de typen voor leveranciers worden niet getest"; fi

# A browser from the system's packages, to look at the site with. Without one those tests say that they were skipped.
.venv/.ready-browser: | .venv/.ready
	@if [ -n "$$CHROMIUM" ] || command -v chromium chromium-browser google-chrome >/dev/null; then touch $@; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "Chromium installeren"; \
	{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1 && touch $@ \
	|| echo "Chromium kon niet worden geinstalleerd: de site wordt niet in een browser getest"; \
	else echo "Chromium ontbreekt: de site wordt niet in een browser getest"; fi

# Ratios against named peers, in one run on this machine; installs the peers first.
bench: .venv/.ready-bench
	$(BIN)/python benchmarks/bench.py

.venv/.ready-bench: .venv/.ready requirements/bench.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

# Renew the pins; needs uv. No addresses end up in the files.
UVC := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --no-emit-index-annotation
requirements:
	echo hatchling | $(UVC) - -o requirements/build.txt
	$(UVC) pyproject.toml -c requirements/build.txt -o requirements/runtime.txt
	$(UVC) pyproject.toml --extra tabellen -c requirements/build.txt -c requirements/runtime.txt -o requirements/tabellen.txt
	$(UVC) pyproject.toml --extra berichten -c requirements/build.txt -c requirements/runtime.txt -o requirements/berichten.txt
	$(UVC) pyproject.toml --extra site -c requirements/build.txt -c requirements/runtime.txt -o requirements/site.txt
	$(UVC) pyproject.toml --extra document -c requirements/build.txt -c requirements/runtime.txt -c requirements/site.txt -o requirements/document.txt
	$(UVC) pyproject.toml --extra all -c requirements/build.txt -c requirements/runtime.txt -c requirements/site.txt -o requirements/all.txt
	$(UVC) pyproject.toml --extra bench -c requirements/build.txt -c requirements/runtime.txt -c requirements/site.txt -o requirements/bench.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis

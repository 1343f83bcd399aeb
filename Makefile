# make map and make test install what is missing, build, and say where to look; make help lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.SECONDEXPANSION:
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
BUILD := .build-release
ECOMAP := $(BUILD)/bin/ecomap
DATASETS := $(patsubst datasets/%/,%,$(wildcard datasets/*/))
SOURCES := Package.swift $(shell find Sources -type f -not -path 'Sources/Benchmarks/*' -not -path '*.docc/*')
COMMANDS = $(shell $(ECOMAP) --help | awk '/^SUBCOMMANDS:/ { on = 1; next } on && /^  [a-z]/ { print $$1 }')
# A program that starts without loading libraries that it does not call, and without moving itself about in memory, starts in a third
# of the time.
LINKING := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie)

.PHONY: help
help: ## Lists what make can do.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: dependencies
dependencies:
	@.ci/install-dependencies

# The program ---------------------------------------------------------------------------------------

.PHONY: build
build: dependencies $(ECOMAP) ## Builds the ecomap command.
	@echo "The command is $(ECOMAP); make install puts it in place."

$(BUILD)/built: $(SOURCES)
	@.ci/install-dependencies
	@echo "Building ecomap; the first time takes some minutes."
	@mkdir -p $(dir $(ECOMAP))
	@swift build -c release $(LINKING) --scratch-path $(BUILD) --product ecomap >$(BUILD)/build.log 2>&1 || { grep -E 'error|warning' $(BUILD)/build.log >&2 || cat $(BUILD)/build.log >&2; exit 1; }
	@cp $(BUILD)/release/ecomap $(ECOMAP).new
	@strip -S $(ECOMAP).new # the names of functions stay, so that a backtrace can be read
	@cmp -s $(ECOMAP).new $(ECOMAP) && rm $(ECOMAP).new || mv $(ECOMAP).new $(ECOMAP)
	@touch $@

# Newer than the pictures only if it is another program.
$(ECOMAP): $(BUILD)/built ;

# Pictures ------------------------------------------------------------------------------------------

.PHONY: map
map: dependencies $(DATASETS:%=output/%/.drawn) ## Draws the datasets that changed into output/.
	@echo "Maps of $(words $(DATASETS)) datasets are in output/; start with output/enhertu/map.svg."

# Drawn beside the old pictures and swapped for them, so that none of a former view is left over.
output/%/.drawn: $(ECOMAP) $$(wildcard datasets/$$*/*)
	@echo "Drawing datasets/$*."
	@rm -rf output/$*.new
	@mkdir -p output/$*.new
	@$(ECOMAP) map datasets/$* -o output/$*.new/map.svg -o output/$*.new/map.png 2>output/$*.new/.log || { cat output/$*.new/.log >&2; exit 1; }
	@$(ECOMAP) map datasets/$* --all-views -o output/$*.new --format svg --format png 2>output/$*.new/.log || { cat output/$*.new/.log >&2; exit 1; }
	@rm -rf output/$* output/$*.new/.log
	@mv output/$*.new output/$*
	@touch $@

.PHONY: gallery
gallery: dependencies $(ECOMAP) ## Draws the pictures of the README again, with the commands beside them.
	@mkdir -p output/gallery
	@grep -oE 'ecomap [a-z]+ [^`]* -o output/gallery/[^`]*' README.md | while read -r command; do \
	  eval "$(BUILD)/bin/$$command" </dev/null; \
	done
	@echo "The pictures of the README are in output/gallery."

# Checks --------------------------------------------------------------------------------------------

.PHONY: test
test: dependencies ## Lints, builds and runs every test; AGAIN=1 even if nothing has changed.
	@.ci/test

.PHONY: interop
interop: $(ECOMAP) ## Sends the datasets through networkx, igraph, openpyxl and dot, and back.
	@.ci/interop $(ECOMAP)

SECONDS ?= 60

.PHONY: fuzz
fuzz: dependencies ## Gives each reader mutated inputs for SECONDS=60, which none may break.
	@.ci/fuzz $(SECONDS)

# The graphs of the benchmark, as ../shared/bench/generate.py writes them.
BENCH_DATA ?= output/bench/data
BENCH := Sources/Benchmarks/.build/release/GraphBenchmarks

.PHONY: bench
bench: dependencies ## Measures GraphCore into output/bench/ours.jsonl; QUICK=1 takes a minute.
	@mkdir -p output/bench
	@[ -d $(BENCH_DATA) ] || { [ -f ../shared/bench/generate.py ] && python3 ../shared/bench/generate.py $(BENCH_DATA); } \
	  || { echo "error: no graphs in $(BENCH_DATA); name their folder with BENCH_DATA=FOLDER" >&2; exit 1; }
	@swift build --quiet -c release $(LINKING) --package-path Sources/Benchmarks
	@rm -f output/bench/ours.jsonl
	@$(BENCH) $(BENCH_DATA) $(if $(QUICK),--quick) --out output/bench/ours.jsonl
	@echo "The measurements are in output/bench/ours.jsonl."

# Installing ----------------------------------------------------------------------------------------

$(BUILD)/share/.made: $(ECOMAP) .ci/manual.awk
	@mkdir -p $(BUILD)/share
	@for shell in bash zsh fish; do $(ECOMAP) --generate-completion-script $$shell >$(BUILD)/share/ecomap.$$shell; done
	@version=$$($(ECOMAP) --version); \
	COLUMNS=10000 $(ECOMAP) --help | awk -v name=ecomap -v version=$$version -f .ci/manual.awk >$(BUILD)/share/ecomap.1; \
	for command in $(COMMANDS); do \
	  COLUMNS=10000 $(ECOMAP) help $$command | awk -v name=ecomap-$$command -v version=$$version -f .ci/manual.awk >$(BUILD)/share/ecomap-$$command.1; \
	done
	@touch $@

.PHONY: install
install: $(BUILD)/share/.made ## Installs the command, its man pages and completions under PREFIX=/usr/local.
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	@install -m 755 $(ECOMAP) "$(DESTDIR)$(PREFIX)/bin/ecomap"
	@install -m 644 $(BUILD)/share/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1"
	@install -m 644 $(BUILD)/share/ecomap.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ecomap"
	@install -m 644 $(BUILD)/share/ecomap.zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ecomap"
	@install -m 644 $(BUILD)/share/ecomap.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ecomap.fish"
	@echo "ecomap is in $(DESTDIR)$(PREFIX)/bin; try: ecomap --help"

.PHONY: uninstall
uninstall: ## Removes what make install put in place.
	@rm -f "$(DESTDIR)$(PREFIX)/bin/ecomap" "$(DESTDIR)$(PREFIX)"/share/man/man1/ecomap{,-*}.1 \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ecomap" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ecomap" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ecomap.fish"
	@echo "ecomap is no longer in $(DESTDIR)$(PREFIX)."

.PHONY: package
package: $(BUILD)/share/.made ## Makes a tarball, a Debian package and a Python wheel with all libraries inside, in output/packages.
	@.ci/install-dependencies patchelf
	@.ci/package $(ECOMAP) $(BUILD)/share output/packages

# Documentation -------------------------------------------------------------------------------------

LIBRARIES := Ecomap GraphCore GraphvizKit EcosystemModel Interchange Insights Cartography Publishing Viewer Commands

.PHONY: docs
docs: dependencies ## Builds the documentation of the libraries into output/docs.
	@mkdir -p output
	@ECOMAP_DOCS=1 swift package --allow-writing-to-directory output \
	  generate-documentation $(LIBRARIES:%=--target %) --enable-experimental-combined-documentation \
	  --disable-indexing --transform-for-static-hosting --output-path output/docs
	@echo "The documentation is in output/docs; python3 -m http.server -d output/docs, or any web server, shows it."

.PHONY: clean
clean: ## Removes everything built and drawn, but not the gallery.
	@rm -rf .build .build-release .build-test .build-interop
	@find output -mindepth 1 -maxdepth 1 -not -name gallery -exec rm -rf {} + 2>/dev/null || true
	@echo "Removed the builds and what was drawn into output/."

# `make run` and `make test` do everything from a fresh clone, the missing Debian packages included.
# FLAGS goes to swift: make test FLAGS='--filter CheckingTests'

.PHONY: help run test check format docs benchmark benchmark-portal fuzz clean

help:
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 20

DATA = demo
PORT = 8080
run: ## set up, build, and serve the portal's demonstration on this machine (DATA=demo PORT=8080)
	@scripts/bootstrap run
	swift run $(FLAGS) underlag serve --demo --data $(DATA) --port $(PORT)

test: ## set up, build, and run every test
	@scripts/bootstrap
	@scripts/check-architecture
	swift test $(FLAGS)

check: ## formatting, the order of the rooms, and the definitions
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources
	@scripts/check-architecture
	swift run $(FLAGS) underlag definitions lint Definitions

format: ## format the sources in place, then say what formatting cannot mend
	swift format format --in-place --recursive --parallel Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources
	swift format lint --recursive --parallel Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources

ROOMS = Tabular Storage Vocabulary Definitions Checking Register Statistics Publication
docs: ## the public types as web pages, a folder a room, in .build/docs
	@mkdir -p .build/docs
	for room in $(ROOMS); do \
	  swift package --allow-writing-to-directory .build/docs generate-documentation --target $$room \
	    --output-path .build/docs/$$room --transform-for-static-hosting --hosting-base-path $$room || exit 1; \
	done

benchmark: ## beside polars, DuckDB and others on the same files, into Benchmarks/RESULTS.md (ARGS='--help')
	@scripts/bootstrap benchmark
	swift build -c release --static-swift-stdlib --product underlag
	.venv/bin/python Benchmarks/run $(ARGS)

benchmark-portal: ## everybody delivers at once, a kill in the middle, pages under load, into Benchmarks/PORTAL.md
	@scripts/bootstrap benchmark
	swift build -c release --static-swift-stdlib --product underlag
	Benchmarks/portal/run $(ARGS)

SECONDS = 60
fuzz: ## every fuzz target for SECONDS each (60); what crashes is kept in Fuzz/crashes
	@scripts/bootstrap
	Fuzz/run $(SECONDS)

clean: ## remove what was built
	swift package clean
	rm -rf Fuzz/.build Benchmarks/data

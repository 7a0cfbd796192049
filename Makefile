# qda: tools for coding interviews.  See README.md; `make help` lists targets.
VERSION = 1.0
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec
DATADIR = $(PREFIX)/share
MANDIR  = $(DATADIR)/man
O       = build

CC      = gcc
CFLAGS  = -O2 -g
WARN    = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Wformat=2 \
	-Wimplicit-fallthrough
SAFE    = -fstack-protector-strong $(if $(findstring -O0,$(CFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
PKGS    = sqlite3 libxml-2.0 libpcre2-8 libzip libutf8proc libsodium zlib
# asked once, and only when something is built: a new machine has no pkg-config
PKGFLAGS = $(eval PKGFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PKGFLAGS)
PKGLIBS  = $(eval PKGLIBS := $$(shell pkg-config --libs $(PKGS)) -lcsv -lxlsxwriter -lm)$(PKGLIBS)
COMPILE = $(CC) -std=c11 -D_GNU_SOURCE -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK -DQDA_VERSION='"$(VERSION)"' \
	-Iinclude -Isrc $(WARN) $(SAFE) $(PKGFLAGS) -MMD -MP $(CFLAGS)
LINK    = $(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed

ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc) --no-print-directory
endif
V       =
SAY     = $(if $V,,@echo '  $@'; )# make V=1 prints whole commands

FLOORS  = base db formats stats study verbs
SQL     = $(sort $(wildcard schema/*.sql))
LISTS   = $(sort $(wildcard schema/checklists/*.xml))
SOURCES = $(sort $(foreach f,$(FLOORS),$(wildcard src/$f/*.c)))
OBJECTS = $(SOURCES:src/%.c=$O/%.o) $O/db/schema.o $O/formats/checklists.o
TOOLS   = $(sort $(patsubst src/tools/%.c,%,$(filter-out %-front.c,$(wildcard src/tools/qda*.c))))
FRAME   = $(patsubst src/%.c,$O/%.o,$(sort $(wildcard src/tools/cli*.c)))
PROGRAMS = $(TOOLS:%=$O/bin/%)
# tools that write or read documents and sheets: once more, in libexec, with the
# libraries that takes
HEAVY   = $(patsubst src/tools/%.c,%,$(shell grep -lE '"[a-z ]*\b(docx|odt)\b[a-z ]*", examples|cli_(run_with|table)_libraries' src/tools/qda*.c))
LIBRARIES = $(addprefix -u ,qda_doc_docx qda_doc_odt qda_transcript_read qda_cells_read qda_checklist_parse)
TABLES  = $(patsubst src/tools/%.c,%,$(shell grep -lE '"[a-z ]*\bxlsx\b[a-z ]*", examples' src/tools/qda*.c))
WRITES_TOO = $(if $(filter $(TABLES) test-unit,$(@F)),-u qda_doc_xlsx)
HELPERS = qda-front $(HEAVY)
PAGES   = $(sort $(wildcard man/*.[1-9]))
MO      = $(patsubst src/po/%.po,$O/share/locale/%/LC_MESSAGES/qda.mo,$(wildcard src/po/*.po))
BUILTMAN = $(foreach p,$(PAGES),$O/share/man/man$(subst .,,$(suffix $p))/$(notdir $p))
COMPLETE = $(addprefix $O/share/,bash-completion/completions/qda zsh/site-functions/_qda fish/vendor_completions.d/qda.fish)
UNIT    = $(sort $(wildcard tests/unit/*.c))

all: $(PROGRAMS) $(HELPERS:%=$O/libexec/%) $(MO) $(BUILTMAN) $(COMPLETE)

$O/libqda.a: $(OBJECTS)
	$(SAY)rm -f $@ && ar rcs $@ $^
$O/bin/%: $O/tools/%.o $(FRAME) $O/libqda.a
	@mkdir -p $(@D)
	$(SAY)$(LINK) -o $@ $^ $(PKGLIBS)
$O/bin/qda: $O/tools/qda.o $O/tools/cli_verb.o
	@mkdir -p $(@D)
	$(SAY)$(LINK) -o $@ $^
$O/libexec/%: $O/tools/%.o $(FRAME) $O/libqda.a
	@mkdir -p $(@D)
	$(SAY)$(LINK) $(if $(filter %-front,$@),,$(LIBRARIES) $(WRITES_TOO)) -o $@ $^ $(PKGLIBS)
$O/%.o: src/%.c
	@mkdir -p $(@D)
	$(SAY)$(COMPILE) -c -o $@ $<
$O/%.o: $O/%.c
	$(SAY)$(COMPILE) -c -o $@ $<
$O/db/schema.c: src/db/embed.sh $(SQL)
	@mkdir -p $(@D)
	$(SAY)sh src/db/embed.sh qda_schema $(SQL) > $@
$O/formats/%.list: schema/checklists/%.xml src/formats/pack.sh
	@mkdir -p $(@D)
	$(SAY)sh src/formats/pack.sh $< > $@
$O/formats/checklists.c: src/db/embed.sh $(LISTS:schema/checklists/%.xml=$O/formats/%.list)
	$(SAY)sh src/db/embed.sh qda_checklists $(filter %.list,$^) > $@
# <PRId64> is for glibc to fill in; src/base/lang.c wants what the compiler reads.
$O/share/locale/%/LC_MESSAGES/qda.mo: src/po/%.po
	@mkdir -p $(@D)
	$(SAY)d=$$(echo PRId64 | $(CC) -include inttypes.h -E -P -x c - | \
	    tail -n 1 | tr -d '" ') && \
	    sed "s/<PRId64>/$$d/g" $< | msgfmt --check -o $@ -
define manpage
$O/share/man/man$(subst .,,$(suffix $1))/$(notdir $1): $1
	@mkdir -p $$(@D) && cp $$< $$@
endef
$(foreach p,$(PAGES),$(eval $(call manpage,$p)))
$O/share/bash-completion/completions/qda: src/completion/qda.bash
$O/share/zsh/site-functions/_qda: src/completion/_qda
$O/share/fish/vendor_completions.d/qda.fish: src/completion/qda.fish
$(COMPLETE): $(TOOLS:%=src/tools/%.c)
	@mkdir -p $(@D)
	$(SAY)sed 's/@TOOLS@/$(TOOLS)/' $(filter src/completion/%,$^) > $@
$O/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(SAY)$(COMPILE) -Wno-pedantic $(shell pkg-config --cflags check) -c -o $@ $<
$O/test-unit: $(UNIT:tests/unit/%.c=$O/unit/%.o) $O/libqda.a
	$(SAY)$(LINK) $(LIBRARIES) $(WRITES_TOO) -o $@ $^ $(shell pkg-config --libs check) $(PKGLIBS)

check: ; @sh src/deps.sh build check && $(MAKE) check-now
check-now: all $O/test-unit
	perl tests/run.pl $O $(TESTS)
demo: ; @sh src/deps.sh build demo && $(MAKE) all && sh samples/demo.sh $O
bench: all
	sh tests/bench/run.sh $O
ASAN = O=build/asan CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
check-asan:
	$(MAKE) $(ASAN) check
check-valgrind:
	$(MAKE) O=build/valgrind CFLAGS="-O1 -g -DQDA_NO_JIT" valgrind-now
valgrind-now: $O/test-unit
	CK_FORK=no CK_TIMEOUT_MULTIPLIER=50 valgrind -q --leak-check=full --error-exitcode=9 $O/test-unit > $O/valgrind.log 2>&1 || { grep -v '^ok' $O/valgrind.log; exit 1; }
	tail -n 1 $O/valgrind.log
FUZZED = O=build/fuzzed CC=clang CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" SAFE=
fuzz:# make fuzz SECONDS=600 READERS="docx odt"
	@sh src/deps.sh build fuzz && $(MAKE) $(FUZZED) fuzz-now
fuzz-now: $O/libqda.a
	@mkdir -p $O/fuzz
	$(SAY)$(COMPILE) -fsanitize=fuzzer -u qda_cells_read -o $O/fuzz/readers tests/fuzz/*.c $O/libqda.a $(PKGLIBS)
	sh tests/fuzz/run.sh $O $(or $(SECONDS),60) $(READERS)
COVERED = O=build/covered CC=clang CFLAGS="-O1 -g -fprofile-instr-generate -fcoverage-mapping" SAFE=
fuzz-cover:# after make fuzz: the functions of the readers it did not reach
	@sh src/deps.sh build fuzz cover && $(MAKE) $(COVERED) fuzz-cover-now
fuzz-cover-now: $O/libqda.a
	@mkdir -p $O/fuzz
	$(SAY)$(COMPILE) -fsanitize=fuzzer -u qda_cells_read -o $O/fuzz/readers tests/fuzz/*.c $O/libqda.a $(PKGLIBS)
	sh tests/fuzz/cover.sh build/fuzzed $O $(READERS)
fuzz-tools:# make fuzz-tools ROUNDS=1000 SEED=7
	$(MAKE) $(ASAN) all
	dir=$$(mktemp -d) && cd "$$dir" && echo "in $$dir" && \
		ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=exitcode=99 \
		perl $(CURDIR)/tests/fuzz.pl $(CURDIR)/build/asan $(or $(ROUNDS),300) $(or $(SEED),1)
lint: all
	$(SAY)$(COMPILE) -MF /dev/null -fsyntax-only -Werror tests/fuzz/*.c tests/bench/*.c
	sh tests/lint.sh $O
po:
	sh src/po/update.sh

install: all
	install -d "$(DESTDIR)$(BINDIR)"
	install $(PROGRAMS) "$(DESTDIR)$(BINDIR)"
	install -d "$(DESTDIR)$(LIBEXECDIR)"
	install $(HELPERS:%=$O/libexec/%) "$(DESTDIR)$(LIBEXECDIR)"
	cd $O/share && find . -type f | while read -r f; do \
		case $$f in ./man/*) to="$(MANDIR)/$${f#./man/}";; *) to="$(DATADIR)/$$f";; esac; \
		install -D -m 644 "$$f" "$(DESTDIR)$$to" || exit; done
uninstall:
	cd "$(DESTDIR)$(BINDIR)" && rm -f $(TOOLS)
	cd "$(DESTDIR)$(LIBEXECDIR)" && rm -f $(HELPERS)
	cd $O/share && find . -type f | while read -r f; do \
		case $$f in ./man/*) to="$(MANDIR)/$${f#./man/}";; *) to="$(DATADIR)/$$f";; esac; \
		rm -f "$(DESTDIR)$$to"; done
clean:
	rm -rf build

-include $(shell find $O -name '*.d' -type f 2>/dev/null)
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all check check-now demo bench check-asan check-valgrind valgrind-now fuzz fuzz-now fuzz-cover fuzz-cover-now fuzz-tools lint po install uninstall clean

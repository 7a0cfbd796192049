#!/bin/sh
# deps.sh SET...: installs the Debian packages of the sets (build, check, demo, bench, fuzz, cover)
# that are missing; says what, asks sudo when not root, and is silent when
# everything is there.
set -eu
build='gcc libc6-dev make pkg-config libsqlite3-dev libxml2-dev libpcre2-dev
	libzip-dev libutf8proc-dev libcsv-dev libxlsxwriter-dev libsodium-dev zlib1g-dev gettext'
check='check perl sqlite3 mandoc libxml2-utils unzip'
demo='graphviz'
bench='pcre2-utils sqlite3'
fuzz='clang'
cover='llvm'
want=
for set; do
	case $set in
	build) want="$want $build" ;;
	check) want="$want $check" ;;
	demo) want="$want $demo" ;;
	bench) want="$want $bench" ;;
	fuzz) want="$want $fuzz" ;;
	cover) want="$want $cover" ;;
	*) echo "deps.sh: no set '$set'" >&2; exit 2 ;;
	esac
done
command -v dpkg-query >/dev/null || {
	echo "not a Debian system; these must be there:" $want >&2
	exit 0
}
missing=
for p in $want; do
	case $(dpkg-query -W -f='${Status}' "$p" 2>/dev/null) in
	*' installed') ;;
	*) missing="$missing $p" ;;
	esac
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 || {
	$sudo apt-get update -q
	$sudo apt-get install -y --no-install-recommends $missing
}

# checklists: the grammar takes COREQ and others, and refuses what is wrong
set -u
root=$(pwd)
form=$root/schema/checklists/coreq.rng
work=$(mktemp -d) && cd "$work" || exit 1
trap 'cd / && rm -rf "$work"' EXIT
n=0

# valid NAME; invalid NAME: what the grammar must say of standard input
judge() {
	n=$((n + 1))
	if xmllint --noout --relaxng "$form" - >out 2>&1; then
		got=valid
	else
		got=invalid
	fi
	if [ "$got" = "$1" ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		sed 's/^/# /' out
	fi
}
valid() { judge valid "$1"; }
invalid() {
	judge invalid "$1"
	# refused by the grammar, not because the XML or the grammar is broken
	n=$((n + 1))
	if grep -q 'fails to validate' out; then
		echo "ok $n - ... and by the grammar"
	else
		echo "not ok $n - ... and by the grammar"
		sed 's/^/# /' out
	fi
}
# COREQ with one thing changed by sed
changed() {
	sed "$2" "$root/schema/checklists/coreq.xml" >in
	invalid "$1" <in
}

for f in "$root"/schema/checklists/*.xml; do
	valid "the checklist ${f##*/} is of the form" <"$f"
done

valid 'a checklist without groups and questions is of the form' <<'END'
<checklist name="srqr" xml:lang="en">
  <title>SRQR</title>
  <domain>
    <title>Reporting</title>
    <item number="1"><title>Title</title></item>
    <item number="2"><title>Abstract</title></item>
    <item number="3" prefill="approach" state="declared">
      <title>Qualitative approach and research paradigm</title>
    </item>
  </domain>
</checklist>
END
valid 'a domain may hold items beside its groups, and have no title' <<'END'
<checklist name="own">
  <title xml:lang="de">Eigene</title>
  <reference>Nowhere</reference>
  <domain>
    <item number="1"><title>One</title></item>
    <group><item number="2"><title>Two</title></item><title>G</title></group>
    <item number="3"><title>Three</title></item>
  </domain>
</checklist>
END

changed 'an item has a number' 's/ number="7"//'
changed 'a number has no sign' 's/ number="7"/ number="+7"/'
changed 'a state is one of three' 's/state="judge"/state="yes"/'
changed 'a prefill says its state' '0,/state="declared"/s///'
changed 'a state says its prefill' 's/prefill="gender"//'
changed 'prefills have one blank between them' \
    's/prefill="gender"/prefill="gender  known"/'
changed 'an attribute is a known one' 's/prefill="gender"/& pre="x"/'
changed 'a checklist has a name' 's/ name="coreq"//'
changed 'a name has no space' 's/ name="coreq"/ name="co req"/'
changed 'an item has a title' '/"1"/,/<.item>/{/<title/d}'
changed 'a title has words' 's,>Sampling<,> <,'
changed 'a group has a title' '/<title.*Setting</d; /<title.*Contexte</d'
changed 'a group is in a domain' 's,<\(/\?\)domain>,<\1group>,'
changed 'a language is a language' 's/"fr"/"f_r"/'
invalid 'a domain has items' <<'END'
<checklist name="x"><title>X</title><domain><title>D</title></domain></checklist>
END
invalid 'a checklist has domains' <<'END'
<checklist name="x"><title>X</title></checklist>
END

echo "1..$n"

# qda.bash: completion of qda in bash.  What may stand at the cursor is asked
# of qda itself (`qda --complete WORD...`), which reads the same tables as its
# -h; here a line is only taken apart as bash will, and what comes back quoted.
# No word of it is ever evaluated.

# Sets words (unquoted, the last one is being typed), quote (the mark that is
# open, or nothing), keep (how many characters of the last word bash leaves
# as they are: it replaces what stands behind a mark or one of
# COMP_WORDBREAKS), raw (how what it replaces is typed) and redirected.
_qda_read() {
	local line=$1 part c word= begun=
	words=() quote= keep=0 raw= redirected=
	while [[ -n $line ]]; do
		case $quote in
		\')
			part=${line%%\'*}
			word+=$part
			raw+=$part
			line=${line:${#part}}
			[[ -n $line ]] && quote= keep=${#word} raw= line=${line:1}
			;;
		\")
			part=${line%%[\"\\]*}
			word+=$part
			raw+=$part
			line=${line:${#part}}
			case $line in
			\"*) quote= keep=${#word} raw= line=${line:1} ;;
			\\*)
				c=${line:1:1}
				[[ $c == [\"\\\$\`] ]] || word+=\\
				word+=$c
				raw+=${line:0:2}
				line=${line:2}
				;;
			esac
			;;
		*)
			part=${line%%[[:space:]\"\'\\<>:=@]*}
			word+=$part
			raw+=$part
			[[ -n $part ]] && begun=1
			line=${line:${#part}}
			c=${line:0:1}
			case $c in
			'') continue ;;
			[[:space:]])
				if [[ -n $begun && -z $redirected ]]; then
					words+=("$word")
				fi
				[[ -n $begun ]] && redirected=
				word= begun= keep=0 raw= line=${line:1}
				continue
				;;
			[\<\>])
				[[ -n $begun && $word != [0-9\&] ]] &&
					words+=("$word")
				redirected=1 word= begun= keep=0 raw= line=${line:1}
				continue
				;;
			[\"\'])
				quote=$c keep=${#word} raw= ;;
			\\)
				word+=${line:1:1}
				raw+=${line:0:2}
				line=${line:1}
				;;
			@)	# bash takes this one along
				[[ $COMP_WORDBREAKS == *@* ]] &&
					keep=${#word} raw=
				word+=$c
				raw+=$c
				;;
			*)
				word+=$c
				raw+=$c
				[[ $COMP_WORDBREAKS == *"$c"* ]] &&
					keep=${#word} raw=
				;;
			esac
			begun=1
			line=${line:1}
			;;
		esac
	done
	words+=("$word")
}

# Sets reply: a word as it is typed behind the mark that is open.  Of two marks
# bash takes one away where the word begins, and it adds none where one is the
# end: then there is one more.
_qda_quote() {
	reply=$1
	case $quote in
	\') reply=${reply//\'/\'\\\'\'} ;;
	\")
		reply=${reply//\\/\\\\}
		reply=${reply//\"/\\\"}
		reply=${reply//\$/\\\$}
		reply=${reply//\`/\\\`}
		reply=${reply//!/\"\\!\"}
		;;
	*)
		[[ -z $reply ]] || printf -v reply %q "$1"
		return
		;;
	esac
	[[ $reply != "$quote"* ]] || reply=$quote$reply
	[[ $reply != *"$quote" ]] || reply+=$quote
	[[ -n $reply ]] || reply=$quote$quote
}

_qda() {
	local words quote keep raw redirected reply line word typed same i
	local -a found=()
	COMPREPLY=()
	_qda_read "${COMP_LINE:0:COMP_POINT}"
	while [[ ${#words[@]} -gt 1 && ${words[0]} == *=* ]]; do
		words=("${words[@]:1}")
	done
	[[ ${#words[@]} -gt 1 ]] || return
	if [[ -n $redirected ]]; then
		compopt -o default 2> /dev/null
		return
	fi
	typed=${words[${#words[@]} - 1]}
	mapfile -t found < <("${1/#\~\//$HOME/}" --complete "${words[@]:1}" \
		2> /dev/null < /dev/null)
	for line in "${found[@]}"; do
		word=${line:1}
		word=${word%%$'\t'*}
		case $line in
		/*)
			compopt -o default 2> /dev/null
			return
			;;
		+*) compopt -o nospace 2> /dev/null ;;
		esac
		# what bash leaves as it is typed must be so
		[[ ${word:0:keep} == "${typed:0:keep}" ]] || continue
		_qda_quote "${word:keep}"
		COMPREPLY+=("$reply")
	done
	# Names fit whatever their case and accents.  Where they share less than
	# is typed, bash would take that away: a blank among them keeps it.
	[[ ${#COMPREPLY[@]} -gt 1 ]] || return
	same=${COMPREPLY[0]}
	for word in "${COMPREPLY[@]}"; do
		while [[ $word != "$same"* ]]; do
			same=${same%?}
		done
	done
	[[ ${#same} -ge ${#raw} ]] || COMPREPLY+=(' ')
}

complete -F _qda @TOOLS@

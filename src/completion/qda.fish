# qda.fish: completion of qda in fish.  What may stand at the cursor is asked of
# qda itself (`qda --complete WORD...`), which reads the same tables as its -h;
# fish takes the line apart, quotes what comes back, and looks once more
# whether it fits (by case, not by accents).

function __qda_complete
	set -l words (commandline -opc)
	set -l raw (commandline -ct)
	set -l typed (string unescape -- $raw)
	or switch $raw
		case '"*'
			set typed (string unescape -- $raw'"')
		case "'*"
			set typed (string unescape -- $raw"'")
	end
	set -q words[1]
	and type -q $words[1]
	or return
	for line in ($words[1] --complete $words[2..-1] "$typed" 2> /dev/null < /dev/null)
		switch $line
			case '/*'
				set -l head (string sub -s 2 -- $line)
				set -l path (string sub -s (math (string length -- "$head") + 1) -- "$typed")
				string replace -r '^' -- "$head" (__fish_complete_path "$path")
			case '=*' '+*'
				string sub -s 2 -- $line
		end
	end
end

for tool in @TOOLS@
	complete -c $tool -f -k -a '(__qda_complete)'
end

-- 0001_project.sql: everything a study is.
--
-- Conventions.  Ids are never used again (AUTOINCREMENT).  guid: 16 bytes in
-- order of time, kept as imported, neither unique nor indexed.  key: the name
-- folded (case, apostrophes, blanks), by which names are looked up.  Positions
-- are Unicode code points into the text of a source's revision, start
-- included, end excluded.  Dates are ISO 8601; created is UTC to the second.
-- A yes/no that may be unknown is NULL then.  No cascades, no triggers, no
-- generated columns on what the history records: verbs delete children
-- themselves, and an undo that would orphan later work is refused.

-- The study itself: one row.
CREATE TABLE project (
	id		INTEGER PRIMARY KEY CHECK (id = 1),
	guid		BLOB NOT NULL,
	title		TEXT,
	question	TEXT,		-- the research question
	language	TEXT NOT NULL,	-- fr, en: of exports and answers
	approach	TEXT,		-- in the researcher's words
	sampling	TEXT,		-- the sampling strategy, likewise
	stopping_rule	TEXT,		-- none-new stop=1 min=10
	stopping_declared TEXT,		-- the date it was declared
	ethics		TEXT,		-- reference of the approval or filing
	told_participants TEXT,		-- what they knew of the interviewer
	findings_returned TEXT,		-- when, to whom, what came back
	software	TEXT,		-- other than qda
	created		TEXT NOT NULL
) STRICT;

-- Who interviews, codes, supervises.
CREATE TABLE coder (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	name		TEXT NOT NULL,
	key		TEXT NOT NULL UNIQUE,
	interviewer	INTEGER CHECK (interviewer IN (0, 1)),
	coder		INTEGER CHECK (coder IN (0, 1)),
	supervisor	INTEGER CHECK (supervisor IN (0, 1)),
	credentials	TEXT,
	occupation	TEXT,
	gender		TEXT,
	experience	TEXT,
	training	TEXT,
	created		TEXT NOT NULL
) STRICT;

-- The persons (or other cases) who were approached, by pseudonym.
CREATE TABLE participant (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	name		TEXT NOT NULL,	-- the label: M4
	key		TEXT NOT NULL UNIQUE,
	kind		TEXT NOT NULL DEFAULT 'person'
			CHECK (kind IN ('person', 'case')),
	outcome		TEXT NOT NULL DEFAULT 'included' CHECK (outcome IN
			('included', 'refused', 'no-reply', 'no-date',
			'excluded', 'withdrew')),
	reason		TEXT,		-- of the outcome
	approach	TEXT,		-- how the person was approached
	known		INTEGER CHECK (known IN (0, 1)),
	known_how	TEXT,
	informed	TEXT,		-- yes, no or the date
	consent		TEXT,		-- consent or non-opposition, likewise
	recording	TEXT,		-- agreed to be recorded, likewise
	created		TEXT NOT NULL
) STRICT;

-- Typed variables of participants and of sources.
CREATE TABLE attribute (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	noun		TEXT NOT NULL CHECK (noun IN ('participant', 'source')),
	name		TEXT NOT NULL,
	key		TEXT NOT NULL,
	type		TEXT NOT NULL DEFAULT 'text' CHECK (type IN ('text',
			'number', 'date', 'duration', 'ordered', 'yes/no')),
	levels		TEXT,		-- of an ordered list: a JSON array
	position	INTEGER NOT NULL,	-- order of declaration
	UNIQUE (noun, key)
) STRICT;

CREATE TABLE attribute_value (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	attribute	INTEGER NOT NULL REFERENCES attribute (id),
	participant	INTEGER REFERENCES participant (id),
	source		INTEGER REFERENCES source (id),
	value		TEXT NOT NULL,
	CHECK ((participant IS NULL) <> (source IS NULL)),
	UNIQUE (attribute, participant),
	UNIQUE (attribute, source)
) STRICT;
CREATE INDEX attribute_value_participant ON attribute_value (participant);
CREATE INDEX attribute_value_source ON attribute_value (source);

-- Dated versions of the interview guide.
CREATE TABLE guide (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	version		TEXT NOT NULL,	-- its name: 1, 2, "après P4"
	key		TEXT NOT NULL UNIQUE,
	date		TEXT,
	tested		TEXT,		-- on whom, when; "no" if recorded so
	created		TEXT NOT NULL
) STRICT;

CREATE TABLE guide_question (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guide		INTEGER NOT NULL REFERENCES guide (id),
	position	INTEGER NOT NULL,
	text		TEXT NOT NULL,
	opening		INTEGER NOT NULL DEFAULT 0 CHECK (opening IN (0, 1))
) STRICT;
CREATE INDEX guide_question_guide ON guide_question (guide);

-- One transcript, or any other document under analysis.
CREATE TABLE source (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	name		TEXT NOT NULL,
	key		TEXT NOT NULL UNIQUE,
	kind		TEXT NOT NULL DEFAULT 'interview' CHECK (kind IN
			('interview', 'focus-group', 'note', 'survey-answer',
			'document')),
	position	INTEGER NOT NULL,	-- order of collection
	participant	INTEGER REFERENCES participant (id),
	date		TEXT,
	duration	INTEGER CHECK (duration >= 0),	-- seconds
	setting		TEXT,		-- home, practice...
	medium		TEXT,		-- face to face, telephone, video
	present		TEXT,		-- who else was there; none: nobody
	interviewer	INTEGER REFERENCES coder (id),
	guide		INTEGER REFERENCES guide (id),
	recording	TEXT CHECK (recording IN ('audio', 'video', 'none')),
	destroyed	TEXT,		-- the date the recording was
	transcriber	TEXT,
	software	TEXT,		-- the transcript was made with
	checked		TEXT,		-- the date it was read against the sound
	returned	TEXT,		-- no, a date, an answer
	format		TEXT,		-- txt, md...
	encoding	TEXT,		-- of the file imported
	file		TEXT,		-- its name, only when asked for
	hash		BLOB NOT NULL,	-- of the text as imported
	revision	INTEGER NOT NULL DEFAULT 1,	-- the current one
	words		INTEGER NOT NULL,		-- of the current one
	created		TEXT NOT NULL
) STRICT;
CREATE INDEX source_participant ON source (participant);
CREATE INDEX source_hash ON source (hash);
CREATE INDEX source_position ON source (position);

-- Each text a source has had.
CREATE TABLE source_revision (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	source		INTEGER NOT NULL REFERENCES source (id),
	number		INTEGER NOT NULL,	-- 1 is the text as imported
	hash		BLOB NOT NULL,		-- of source_text
	created		TEXT NOT NULL,
	UNIQUE (source, number)
) STRICT;

-- The texts: UTF-8, NFC, LF, no BOM; never changed.  Outside the history and
-- without a foreign key, so that an import can be undone and redone.
CREATE TABLE source_text (
	id		INTEGER PRIMARY KEY,
	hash		BLOB NOT NULL UNIQUE,	-- BLAKE2b, 32 bytes
	length		INTEGER NOT NULL,	-- code points
	text		TEXT NOT NULL
) STRICT;

-- A voice in a source, and whose it is.
CREATE TABLE speaker (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	source		INTEGER NOT NULL REFERENCES source (id),
	label		TEXT NOT NULL,	-- as written
	key		TEXT NOT NULL,
	role		TEXT NOT NULL CHECK (role IN
			('participant', 'interviewer', 'other')),
	participant	INTEGER REFERENCES participant (id),
	UNIQUE (source, key),
	UNIQUE (source, id)
) STRICT;
CREATE INDEX speaker_participant ON speaker (participant);

-- One speaker's uninterrupted words, the label left out.
CREATE TABLE turn (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	source		INTEGER NOT NULL,
	revision	INTEGER NOT NULL DEFAULT 1,
	seq		INTEGER NOT NULL,	-- 1, 2, 3... in its revision
	speaker		INTEGER NOT NULL,
	"start"		INTEGER NOT NULL CHECK ("start" >= 0),
	"end"		INTEGER NOT NULL CHECK ("end" > "start"),
	time		INTEGER,		-- ms into the recording
	time_end	INTEGER,
	FOREIGN KEY (source, speaker) REFERENCES speaker (source, id)
) STRICT;
-- all that find and the queries ask of a turn, so that they need no more
CREATE INDEX turn_place ON turn
	(source, "start", "end", revision, speaker, seq);

-- What somebody wrote beside a transcript in Word or LibreOffice.  Its words
-- and its author are as in the file: names may be among them.
CREATE TABLE comment (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	source		INTEGER NOT NULL REFERENCES source (id),
	revision	INTEGER NOT NULL DEFAULT 1,
	"start"		INTEGER CHECK ("start" >= 0),	-- NULL: nowhere
	"end"		INTEGER CHECK ("end" >= "start"),	-- same: a point
	author		TEXT,
	date		TEXT,		-- as the file has it
	text		TEXT NOT NULL,
	answers		INTEGER REFERENCES comment (id),	-- a reply
	done		INTEGER NOT NULL CHECK (done IN (0, 1)),
	CHECK (("start" IS NULL) = ("end" IS NULL))
) STRICT;
CREATE INDEX comment_place ON comment (source, "start");
CREATE INDEX comment_answers ON comment (answers);

-- Which source was given to which coder.
CREATE TABLE assignment (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	source		INTEGER NOT NULL REFERENCES source (id),
	coder		INTEGER NOT NULL REFERENCES coder (id),
	blind		INTEGER CHECK (blind IN (0, 1)),
	assigned	TEXT NOT NULL,
	done		TEXT,
	UNIQUE (source, coder)
) STRICT;

-- Properties (open codes) and categories (what groups them).
CREATE TABLE code (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	name		TEXT NOT NULL,
	key		TEXT NOT NULL UNIQUE,
	kind		TEXT NOT NULL DEFAULT 'property'
			CHECK (kind IN ('property', 'category')),
	definition	TEXT,
	use_when	TEXT,
	not_when	TEXT,
	example		TEXT,
	colour		TEXT,		-- #rrggbb
	dimension_from	TEXT,		-- one end of what it varies along
	dimension_to	TEXT,
	role		TEXT CHECK (role IN ('phenomenon', 'cause', 'context',
			'condition', 'strategy', 'consequence')),
	core		INTEGER NOT NULL DEFAULT 0 CHECK (core IN (0, 1)),
	made_in		INTEGER REFERENCES source (id),
	origin		TEXT NOT NULL DEFAULT 'coding' CHECK (origin IN
			('coding', 'grouping', 'hand', 'codebook', 'import')),
	coder		INTEGER REFERENCES coder (id),
	created		TEXT NOT NULL
) STRICT;
CREATE INDEX code_made_in ON code (made_in);

-- Category to member, many to many, acyclic; one membership is the main one.
CREATE TABLE grouping (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	category	INTEGER NOT NULL REFERENCES code (id),
	member		INTEGER NOT NULL REFERENCES code (id),
	position	INTEGER NOT NULL,	-- among the category's members
	main		INTEGER NOT NULL CHECK (main IN (0, 1)),
	coder		INTEGER REFERENCES coder (id),
	created		TEXT NOT NULL,
	CHECK (category <> member),
	UNIQUE (category, member)
) STRICT;
CREATE INDEX grouping_member ON grouping (member);

-- A meaning unit: a stretch one coder cut out because it carries one meaning.
CREATE TABLE unit (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	source		INTEGER NOT NULL REFERENCES source (id),
	revision	INTEGER NOT NULL DEFAULT 1,
	"start"		INTEGER NOT NULL CHECK ("start" >= 0),
	"end"		INTEGER NOT NULL CHECK ("end" > "start"),
	words		TEXT NOT NULL,	-- its own, so that drift is seen
	label		TEXT,		-- the coder's margin note
	coder		INTEGER NOT NULL REFERENCES coder (id),
	made		TEXT NOT NULL DEFAULT 'hand' CHECK (made IN
			('hand', 'search', 'import', 'editor')),
	reviewed	INTEGER CHECK (reviewed IN (0, 1)),
	kind		TEXT NOT NULL DEFAULT 'text',	-- text, source, ...
	created		TEXT NOT NULL,
	UNIQUE (id, source)
) STRICT;
CREATE INDEX unit_place ON unit (source, "start", "end");

-- A property put on a unit by a coder.
CREATE TABLE coding (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	unit		INTEGER NOT NULL,
	source		INTEGER NOT NULL,	-- that of the unit
	code		INTEGER NOT NULL REFERENCES code (id),
	coder		INTEGER NOT NULL REFERENCES coder (id),
	stance		TEXT NOT NULL DEFAULT 'illustrates' CHECK (stance IN
			('illustrates', 'qualifies', 'contradicts')),
	position	TEXT,		-- on the property's dimension
	created		TEXT NOT NULL,
	UNIQUE (unit, code, coder),
	FOREIGN KEY (unit, source) REFERENCES unit (id, source)
) STRICT;
-- all that a matrix counts, in its order
CREATE INDEX coding_code ON coding (code, source, coder, unit);

-- A link between two codes, read as a sentence; without units, a hypothesis.
CREATE TABLE relation (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	"from"		INTEGER NOT NULL REFERENCES code (id),
	type		TEXT NOT NULL,	-- leads-to, favours, ... or a word
	"to"		INTEGER NOT NULL REFERENCES code (id),
	sign		TEXT CHECK (sign IN ('+', '-')),
	memo		TEXT,
	coder		INTEGER REFERENCES coder (id),
	created		TEXT NOT NULL,
	UNIQUE ("from", type, "to")
) STRICT;

CREATE TABLE relation_unit (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	relation	INTEGER NOT NULL REFERENCES relation (id),
	unit		INTEGER NOT NULL REFERENCES unit (id),
	UNIQUE (relation, unit)
) STRICT;
CREATE INDEX relation_unit_unit ON relation_unit (unit);

-- A unit chosen for the manuscript.
CREATE TABLE quotation (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	unit		INTEGER NOT NULL REFERENCES unit (id),
	text		TEXT NOT NULL,	-- with its cuts and insertions
	code		INTEGER REFERENCES code (id),	-- told under
	position	INTEGER NOT NULL,
	place		TEXT,		-- in the manuscript
	coder		INTEGER REFERENCES coder (id),
	created		TEXT NOT NULL
) STRICT;
CREATE INDEX quotation_unit ON quotation (unit);

-- What the coders decided on a disagreement.
CREATE TABLE verdict (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	source		INTEGER NOT NULL REFERENCES source (id),
	revision	INTEGER NOT NULL DEFAULT 1,
	"start"		INTEGER NOT NULL CHECK ("start" >= 0),
	"end"		INTEGER NOT NULL CHECK ("end" > "start"),
	code		INTEGER NOT NULL REFERENCES code (id),
	holds		INTEGER NOT NULL CHECK (holds IN (0, 1)),
	reason		TEXT,
	coder		INTEGER NOT NULL REFERENCES coder (id),
	created		TEXT NOT NULL
) STRICT;

-- Dated text: an idea, a field note, the journal, a decision, a position
-- written before the first interview, the storyline.
CREATE TABLE memo (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	kind		TEXT NOT NULL CHECK (kind IN ('memo', 'field',
			'journal', 'method', 'position', 'theory')),
	date		TEXT NOT NULL,	-- of what it tells
	title		TEXT,
	text		TEXT NOT NULL,
	coder		INTEGER NOT NULL REFERENCES coder (id),
	created		TEXT NOT NULL
) STRICT;

-- What a memo is on: exactly one noun a row.
CREATE TABLE memo_on (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	memo		INTEGER NOT NULL REFERENCES memo (id),
	participant	INTEGER REFERENCES participant (id),
	source		INTEGER REFERENCES source (id),
	code		INTEGER REFERENCES code (id),
	unit		INTEGER REFERENCES unit (id),
	coding		INTEGER REFERENCES coding (id),
	relation	INTEGER REFERENCES relation (id),
	guide		INTEGER REFERENCES guide (id),
	CHECK ((participant IS NOT NULL) + (source IS NOT NULL) +
	    (code IS NOT NULL) + (unit IS NOT NULL) + (coding IS NOT NULL) +
	    (relation IS NOT NULL) + (guide IS NOT NULL) = 1)
) STRICT;
CREATE INDEX memo_on_memo ON memo_on (memo);
CREATE INDEX memo_on_unit ON memo_on (unit);
CREATE INDEX memo_on_coding ON memo_on (coding);
CREATE INDEX memo_on_code ON memo_on (code);
CREATE INDEX memo_on_source ON memo_on (source);

-- What a person answered to an item of a checklist, and accepted.
CREATE TABLE answer (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	guid		BLOB NOT NULL,
	checklist	TEXT NOT NULL,	-- coreq
	item		TEXT NOT NULL,	-- its number
	text		TEXT,		-- NULL: the project's own proposal
	state		TEXT NOT NULL CHECK (state IN
			('written', 'accepted')),
	basis		TEXT,		-- what the project said at that time
	place		TEXT,		-- page of the manuscript
	coder		INTEGER NOT NULL REFERENCES coder (id),
	date		TEXT NOT NULL,
	created		TEXT NOT NULL,
	UNIQUE (checklist, item)
) STRICT;

-- Every change: what `qda log`, `undo` and `redo` read.  Not recorded itself.
-- An undo is an entry of its own (state undo, undoes the change, which is
-- then undone); a redo is one too, and undoes that entry.
CREATE TABLE history (
	id		INTEGER PRIMARY KEY AUTOINCREMENT,
	created		TEXT NOT NULL,
	coder		TEXT,		-- a name: it outlives the coder
	command		TEXT NOT NULL,	-- as typed, after pseudonyms
	message		TEXT,		-- why (-m)
	rows		INTEGER NOT NULL,
	state		TEXT NOT NULL CHECK (state IN ('done', 'undone', 'undo')),
	undoes		INTEGER REFERENCES history (id),
	schema		INTEGER NOT NULL	-- user_version of that time
) STRICT;

-- The changeset of a change, deflated, in pieces.  what = 'change', or
-- 'taken': what an undo took out of the appended rows and a redo puts back.
CREATE TABLE history_piece (
	history		INTEGER NOT NULL REFERENCES history (id),
	what		TEXT NOT NULL CHECK (what IN ('change', 'taken')),
	seq		INTEGER NOT NULL,
	bytes		BLOB NOT NULL,
	PRIMARY KEY (history, what, seq)
) STRICT;

-- Rows that a change only appended: undone by deleting them.
CREATE TABLE history_range (
	history		INTEGER NOT NULL REFERENCES history (id),
	"table"		TEXT NOT NULL CHECK ("table" IN
			('turn', 'unit', 'coding')),
	first		INTEGER NOT NULL,	-- ids, both included
	last		INTEGER NOT NULL,
	rows		INTEGER NOT NULL,	-- fewer where ids were skipped
	PRIMARY KEY (history, "table")
) STRICT;

-- For R, Python, Datasette and plain sqlite3: one row a coding...
CREATE VIEW v_verbatim AS
SELECT source.name || ':' || unit."start" || '-' || unit."end" ||
	CASE WHEN unit.revision > 1 THEN '@' || unit.revision ELSE '' END
	AS address,
	source.name AS source, source.position AS source_order,
	participant.name AS participant, speaker.label AS speaker,
	turn.seq AS turn, code.name AS code, coding.stance, coding.position,
	unit.label, coder.name AS coder, coding.created, unit.words AS text
FROM coding
JOIN unit ON unit.id = coding.unit
JOIN source ON source.id = coding.source
JOIN code ON code.id = coding.code
JOIN coder ON coder.id = coding.coder
LEFT JOIN turn ON turn.id = (SELECT id FROM turn AS t
	WHERE t.source = unit.source AND t."start" < unit."end"
	AND t."end" > unit."start" AND t.revision = unit.revision
	ORDER BY t."start" LIMIT 1)
LEFT JOIN speaker ON speaker.id = turn.speaker
LEFT JOIN participant ON participant.id =
	coalesce(speaker.participant, source.participant);

-- ... one row a code ...
CREATE VIEW v_code AS
SELECT code.name AS code, code.kind, main.name AS category,
	code.definition, code.role, code.core,
	count(coding.id) AS uses, count(DISTINCT coding.source) AS sources,
	count(DISTINCT coding.coder) AS coders, code.created
FROM code
LEFT JOIN grouping ON grouping.member = code.id AND grouping.main = 1
LEFT JOIN code AS main ON main.id = grouping.category
LEFT JOIN coding ON coding.code = code.id
GROUP BY code.id;

-- ... one row a participant and attribute ...
CREATE VIEW v_participant AS
SELECT participant.name AS participant, participant.outcome,
	participant.reason, participant.approach, participant.known,
	participant.consent, attribute.name AS attribute,
	attribute_value.value
FROM participant
LEFT JOIN attribute_value ON attribute_value.participant = participant.id
LEFT JOIN attribute ON attribute.id = attribute_value.attribute;

-- ... one row a source.
CREATE VIEW v_source AS
SELECT source.name AS source, source.kind, source.position AS source_order,
	participant.name AS participant, source.date, source.duration,
	source.setting, source.medium, source.present,
	coder.name AS interviewer, source.words,
	(SELECT count(*) FROM turn WHERE turn.source = source.id
	 AND turn.revision = source.revision) AS turns,
	(SELECT count(*) FROM unit WHERE unit.source = source.id) AS units
FROM source
LEFT JOIN participant ON participant.id = source.participant
LEFT JOIN coder ON coder.id = source.interviewer;

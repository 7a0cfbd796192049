/* coded.h: who has coded what, asked so that few rows are read. */
#ifndef STUDY_CODED_H
#define STUDY_CODED_H

/* Whether that coder has coded that source: by the units of the source. */
#define CODED(coder_id, source_id) \
	"EXISTS (SELECT 1 FROM unit CROSS JOIN coding" \
	" ON coding.unit = unit.id AND coding.coder = " coder_id \
	" WHERE unit.source = " source_id ")"

/* Whether one of the coders in the JSON array ?1 has used that code. */
#define USED(code_id) \
	"EXISTS (SELECT 1 FROM coding WHERE coding.code = " code_id \
	" AND coding.coder IN (SELECT value FROM json_each(?1)))"

#endif

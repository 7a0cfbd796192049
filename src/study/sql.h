/*
 * sql.h: every table of statements, so that a test can prepare them all; each
 * ends with NULL.  Only the query compiler composes SQL besides.
 */
#ifndef STUDY_SQL_H
#define STUDY_SQL_H

extern const char *const qda_assignment_sql[];
extern const char *const qda_attribute_sql[];
extern const char *const qda_coder_sql[];
extern const char *const qda_coder_merge_sql[];
extern const char *const qda_project_sql[];
extern const char *const qda_check_sql[];
extern const char *const qda_check_text_sql[];
extern const char *const qda_incidence_sql[];
extern const char *const qda_incidence_words_sql[];
extern const char *const qda_sound_sql[];
extern const char *const qda_source_sql[];
extern const char *const qda_source_table_sql[];
extern const char *const qda_source_change_sql[];
extern const char *const qda_comment_sql[];
extern const char *const qda_code_sql[];
extern const char *const qda_unit_sql[];
extern const char *const qda_unit_move_sql[];
extern const char *const qda_unit_list_sql[];
extern const char *const qda_unit_table_sql[];
extern const char *const qda_unit_review_sql[];
extern const char *const qda_turn_sql[];
extern const char *const qda_names_sql[];
extern const char *const qda_news_sql[];
extern const char *const qda_participant_sql[];
extern const char *const qda_speaker_sql[];
extern const char *const qda_guide_sql[];
extern const char *const qda_status_sql[];
extern const char *const qda_voice_sql[];
extern const char *const qda_codebook_sql[];
extern const char *const qda_codebook_count_sql[];
extern const char *const qda_grouping_sql[];
extern const char *const qda_code_change_sql[];
extern const char *const qda_memo_sql[];
extern const char *const qda_excerpt_sql[];
extern const char *const qda_query_sql[];
extern const char *const qda_query_attribute_sql[];
extern const char *const qda_query_text_sql[];
extern const char *const qda_query_walk_sql[];
extern const char *const qda_facts_team_sql[];
extern const char *const qda_facts_sample_sql[];
extern const char *const qda_facts_collection_sql[];
extern const char *const qda_facts_analysis_sql[];
extern const char *const qda_facts_quotation_sql[];
extern const char *const qda_answer_sql[];
extern const char *const qda_matrix_sql[];
extern const char *const qda_matrix_axis_sql[];
extern const char *const qda_matrix_meet_sql[];
extern const char *const qda_relation_sql[];
extern const char *const qda_model_sql[];
extern const char *const qda_quotation_sql[];

/* one a line, so that several people can add to it */
#define QDA_ALL_SQL \
	qda_assignment_sql, \
	qda_attribute_sql, \
	qda_coder_sql, \
	qda_coder_merge_sql, \
	qda_project_sql, \
	qda_check_sql, \
	qda_check_text_sql, \
	qda_incidence_sql, \
	qda_incidence_words_sql, \
	qda_sound_sql, \
	qda_source_sql, \
	qda_source_table_sql, \
	qda_source_change_sql, \
	qda_comment_sql, \
	qda_code_sql, \
	qda_unit_sql, \
	qda_unit_move_sql, \
	qda_unit_list_sql, \
	qda_unit_table_sql, \
	qda_unit_review_sql, \
	qda_turn_sql, \
	qda_names_sql, \
	qda_news_sql, \
	qda_participant_sql, \
	qda_speaker_sql, \
	qda_guide_sql, \
	qda_status_sql, \
	qda_voice_sql, \
	qda_codebook_sql, \
	qda_codebook_count_sql, \
	qda_grouping_sql, \
	qda_code_change_sql, \
	qda_memo_sql, \
	qda_excerpt_sql, \
	qda_query_sql, \
	qda_query_attribute_sql, \
	qda_query_text_sql, \
	qda_query_walk_sql, \
	qda_facts_team_sql, \
	qda_facts_sample_sql, \
	qda_facts_collection_sql, \
	qda_facts_analysis_sql, \
	qda_facts_quotation_sql, \
	qda_answer_sql, \
	qda_matrix_sql, \
	qda_matrix_axis_sql, \
	qda_matrix_meet_sql, \
	qda_relation_sql, \
	qda_model_sql, \
	qda_quotation_sql

#endif

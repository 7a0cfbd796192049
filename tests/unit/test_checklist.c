/* test_checklist.c: COREQ as data, other checklists, files that are wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "qda/checklist.h"
#include "qda/mem.h"
#include "suites.h"

static struct qda_checklist	 list;
static struct qda_err		 e;

static int
parse(const char *xml)
{
	return qda_checklist_parse(&list, xml, strlen(xml), "mine.xml", &e);
}

static void
coreq(void)
{
	e.msg[0] = '\0';
	if (qda_checklist_named(&list, "coreq", &e) < 0)
		ck_abort_msg("%s", e.msg);
}

static void
done(void)
{
	qda_checklist_free(&list);
}

static const struct qda_phrases *
title(int number)
{
	const struct qda_checklist_item	*item;

	item = qda_checklist_item(&list, number);
	ck_assert_ptr_nonnull(item);
	return &item->title;
}

START_TEST(coreq_has_32_items_in_8_groups_of_3_domains)
{
	static const int	 groups[] = { 5, 3, 1, 4, 3, 7, 5, 4 };
	static const size_t	 domains[] = { 0, 0, 1, 1, 1, 1, 2, 2 };
	size_t			 i = 0;

	ck_assert_str_eq(list.name, "coreq");
	ck_assert_uint_eq(list.ndomains, 3);
	ck_assert_uint_eq(list.ngroups, 8);
	ck_assert_uint_eq(list.nitems, 32);
	for (size_t g = 0; g < 8; g++) {
		ck_assert_uint_eq(list.groups[g].domain, domains[g]);
		for (int k = 0; k < groups[g]; k++, i++) {
			ck_assert_uint_eq(list.items[i].group, g);
			ck_assert_int_eq(list.items[i].number, (int)i + 1);
		}
	}
}
END_TEST

START_TEST(every_phrase_of_coreq_is_there_in_french_and_in_english)
{
	const struct qda_checklist_item	*item;

	for (int n = 1; n <= 32; n++) {
		item = qda_checklist_item(&list, n);
		ck_assert_uint_eq(item->title.n, 2);
		ck_assert_uint_eq(item->question.n, 2);
		ck_assert_str_ne(qda_phrase_in(&item->question, "fr"),
		    qda_phrase_in(&item->question, "en"));
	}
	for (size_t g = 0; g < list.ngroups; g++)
		ck_assert_uint_eq(list.groups[g].title.n, 2);
	for (size_t d = 0; d < list.ndomains; d++)
		ck_assert_uint_eq(list.domains[d].n, 2);
}
END_TEST

START_TEST(an_item_of_coreq_is_found_by_its_number)
{
	const struct qda_checklist_item	*item = qda_checklist_item(&list, 14);

	ck_assert_str_eq(qda_phrase_in(&item->title, "fr"),
	    "Cadre de la collecte de données");
	ck_assert_str_eq(qda_phrase_in(&item->title, "en"),
	    "Setting of data collection");
	ck_assert_str_eq(item->prefill, "setting");
	ck_assert_str_eq(qda_phrase_in(qda_checklist_group(&list, item),
	    "fr"), "Contexte");
	ck_assert_str_eq(qda_phrase_in(qda_checklist_domain(&list, item),
	    "en"), "Study design");
	ck_assert_ptr_null(qda_checklist_item(&list, 0));
	ck_assert_ptr_null(qda_checklist_item(&list, 33));
}
END_TEST

START_TEST(each_item_of_coreq_has_a_prefill_of_its_own)
{
	for (size_t i = 0; i < list.nitems; i++) {
		ck_assert_ptr_nonnull(list.items[i].prefill);
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(list.items[i].prefill,
			    list.items[k].prefill);
	}
}
END_TEST

/* What no data can answer: 8, 22, 26 and the three that ask for a verdict. */
START_TEST(six_items_of_coreq_are_for_a_person_to_judge)
{
	char	 judged[100] = "";

	for (size_t i = 0; i < list.nitems; i++)
		if (list.items[i].state == QDA_ITEM_JUDGE)
			sprintf(judged + strlen(judged), " %d",
			    list.items[i].number);
	ck_assert_str_eq(judged, " 8 22 26 30 31 32");
	ck_assert_str_eq(qda_item_state_key(QDA_ITEM_JUDGE), "judge");
}
END_TEST

START_TEST(a_checklist_that_is_not_there_is_named)
{
	ck_assert_int_eq(qda_checklist_named(&list, "coreg", &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_str_eq(e.msg, "there is no checklist 'coreg'");
}
END_TEST

#define OPEN	"<checklist name='mine'><title xml:lang='en'>Mine</title>"
#define SHUT	"</checklist>"
#define ITEM(n)	"<item number='" n "'><title xml:lang='en'>T</title></item>"

START_TEST(a_checklist_may_do_without_groups_questions_and_prefills)
{
	const struct qda_checklist_item	*item;

	ck_assert_int_eq(parse(OPEN "<domain>" ITEM("1") ITEM("2")
	    "</domain>" SHUT), 0);
	ck_assert_uint_eq(list.ndomains, 1);
	ck_assert_uint_eq(list.ngroups, 1);
	item = qda_checklist_item(&list, 2);
	ck_assert_ptr_null(item->prefill);
	ck_assert_int_eq(item->state, QDA_ITEM_DECLARED);
	ck_assert_str_eq(qda_phrase_in(&item->question, "fr"), "");
	ck_assert_str_eq(qda_phrase_in(qda_checklist_group(&list, item),
	    "fr"), "");
	ck_assert_str_eq(qda_phrase_in(qda_checklist_domain(&list, item),
	    "fr"), "");
}
END_TEST

START_TEST(srqr_has_21_items_in_six_parts)
{
	qda_checklist_free(&list);
	ck_assert_int_eq(qda_checklist_named(&list, "srqr", &e), 0);
	ck_assert_uint_eq(list.nitems, 21);
	ck_assert_uint_eq(list.ndomains, 6);
	for (int i = 0; i < 21; i++) {
		ck_assert_int_eq(list.items[i].number, i + 1);
		ck_assert_uint_eq(list.items[i].title.n, 2);
		ck_assert_uint_eq(list.items[i].question.n, 2);
	}
	ck_assert_str_eq(list.items[6].prefill, "setting present");
}
END_TEST

#define PREFILL(keys)	OPEN "<domain><item number='1' state='computed'" \
	" prefill='" keys "'><title>T</title></item></domain>" SHUT

START_TEST(an_item_may_name_several_prefills_with_one_blank_between)
{
	static const char	*const wrong_keys[] = {
		PREFILL("a  b"), PREFILL(" a"), PREFILL("a "), PREFILL("a,b"),
		PREFILL("a 1b"), PREFILL(""),
		PREFILL("a b c d e f g h i j k l m n o p q"),
	};

	ck_assert_int_eq(parse(PREFILL("a b-2 c")), 0);
	ck_assert_str_eq(list.items[0].prefill, "a b-2 c");
	qda_checklist_free(&list);
	ck_assert_int_eq(parse(PREFILL("a b c d e f g h i j k l m n o p")),
	    0);
	qda_checklist_free(&list);
	for (size_t i = 0; i < sizeof(wrong_keys) / sizeof(*wrong_keys); i++) {
		ck_assert_int_eq(parse(wrong_keys[i]), -1);
		ck_assert_ptr_nonnull(strstr(e.msg,
		    "is no name of a prefill"));
	}
}
END_TEST

START_TEST(items_beside_a_group_are_not_in_it)
{
	ck_assert_int_eq(parse(OPEN "<domain>" ITEM("1")
	    "<group><title>G</title>" ITEM("2") "</group>" ITEM("3") ITEM("4")
	    "</domain><domain>" ITEM("5") "</domain>" SHUT), 0);
	ck_assert_uint_eq(list.ngroups, 4);
	ck_assert_uint_eq(list.items[0].group, 0);
	ck_assert_uint_eq(list.items[1].group, 1);
	ck_assert_uint_eq(list.items[2].group, 2);
	ck_assert_uint_eq(list.items[3].group, 2);
	ck_assert_uint_eq(list.items[4].group, 3);
	ck_assert_uint_eq(list.groups[3].domain, 1);
}
END_TEST

START_TEST(a_language_that_is_missing_is_replaced_by_english_then_the_first)
{
	ck_assert_int_eq(parse(OPEN "<domain>"
	    "<item number='1'><title xml:lang='de'>Titel</title>"
	    "<title xml:lang='en'>Title</title></item>"
	    "<item number='2'><title xml:lang='de'>Titel</title></item>"
	    "<item number='3'><title xml:lang='de'>Titel</title>"
	    "<title xml:lang='fr-CA'>Titre</title></item>"
	    "</domain>" SHUT), 0);
	ck_assert_str_eq(qda_phrase_in(title(1), "fr"), "Title");
	ck_assert_str_eq(qda_phrase_in(title(1), "de"), "Titel");
	ck_assert_str_eq(qda_phrase_in(title(2), "fr"), "Titel");
	ck_assert_str_eq(qda_phrase_in(title(3), "fr"), "Titre");
	ck_assert_str_eq(qda_phrase_in(title(3), "f"), "Titel");
}
END_TEST

START_TEST(a_language_said_on_the_root_holds_for_all_below)
{
	ck_assert_int_eq(parse("<checklist name='x' xml:lang='fr'>"
	    "<title>Liste</title><domain><item number='1'><title>Un</title>"
	    "<title xml:lang='en'>One</title></item></domain></checklist>"),
	    0);
	ck_assert_str_eq(list.title.at[0].lang, "fr");
	ck_assert_str_eq(qda_phrase_in(title(1), "fr"), "Un");
	ck_assert_str_eq(qda_phrase_in(title(1), "en"), "One");
}
END_TEST

START_TEST(white_space_is_one_space_and_that_of_french_is_kept)
{
	ck_assert_int_eq(parse(OPEN "<domain><item number='1'><title>\n\t"
	    "A &lt; B<!-- not this -->,\r\n  <![CDATA[<C> & D]]>&#160;?\n"
	    "</title></item></domain>" SHUT), 0);
	ck_assert_str_eq(qda_phrase_in(title(1), "en"),
	    "A < B, <C> & D\xc2\xa0?");
}
END_TEST

START_TEST(an_encoding_that_the_file_declares_is_honoured)
{
	ck_assert_int_eq(parse("<?xml version='1.0' encoding='ISO-8859-1'?>"
	    OPEN "<domain><item number='1'><title>Dur\xe9" "e</title></item>"
	    "</domain>" SHUT), 0);
	ck_assert_str_eq(qda_phrase_in(title(1), "fr"), "Durée");
}
END_TEST

/* Each with all of the sentence it earns. */
static const struct {
	const char	*xml, *why;
} wrong[] = {
	{ OPEN "<domain>" ITEM("1") "\n" ITEM("1") "</domain>" SHUT,
	    "'mine.xml', line 2: there is an item 1 already" },
	{ OPEN "\n\n<domain><item><title>T</title></item></domain>" SHUT,
	    "'mine.xml', line 3: 'item' lacks its 'number'" },
	{ "<checklist><title>T</title></checklist>",
	    "'mine.xml', line 1: 'checklist' lacks its 'name'" },
	{ "<checklist name='Mine'/>", "'mine.xml', line 1: 'Mine' is no name"
	    " for a checklist: a small letter, then small letters, digits and"
	    " hyphens, at most 32" },
	{ OPEN SHUT, "'mine.xml', line 1: 'checklist' lacks its 'domain'" },
	{ "<checklist name='x'><domain>" ITEM("1") "</domain></checklist>",
	    "'mine.xml', line 1: 'checklist' lacks its 'title'" },
	{ OPEN "\n<domain>" "\n</domain>" SHUT,
	    "'mine.xml', line 2: 'domain' lacks its 'item'" },
	{ OPEN "<domain>" ITEM("1") "\n<group><title>G</title></group>"
	    "</domain>" SHUT,
	    "'mine.xml', line 2: 'group' lacks its 'item'" },
	{ OPEN "<domain><group>" ITEM("1") "</group></domain>" SHUT,
	    "'mine.xml', line 1: 'group' lacks its 'title'" },
	{ OPEN "<domain><item number='1'/></domain>" SHUT,
	    "'mine.xml', line 1: 'item' lacks its 'title'" },
	{ OPEN "<domain><item number='1'><title> </title></item></domain>"
	    SHUT, "'mine.xml', line 1: there are no words in 'title'" },
	{ OPEN "<domain><item number='1'><title/></item></domain>" SHUT,
	    "'mine.xml', line 1: there are no words in 'title'" },
	{ OPEN "<domain><item number='1'><title xml:lang='fr'>T</title>"
	    "<title xml:lang='FR'>U</title></item></domain>" SHUT,
	    "'mine.xml', line 1: the same is there in language 'FR' already" },
	{ OPEN "<domain>" ITEM("01") "</domain>" SHUT,
	    "'mine.xml', line 1: '01' is no item number: 1 to 9999" },
	{ OPEN "<domain>" ITEM("10000") "</domain>" SHUT,
	    "'mine.xml', line 1: '10000' is no item number: 1 to 9999" },
	{ OPEN "<domain>" ITEM("99999999999999999999") "</domain>" SHUT,
	    "'mine.xml', line 1: '99999999999999999999' is no item number:"
	    " 1 to 9999" },
	{ OPEN "<domain>" ITEM("-1") "</domain>" SHUT,
	    "'mine.xml', line 1: '-1' is no item number: 1 to 9999" },
	{ OPEN "<domain><item number='1' prefill='sample'>",
	    "'mine.xml', line 1: item 1 has one of 'prefill' and 'state'"
	    " without the other" },
	{ OPEN "<domain><item number='1' state='judge'>",
	    "'mine.xml', line 1: item 1 has one of 'prefill' and 'state'"
	    " without the other" },
	{ OPEN "<domain><item number='1' prefill='x' state='yes'>",
	    "'mine.xml', line 1: 'yes' is no state: computed, declared or"
	    " judge" },
	{ OPEN "<domain><item number='1' prefill='X' state='judge'>",
	    "'mine.xml', line 1: 'X' is no name of a prefill" },
	{ OPEN "<domain><item number='1' stat='judge'>",
	    "'mine.xml', line 1: 'item' has no attribute 'stat'" },
	{ OPEN "<domain xml:lang='f r'>",
	    "'mine.xml', line 1: 'f r' is no language" },
	{ OPEN "<domain xml:lang=''>",
	    "'mine.xml', line 1: '' is no language" },
	{ OPEN ITEM("1") SHUT,
	    "'mine.xml', line 1: 'item' has no place in 'checklist'" },
	{ OPEN "<domain><item number='1'><title>a <b>c</b></title>",
	    "'mine.xml', line 1: 'b' has no place in 'title'" },
	{ OPEN "<domain>yes" ITEM("1") "</domain>" SHUT,
	    "'mine.xml', line 1: 'domain' holds no words of its own" },
	{ "<html><p/></html>", "'mine.xml', line 1: this is no checklist: it"
	    " begins with 'html'" },
	{ "<checklist xmlns='urn:x' name='x'/>", "'mine.xml', line 1: this is"
	    " no checklist: it begins with 'checklist'" },
	{ "<?xml version='1.0'?>\n<!-- \n -->\n<!DOCTYPE c><c/>",
	    "'mine.xml', line 4: a checklist has no DOCTYPE and no entities" },
	{ "", "'mine.xml' is empty" },
};

START_TEST(a_file_of_the_wrong_form_is_refused_with_its_place)
{
	ck_assert_int_eq(parse(wrong[_i].xml), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_str_eq(e.msg, wrong[_i].why);
	ck_assert_uint_eq(list.nitems, 0);
	ck_assert_ptr_null(list.name);
}
END_TEST

/* What is not XML: the sentence begins so, libxml2 ends it. */
static const char	*const broken[] = {
	"Item 1: interviewer", "<", "<checklist", "<?xml version='1.0'?>\n",
	OPEN "<domain></item></domain>" SHUT,
	OPEN "<domain>" ITEM("1") "</domain>",
	OPEN "<domain>" ITEM("1") "</domain>" SHUT SHUT,
	OPEN "<domain><item number='1'><title>\xff</title></item></domain>"
	    SHUT,
	OPEN "<domain><item number='1'><title>&uuml;</title></item></domain>"
	    SHUT,
	OPEN "<domain><item number='1'><title>&#0;</title></item></domain>"
	    SHUT,
	"<?xml version='1.0' encoding='none-such'?>" OPEN SHUT,
};

START_TEST(what_is_not_xml_is_refused_and_nothing_is_printed)
{
	FILE	*spy = tmpfile();
	int	 was = dup(2);

	ck_assert_ptr_nonnull(spy);
	fflush(stderr);
	dup2(fileno(spy), 2);
	ck_assert_int_eq(parse(broken[_i]), -1);
	fflush(stderr);
	dup2(was, 2);
	close(was);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_ptr_nonnull(strstr(e.msg, "not well-formed XML"));
	ck_assert_int_eq(strncmp(e.msg, "'mine.xml', line ", 17), 0);
	ck_assert_int_eq((int)lseek(fileno(spy), 0, SEEK_END), 0);
	fclose(spy);
}
END_TEST

/* Cut short anywhere, COREQ is refused or, behind its end, is whole. */
START_TEST(a_truncated_file_is_never_taken_for_a_whole_one)
{
	struct qda_mem	 m;
	char		*xml;
	size_t		 n;

	fprintf(qda_mem_open(&m), "%s<domain>%s</domain>%s\n", OPEN,
	    ITEM("1"), SHUT);
	xml = qda_mem_text(&m);
	n = strlen(xml);
	for (size_t k = 0; k + 1 < n; k++)
		ck_assert_int_eq(qda_checklist_parse(&list, xml, k, "x", &e),
		    -1);
	ck_assert_int_eq(qda_checklist_parse(&list, xml, n - 1, "x", &e), 0);
	free(xml);
}
END_TEST

static const char	*const doctypes[] = {
	"<!DOCTYPE checklist><checklist name='x'/>",
	"<!DOCTYPE checklist SYSTEM 'file:///etc/passwd'>" OPEN SHUT,
	"<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
	    "<checklist name='x'><title>&x;</title></checklist>",
	"<!DOCTYPE c [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>"
	    "<checklist name='x'/>",
	"<!DOCTYPE c [<!ENTITY n 'x'>]><checklist name='&n;'/>",
};

START_TEST(a_doctype_is_refused_whatever_is_in_it)
{
	ck_assert_int_eq(parse(doctypes[_i]), -1);
	ck_assert_str_eq(e.msg, "'mine.xml', line 1: a checklist has no"
	    " DOCTYPE and no entities");
}
END_TEST

/* Twenty entities, each ten of the one before, in words and in a name. */
START_TEST(a_billion_laughs_are_not_laughed)
{
	struct qda_mem	 m;
	char		*xml;

	qda_mem_open(&m);
	fputs("<!DOCTYPE c [<!ENTITY l0 'ha'>\n", m.f);
	for (int i = 1; i < 20; i++) {
		fprintf(m.f, "<!ENTITY l%d '", i);
		for (int k = 0; k < 10; k++)
			fprintf(m.f, "&l%d;", i - 1);
		fputs("'>\n", m.f);
	}
	fprintf(m.f, "]>\n<checklist name='%s'><title>&l19;</title>"
	    "</checklist>", _i == 0 ? "x" : "&l19;");
	xml = qda_mem_text(&m);
	ck_assert_int_eq(parse(xml), -1);
	ck_assert_str_eq(e.msg, "'mine.xml', line 1: a checklist has no"
	    " DOCTYPE and no entities");
	free(xml);
}
END_TEST

/* libxml2 alone stands guard there: the bytes do not look like a DOCTYPE. */
START_TEST(a_billion_laughs_in_utf_16_are_not_laughed_either)
{
	const char	*word = _i == 0 ? "&l9;" : "x";
	struct qda_mem	 m, wide;
	char		*xml;

	fputs("<!DOCTYPE c [<!ENTITY l0 'ha'>", qda_mem_open(&m));
	for (int i = 1; i < 10; i++)
		fprintf(m.f, "<!ENTITY l%d '&l%d;&l%d;&l%d;&l%d;'>", i, i - 1,
		    i - 1, i - 1, i - 1);
	fprintf(m.f, "]>%s%s<domain><item number='1'><title>%s</title></item>"
	    "</domain>%s", OPEN, "\n", word, SHUT);
	xml = qda_mem_text(&m);
	fputs("\xff\xfe", qda_mem_open(&wide));
	for (char *s = xml; *s != '\0'; s++)
		fprintf(wide.f, "%c%c", *s, '\0');
	free(xml);
	xml = qda_mem_text(&wide);
	ck_assert_int_eq(qda_checklist_parse(&list, xml, wide.size, "wide",
	    &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
	ck_assert_int_eq(strncmp(e.msg, "'wide', line ", 13), 0);
	ck_assert_int_ge(e.msg[13], '1');
	free(xml);
}
END_TEST

START_TEST(nesting_without_end_is_refused_at_its_first_step)
{
	struct qda_mem	 m;
	char		*xml;

	fputs(OPEN, qda_mem_open(&m));
	for (int i = 0; i < 20000; i++)
		fputs("<domain>", m.f);
	xml = qda_mem_text(&m);
	ck_assert_int_eq(parse(xml), -1);
	ck_assert_ptr_nonnull(strstr(e.msg, "line 1: "));
	free(xml);
}
END_TEST

START_TEST(a_file_too_large_for_a_checklist_is_not_parsed)
{
	char	*xml = qda_alloc(QDA_CHECKLIST_MAX + 1, 1);

	memset(xml, ' ', QDA_CHECKLIST_MAX + 1);
	ck_assert_int_eq(qda_checklist_parse(&list, xml,
	    QDA_CHECKLIST_MAX + 1, "big.xml", &e), -1);
	ck_assert_str_eq(e.msg,
	    "'big.xml' is larger than a checklist can be (256 kB)");
	free(xml);
}
END_TEST

START_TEST(a_checklist_comes_from_a_file_and_the_file_is_named)
{
	char	 path[] = "/tmp/qda-checklist-XXXXXX";
	int	 fd = mkstemp(path);
	FILE	*f = fdopen(fd, "w");

	fputs(OPEN "<domain>" ITEM("7") "</domain>" SHUT, f);
	fclose(f);
	ck_assert_int_eq(qda_checklist_read(&list, path, &e), 0);
	ck_assert_str_eq(qda_phrase_in(title(7), "fr"), "T");
	qda_checklist_free(&list);
	f = fopen(path, "w");
	fputs("<checklist", f);
	fclose(f);
	ck_assert_int_eq(qda_checklist_read(&list, path, &e), -1);
	ck_assert_ptr_nonnull(strstr(e.msg, path));
	unlink(path);
	ck_assert_int_eq(qda_checklist_read(&list, path, &e), -1);
	ck_assert_int_eq(e.why, QDA_DATA);
}
END_TEST

static TCase *
of_coreq(void)
{
	TCase	*t = tcase_create("coreq");

	tcase_add_checked_fixture(t, coreq, done);
	tcase_add_test(t, coreq_has_32_items_in_8_groups_of_3_domains);
	tcase_add_test(t,
	    every_phrase_of_coreq_is_there_in_french_and_in_english);
	tcase_add_test(t, an_item_of_coreq_is_found_by_its_number);
	tcase_add_test(t, each_item_of_coreq_has_a_prefill_of_its_own);
	tcase_add_test(t, six_items_of_coreq_are_for_a_person_to_judge);
	return t;
}

static void
same_phrases(const struct qda_phrases *a, const struct qda_phrases *b)
{
	ck_assert_uint_eq(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		ck_assert_str_eq(a->at[i].lang, b->at[i].lang);
		ck_assert_str_eq(a->at[i].text, b->at[i].text);
	}
}

static void
same_items(const struct qda_checklist_item *a,
    const struct qda_checklist_item *b)
{
	ck_assert_int_eq(a->number, b->number);
	ck_assert_int_eq(a->state, b->state);
	ck_assert_uint_eq(a->group, b->group);
	ck_assert_str_eq(a->prefill ? a->prefill : "-",
	    b->prefill ? b->prefill : "-");
	same_phrases(&a->title, &b->title);
	same_phrases(&a->question, &b->question);
}

/* By both ways: packed when qda was built, and its XML read now. */
static void
same_lists(const char *name, const char *path)
{
	struct qda_checklist	 xml;

	ck_assert_int_eq(qda_checklist_named(&list, name, &e), 0);
	ck_assert_msg(qda_checklist_read(&xml, path, &e) == 0, "%s", e.msg);
	ck_assert_str_eq(list.name, xml.name);
	same_phrases(&list.title, &xml.title);
	same_phrases(&list.reference, &xml.reference);
	ck_assert_uint_eq(list.ndomains, xml.ndomains);
	ck_assert_uint_eq(list.ngroups, xml.ngroups);
	ck_assert_uint_eq(list.nitems, xml.nitems);
	for (size_t i = 0; i < xml.ndomains; i++)
		same_phrases(&list.domains[i], &xml.domains[i]);
	for (size_t i = 0; i < xml.ngroups; i++) {
		ck_assert_uint_eq(list.groups[i].domain,
		    xml.groups[i].domain);
		same_phrases(&list.groups[i].title, &xml.groups[i].title);
	}
	for (size_t i = 0; i < xml.nitems; i++)
		same_items(&list.items[i], &xml.items[i]);
	qda_checklist_free(&xml);
	done();
}

START_TEST(what_is_built_in_is_what_its_xml_says)
{
	same_lists("coreq", "schema/checklists/coreq.xml");
	same_lists("srqr", "schema/checklists/srqr.xml");
}
END_TEST

static TCase *
of_others(void)
{
	TCase	*t = tcase_create("others");

	tcase_add_checked_fixture(t, NULL, done);
	tcase_add_test(t, a_checklist_that_is_not_there_is_named);
	tcase_add_test(t,
	    a_checklist_may_do_without_groups_questions_and_prefills);
	tcase_add_test(t, srqr_has_21_items_in_six_parts);
	tcase_add_test(t,
	    an_item_may_name_several_prefills_with_one_blank_between);
	tcase_add_test(t, items_beside_a_group_are_not_in_it);
	tcase_add_test(t,
	    a_language_that_is_missing_is_replaced_by_english_then_the_first);
	tcase_add_test(t, a_language_said_on_the_root_holds_for_all_below);
	tcase_add_test(t,
	    white_space_is_one_space_and_that_of_french_is_kept);
	tcase_add_test(t, an_encoding_that_the_file_declares_is_honoured);
	tcase_add_test(t,
	    a_checklist_comes_from_a_file_and_the_file_is_named);
	tcase_add_test(t, what_is_built_in_is_what_its_xml_says);
	return t;
}

static TCase *
of_wrong_files(void)
{
	TCase	*t = tcase_create("wrong files");

	tcase_add_checked_fixture(t, NULL, done);
	tcase_add_loop_test(t,
	    a_file_of_the_wrong_form_is_refused_with_its_place,
	    0, sizeof(wrong) / sizeof(wrong[0]));
	tcase_add_loop_test(t,
	    what_is_not_xml_is_refused_and_nothing_is_printed,
	    0, sizeof(broken) / sizeof(broken[0]));
	tcase_add_test(t, a_truncated_file_is_never_taken_for_a_whole_one);
	tcase_add_loop_test(t, a_doctype_is_refused_whatever_is_in_it,
	    0, sizeof(doctypes) / sizeof(doctypes[0]));
	tcase_add_loop_test(t, a_billion_laughs_are_not_laughed, 0, 2);
	tcase_add_loop_test(t,
	    a_billion_laughs_in_utf_16_are_not_laughed_either, 0, 2);
	tcase_add_test(t, nesting_without_end_is_refused_at_its_first_step);
	tcase_add_test(t, a_file_too_large_for_a_checklist_is_not_parsed);
	return t;
}

Suite *
suite_checklist(void)
{
	Suite	*s = suite_create("checklist");

	suite_add_tcase(s, of_coreq());
	suite_add_tcase(s, of_others());
	suite_add_tcase(s, of_wrong_files());
	return s;
}

/* when.c: dates, durations, numbers in prose, identifiers in order of time. */
#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "qda/lang.h"
#include "qda/text.h"
#include "qda/when.h"

#define NBSP	"\xc2\xa0"
#define NNBSP	"\xe2\x80\xaf"

enum {
	YEAR_MIN = 1000,
	YEAR_MAX = 9999,
	DIGITS_MAX = 9,		/* of one number in a date or duration */
	TEXT_MAX = 64,		/* bytes of a folded date or duration */
};

struct date {
	int	 year, month, day;
	int	 parts;		/* how many of them were given */
};

static const struct {
	const char	*name;		/* folded */
	int		 month;
} months[] = {
	{ "janvier", 1 }, { "january", 1 }, { "fevrier", 2 },
	{ "february", 2 }, { "mars", 3 }, { "march", 3 }, { "avril", 4 },
	{ "april", 4 }, { "mai", 5 }, { "may", 5 }, { "juin", 6 },
	{ "june", 6 }, { "juillet", 7 }, { "july", 7 }, { "aout", 8 },
	{ "august", 8 }, { "septembre", 9 }, { "september", 9 },
	{ "octobre", 10 }, { "october", 10 }, { "novembre", 11 },
	{ "november", 11 }, { "decembre", 12 }, { "december", 12 },
};

static const struct {
	const char	*name;		/* folded */
	int		 seconds;
} units[] = {
	{ "h", 3600 }, { "hr", 3600 }, { "hrs", 3600 }, { "heure", 3600 },
	{ "heures", 3600 }, { "hour", 3600 }, { "hours", 3600 },
	{ "m", 60 }, { "mn", 60 }, { "min", 60 }, { "mins", 60 },
	{ "minute", 60 }, { "minutes", 60 }, { "'", 60 },
	{ "s", 1 }, { "sec", 1 }, { "secs", 1 }, { "second", 1 },
	{ "seconds", 1 }, { "seconde", 1 }, { "secondes", 1 }, { "\"", 1 },
	{ "''", 1 },
};

/* The text folded and without blanks at its ends; false when too long. */
static bool
fold(char out[TEXT_MAX], const char *text)
{
	struct qda_folded	 f;
	const char		*s;
	size_t			 n;

	qda_text_fold(&f, text, strlen(text));
	s = f.s + strspn(f.s, " ");
	n = strlen(s);
	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n < TEXT_MAX) {
		memcpy(out, s, n);
		out[n] = '\0';
	}
	qda_folded_free(&f);
	return n < TEXT_MAX;
}

/* Reads digits; returns how many, 0 when there are none or too many. */
static int
number(const char **s, int *value)
{
	int	 n = 0;

	*value = 0;
	for (; **s >= '0' && **s <= '9' && n <= DIGITS_MAX; n++)
		*value = n < DIGITS_MAX ? *value * 10 + *(*s)++ - '0' : 0;
	return n > DIGITS_MAX ? 0 : n;
}

/* Skips blanks and at most one of / . - ; whether there was something. */
static bool
divider(const char **s)
{
	const char	*was = *s;

	*s += strspn(*s, " ");
	if (**s != '\0' && strchr("/.-", **s) != NULL)
		(*s)++;
	*s += strspn(*s, " ");
	return *s > was;
}

/* The month whose name begins so; 0 for none, or when two do. */
static int
month_name(const char **s)
{
	size_t	 n = strspn(*s, "abcdefghijklmnopqrstuvwxyz");
	int	 found = 0;

	if (n < 3)
		return 0;
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
		if (strncmp(months[i].name, *s, n) == 0) {
			if (found != 0 && found != months[i].month)
				return 0;
			found = months[i].month;
		}
	*s += n;
	return found;
}

/* What follows the year of an ISO date; a time of day is passed over. */
static bool
scan_iso(const char *s, struct date *d)
{
	d->parts = 1;
	if (*s == '\0')
		return true;
	if (*s++ != '-' || number(&s, &d->month) != 2)
		return false;
	d->parts = 2;
	if (*s == '\0')
		return true;
	if (*s++ != '-' || number(&s, &d->day) != 2)
		return false;
	d->parts = 3;
	if ((*s == 't' || *s == ' ') && isdigit((unsigned char)s[1]))
		s += 1 + strspn(s + 1, "0123456789:.,+-z");
	return *s == '\0';
}

/* The year that ends all but ISO dates. */
static bool
scan_year(const char *s, struct date *d)
{
	return divider(&s) && number(&s, &d->year) == 4 && *s == '\0';
}

/* A date that begins with a day or a month, of so many digits. */
static bool
scan_day_first(const char *s, struct date *d, int digits)
{
	if (d->day == 1 && strncmp(s, "er", 2) == 0)
		s += 2;
	if (digits > 2 || !divider(&s))
		return false;
	d->parts = 3;
	digits = number(&s, &d->month);
	if (digits == 4 && *s == '\0') {
		d->parts = 2;
		d->year = d->month;
		d->month = d->day;
		return true;
	}
	if (digits == 0)
		d->month = month_name(&s);
	return d->month != 0 && digits <= 2 && scan_year(s, d);
}

static bool
scan_date(const char *s, struct date *d)
{
	int	 first, digits = number(&s, &first);

	memset(d, 0, sizeof(*d));
	if (digits == 4) {
		d->year = first;
		return scan_iso(s, d);
	}
	if (digits > 0) {
		d->day = first;
		return scan_day_first(s, d, digits);
	}
	d->parts = 2;
	d->month = month_name(&s);
	return d->month != 0 && scan_year(s, d);
}

static int
days_in(int year, int month)
{
	static const int	 days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool			 leap = year % 4 == 0 &&
				    (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

/* Refuses what is written like a date but stands in no calendar. */
static int
check_date(const struct date *d, const char *text, struct qda_err *e)
{
	if (d->year < YEAR_MIN || d->year > YEAR_MAX)
		return qda_fail(e, QDA_DATA,
		    _("'%.80s' is not a date: there is no year %d"), text,
		    d->year);
	if (d->parts > 1 && (d->month < 1 || d->month > 12))
		return qda_fail(e, QDA_DATA, _("'%.80s' is not a date: there "
		    "is no month %d (the day comes first: 17/03/2024)"), text,
		    d->month);
	if (d->parts > 2 && (d->day < 1 ||
	    d->day > days_in(d->year, d->month)))
		return qda_fail(e, QDA_DATA, _("'%.80s' is not a date: that "
		    "month has no day %d"), text, d->day);
	return 0;
}

int
qda_date_read(char iso[11], const char *text, struct qda_err *e)
{
	char		 folded[TEXT_MAX], buf[48];
	struct date	 d;

	if (!fold(folded, text) || !scan_date(folded, &d))
		return qda_fail(e, QDA_DATA, _("'%.80s' is not a date "
		    "(such as 2024-03-17 or 17/03/2024)"), text);
	if (check_date(&d, text, e) < 0)
		return -1;
	snprintf(buf, sizeof(buf), "%04d-%02d-%02d", d.year, d.month, d.day);
	buf[1 + 3 * d.parts] = '\0';
	strcpy(iso, buf);
	return 0;
}

/* Digits and perhaps a point or comma and more of them; false: no digit. */
static bool
decimal(const char **s, double *value, bool *fraction)
{
	double	 place = 0.1;
	int	 whole;

	if (number(s, &whole) == 0)
		return false;
	*value = whole;
	*fraction = (**s == '.' || **s == ',') &&
	    isdigit((unsigned char)(*s)[1]);
	if (!*fraction)
		return true;
	for ((*s)++; isdigit((unsigned char)**s); (*s)++, place /= 10)
		*value += (**s - '0') * place;
	return true;
}

/* 24:27 or 1:02:03, the last with or without a fraction. */
static bool
scan_clock(const char *s, double *seconds)
{
	double	 part;
	bool	 fraction = false;
	int	 n = 0;

	*seconds = 0;
	do {
		if (fraction || !decimal(&s, &part, &fraction) ||
		    (n > 0 && part >= 60))
			return false;
		*seconds = *seconds * 60 + part;
		n++;
	} while (*s == ':' && *s++ == ':' && n < 3);
	return *s == '\0' && n >= 2;
}

/* The seconds in the unit that stands there, 0 for none. */
static int
unit(const char **s)
{
	size_t	 n;

	*s += strspn(*s, " ");
	n = strspn(*s, "abcdefghijklmnopqrstuvwxyz");
	if (n == 0)
		n = strspn(*s, "'\"");
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strlen(units[i].name) == n &&
		    strncmp(units[i].name, *s, n) == 0) {
			*s += n;
			if (**s == '.')
				(*s)++;
			*s += strspn(*s, " ");
			return units[i].seconds;
		}
	return 0;
}

/* 1 h 02 min 03 s; a last number without a unit is of the next lower one. */
static bool
scan_units(const char *s, double *seconds)
{
	int	 above = 0, of;
	double	 part;
	bool	 fraction = false;

	*seconds = 0;
	while (*s != '\0') {
		if (fraction || !decimal(&s, &part, &fraction))
			return false;
		of = unit(&s);
		if (of == 0 && *s == '\0')
			of = above / 60;
		if (of == 0 || (above != 0 && (of >= above ||
		    part * of >= above)))
			return false;
		*seconds += part * of;
		above = of;
	}
	return above != 0;
}

int
qda_duration_read(int64_t *seconds, const char *text, struct qda_err *e)
{
	char	 folded[TEXT_MAX];
	double	 x;
	bool	 all;

	all = fold(folded, text);
	if (all && *folded != '\0' &&
	    folded[strspn(folded, "0123456789., ")] == '\0')
		return qda_fail(e, QDA_DATA, _("'%.80s' is not a duration: "
		    "a unit is missing ('38 min', '1 h 02', '24:27')"), text);
	if (!all || (!scan_clock(folded, &x) && !scan_units(folded, &x)))
		return qda_fail(e, QDA_DATA, _("'%.80s' is not a duration "
		    "(such as 24:27, 1:02:03 or 38 min 10)"), text);
	*seconds = llround(x);
	return 0;
}

const char *
qda_duration_clock(char buf[24], int64_t seconds)
{
	const char	*sign = seconds < 0 ? "-" : "";
	uint64_t	 n = seconds < 0 ? -(uint64_t)seconds :
			    (uint64_t)seconds;
	unsigned	 s = n % 60, m = n / 60 % 60;

	if (n < 3600)
		snprintf(buf, 24, "%s%u:%02u", sign, m, s);
	else
		snprintf(buf, 24, "%s%" PRIu64 ":%02u:%02u", sign, n / 3600,
		    m, s);
	return buf;
}

static bool
is_french(void)
{
	return strcmp(qda_lang_now(), "fr") == 0;
}

static void
words_fr(char buf[40], int64_t h, int m, int s)
{
	if (h > 0 && s > 0)
		snprintf(buf, 40, "%" PRId64 NBSP "h" NBSP "%02d" NBSP "min"
		    NBSP "%02d", h, m, s);
	else if (h > 0 && m > 0)
		snprintf(buf, 40, "%" PRId64 NBSP "h" NBSP "%02d", h, m);
	else if (h > 0)
		snprintf(buf, 40, "%" PRId64 NBSP "h", h);
	else if (m > 0 && s > 0)
		snprintf(buf, 40, "%d" NBSP "min" NBSP "%02d", m, s);
	else if (m > 0)
		snprintf(buf, 40, "%d" NBSP "min", m);
	else
		snprintf(buf, 40, "%d" NBSP "s", s);
}

static void
words_en(char buf[40], int64_t h, int m, int s)
{
	int	 n = 0;

	if (h > 0)
		n = snprintf(buf, 40, "%" PRId64 " h", h);
	if (m > 0 || (h > 0 && s > 0))
		n += snprintf(buf + n, 40 - (size_t)n, "%s%d min",
		    n > 0 ? " " : "", m);
	if (s > 0 || n == 0)
		snprintf(buf + n, 40 - (size_t)n, "%s%d s", n > 0 ? " " : "",
		    s);
}

const char *
qda_duration_words(char buf[40], int64_t seconds)
{
	int64_t	 n = seconds < 0 ? 0 : seconds;

	if (is_french())
		words_fr(buf, n / 3600, (int)(n / 60 % 60), (int)(n % 60));
	else
		words_en(buf, n / 3600, (int)(n / 60 % 60), (int)(n % 60));
	return buf;
}

const char *
qda_date_words(char buf[32], const char *iso)
{
	static const char	*const english[] = {
		"Jan", "Feb", "Mar", "Apr", "May", "June", "July",
		"Aug", "Sept", "Oct", "Nov", "Dec"
	};
	const char		*s = iso;
	struct date		 d = { 0 };
	bool			 full;

	full = number(&s, &d.year) == 4 && scan_iso(s, &d) && d.parts == 3 &&
	    d.month >= 1 && d.month <= 12 && strlen(iso) == 10;
	if (!full)
		snprintf(buf, 32, "%s", iso);
	else if (is_french())
		snprintf(buf, 32, "%02d/%02d/%d", d.day, d.month, d.year);
	else
		snprintf(buf, 32, "%d %s %d", d.day, english[d.month - 1],
		    d.year);
	return buf;
}

const char *
qda_moment_words(char buf[48], const char *utc)
{
	struct tm	 tm = { .tm_isdst = 0 };
	char		 day[11], words[32], clock[8];
	const char	*end = strptime(utc, "%Y-%m-%dT%H:%M:%SZ", &tm);
	time_t		 t;

	if (end == NULL || *end != '\0') {
		snprintf(buf, 48, "%s", utc);
		return buf;
	}
	t = timegm(&tm);
	localtime_r(&t, &tm);
	strftime(day, sizeof(day), "%Y-%m-%d", &tm);
	strftime(clock, sizeof(clock), "%H:%M", &tm);
	snprintf(buf, 48, "%s %s", qda_date_words(words, day), clock);
	return buf;
}

/* Takes the zeros at the end of a fraction, and its bare point, away. */
static void
trim_fraction(char *s)
{
	char	*end = s + strlen(s);

	if (strchr(s, '.') == NULL)
		return;
	while (end[-1] == '0')
		end--;
	if (end[-1] == '.')
		end--;
	*end = '\0';
}

const char *
qda_number_words(char buf[48], double x, int decimals)
{
	const char	*group = is_french() ? NNBSP : ",", *s;
	char		 plain[32];
	size_t		 whole, n = 0;

	if (!isfinite(x) || fabs(x) >= 1e15) {
		snprintf(buf, 48, isfinite(x) ? "%.6g" : "NA", x);
		return buf;
	}
	snprintf(plain, sizeof(plain), "%.*f",
	    decimals < 0 ? 0 : decimals > 6 ? 6 : decimals, x);
	trim_fraction(plain);
	s = strcmp(plain, "-0") == 0 ? plain + 1 : plain;
	if (*s == '-')
		buf[n++] = *s++;
	whole = strcspn(s, ".");
	for (; *s != '\0' && *s != '.'; whole--) {
		buf[n++] = *s++;
		if (whole > 1 && whole % 3 == 1)
			n += (size_t)sprintf(buf + n, "%s", group);
	}
	snprintf(buf + n, 48 - n, "%s", s);
	if (*s == '.' && is_french())
		buf[n] = ',';
	return buf;
}

const char *
qda_now(char buf[21])
{
	time_t		 now = time(NULL);
	struct tm	 tm;

	gmtime_r(&now, &tm);
	strftime(buf, 21, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return buf;
}

const char *
qda_today(char buf[11])
{
	time_t		 now = time(NULL);
	struct tm	 tm;

	localtime_r(&now, &tm);
	strftime(buf, 11, "%Y-%m-%d", &tm);
	return buf;
}

/* Milliseconds since 1970 and, in the last 12 bits, 1/4096 of them. */
static uint64_t
clock_ticks(void)
{
	struct timespec	 now;

	clock_gettime(CLOCK_REALTIME, &now);
	return ((uint64_t)now.tv_sec * 1000 +
	    (uint64_t)now.tv_nsec / 1000000) << 12 |
	    (uint64_t)now.tv_nsec % 1000000 * 4096 / 1000000;
}

/* Random bytes, asked of the system 32 times less often than given out. */
static void
random_bytes(unsigned char out[8])
{
	static _Thread_local unsigned char	 pool[256];
	static _Thread_local size_t		 left;

	if (left < 8) {
		if (getentropy(pool, sizeof(pool)) != 0)
			abort();
		left = sizeof(pool);
	}
	left -= 8;
	memcpy(out, pool + left, 8);
}

/* 48 bits of time, version, 12 bits of finer time, variant, 62 random. */
void
qda_guid(unsigned char guid[16])
{
	static _Thread_local uint64_t	 last;
	uint64_t			 t = clock_ticks();

	if (t <= last)
		t = last + 1;
	last = t;
	for (int i = 0; i < 6; i++)
		guid[i] = (unsigned char)(t >> (52 - 8 * i));
	guid[6] = (unsigned char)(0x70 | (t >> 8 & 0xf));
	guid[7] = (unsigned char)t;
	random_bytes(guid + 8);
	guid[8] = (unsigned char)(0x80 | (guid[8] & 0x3f));
}

/* when.h: dates, durations and identifiers that sort by time. */
#ifndef QDA_WHEN_H
#define QDA_WHEN_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/err.h"

/*
 * Reads a date, ISO (2024-03-17, 2024-03, 2024; a time of day behind is left
 * out) or day first (17/03/2024, 17.3.2024, 17 mars 2024, 1er mars 2024,
 * 17 March 2024, 03/2024), into ISO of the same precision (buffer of 11).
 * Fails with QDA_DATA on what is no date, 30 February included, and on a year
 * of less than four digits.
 */
int	 qda_date_read(char iso[11], const char *text, struct qda_err *)
	    QDA_CHECKED;

/*
 * Reads a duration into seconds: 24:27, 1:02:03, 24min27, 38 min 10, 1h02,
 * 34,5 min, 38'10", 2027 s; two numbers and a colon are minutes and seconds.
 * A part of a second is rounded.  Fails with QDA_DATA on anything else, on a
 * bare number too: nobody knows whether it means minutes.
 */
int	 qda_duration_read(int64_t *seconds, const char *text,
	    struct qda_err *) QDA_CHECKED;

/* A duration for people: 24:27, 1:02:03 (tables); buffer of 24. */
const char	*qda_duration_clock(char buf[24], int64_t seconds);
/*
 * In words, in the language in force: "24 min 02" (French, NBSP), "24 min 2 s"
 * (English); whole minutes when nothing is left: "55 min"; "1 h 02 min 03",
 * "1 h 02", "45 s".  Buffer of 40.
 */
const char	*qda_duration_words(char buf[40], int64_t seconds);

/*
 * A date for people in the language in force: "17/01/2024", "17 Jan 2024"
 * (unchanged when not a full ISO date); buffer of 32.
 */
const char	*qda_date_words(char buf[32], const char *iso);

/*
 * A moment (UTC, 2024-03-17T09:41:05Z) as people have it where they are:
 * "17/03/2024 10:41", "17 Mar 2024 10:41" (unchanged when it is none); buffer
 * of 48.
 */
const char	*qda_moment_words(char buf[48], const char *utc);

/*
 * A number for prose in the language in force, with at most that many
 * decimals (zeros at the end are not written): "34,5", "1 204" (French: comma,
 * narrow no-break space between thousands), "34.5", "1,204".  NAN is "NA".
 * Buffer of 48.  Data, formats and statistics keep the point: printf.
 */
const char	*qda_number_words(char buf[48], double x, int decimals);

/* Now, UTC, as 2024-03-17T09:41:05Z (buffer of 21). */
const char	*qda_now(char buf[21]);
/* Today, local, ISO (buffer of 11). */
const char	*qda_today(char buf[11]);

/*
 * A new identifier of 16 bytes (RFC 9562, version 7): each is greater than
 * those this process made before.
 */
void	 qda_guid(unsigned char guid[16]);

#endif

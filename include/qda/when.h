/* when.h: dates, durations and identifiers that sort by time. */
#ifndef QDA_WHEN_H
#define QDA_WHEN_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/err.h"

/*
 * Reads a date, ISO (2024-03-17, 2024-03, 2024) or day first (17/03/2024,
 * 17.3.2024), into ISO of the same precision (buffer of 11).  Fails with
 * QDA_DATA on what is no date, 30 February included.
 */
int	 qda_date_read(char iso[11], const char *text, struct qda_err *)
	    QDA_CHECKED;

/*
 * Reads a duration into seconds: 24:27, 1:02:03, 24min27, 38 min 10, 1h02,
 * 2027 s, a bare number (minutes is guesswork: refused).
 */
int	 qda_duration_read(int64_t *seconds, const char *text,
	    struct qda_err *) QDA_CHECKED;

/* A duration for people: 24:27, 1:02:03 (tables); buffer of 24. */
const char	*qda_duration_clock(char buf[24], int64_t seconds);
/*
 * In words, in the language in force: "24 min 27" (French, NBSP), "24 min 27 s"
 * (English); whole minutes when nothing is left: "55 min".  Buffer of 40.
 */
const char	*qda_duration_words(char buf[40], int64_t seconds);

/*
 * A date for people in the language in force: "17/01/2024", "17 Jan 2024"
 * (unchanged when not a full ISO date); buffer of 32.
 */
const char	*qda_date_words(char buf[32], const char *iso);

/* Now, UTC, as 2024-03-17T09:41:05Z (buffer of 21). */
const char	*qda_now(char buf[21]);
/* Today, local, ISO (buffer of 11). */
const char	*qda_today(char buf[11]);

/* A new identifier of 16 bytes, in order of time (RFC 9562, version 7). */
void	 qda_guid(unsigned char guid[16]);

#endif

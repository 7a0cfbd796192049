/* yesno.h: yes and no, as people write them. */
#ifndef STUDY_YESNO_H
#define STUDY_YESNO_H

/* 1 yes, 0 no, -1 neither: yes, oui, 1, x, vrai...; no, non, 0, faux... */
int	 yesno_read(const char *text);

#endif

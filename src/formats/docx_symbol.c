/* docx_symbol.c: signs that have no character but a font's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/docx_parts.h"
#include "qda/text.h"

static const char *
font_sign(const char *font, long code)
{
	static const struct {
		const char	*font;
		long		 code;
		const char	*sign;
	} signs[] = {
		{ "Wingdings", 0x4a, "☺" }, { "Wingdings", 0x4b, "😐" },
		{ "Wingdings", 0x4c, "☹" }, { "Wingdings", 0x6c, "●" },
		{ "Wingdings", 0x6e, "■" }, { "Wingdings", 0xa7, "▪" },
		{ "Wingdings", 0xa8, "☐" }, { "Wingdings", 0xd8, "➢" },
		{ "Wingdings", 0xdf, "←" }, { "Wingdings", 0xe0, "→" },
		{ "Wingdings", 0xe8, "➔" }, { "Wingdings", 0xf0, "⇨" },
		{ "Wingdings", 0xfb, "✗" }, { "Wingdings", 0xfc, "✓" },
		{ "Wingdings", 0xfe, "☑" }, { "Symbol", 0xa3, "≤" },
		{ "Symbol", 0xab, "↔" }, { "Symbol", 0xac, "←" },
		{ "Symbol", 0xae, "→" }, { "Symbol", 0xb0, "°" },
		{ "Symbol", 0xb1, "±" }, { "Symbol", 0xb3, "≥" },
		{ "Symbol", 0xb7, "•" }, { "Symbol", 0xb9, "≠" },
		{ "Symbol", 0xbb, "≈" }, { "Symbol", 0xde, "⇒" },
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (font != NULL && code == signs[i].code &&
		    strcmp(font, signs[i].font) == 0)
			return signs[i].sign;
	return NULL;
}

bool
qda_docx_sign(char shown[32], const char *font, const char *code)
{
	long		 c = code == NULL ? 0 : strtol(code, NULL, 16);
	const char	*sign = font_sign(font, c & 0xff);

	if ((c < 0x100 || (c & 0xff00) == 0xf000) && sign != NULL) {
		snprintf(shown, 32, "%s", sign);
		return true;
	}
	if (c >= 0x100 && (c & 0xff00) != 0xf000 && c < 0xd800) {
		shown[qda_text_put(shown, (int32_t)c)] = '\0';
		return true;
	}
	snprintf(shown, 32, "[sym %04lX]", (unsigned long)c & 0xffff);
	return false;
}

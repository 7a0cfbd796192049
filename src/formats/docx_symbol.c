/* docx_symbol.c: signs that have no character but a font's. */
#include <string.h>

#include "formats/docx_parts.h"

const char *
qda_docx_symbol(const char *font, long code)
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

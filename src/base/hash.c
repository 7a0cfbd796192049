/* hash.c: BLAKE2b by libsodium. */
#include <stdlib.h>

#include <sodium.h>

#include "qda/hash.h"

void
qda_hash(unsigned char out[32], const void *bytes, size_t n)
{
	if (sodium_init() < 0 || crypto_generichash(out, 32, bytes, n, NULL,
	    0) != 0)
		abort();
}

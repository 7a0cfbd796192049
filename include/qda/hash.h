/* hash.h: the hash of contents; the only door to libsodium. */
#ifndef QDA_HASH_H
#define QDA_HASH_H

#include <stddef.h>

/* BLAKE2b of n bytes, 32 bytes long. */
void	 qda_hash(unsigned char out[32], const void *bytes, size_t n);

#endif

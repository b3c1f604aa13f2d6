// Finds the bytes that give a delimited file its structure, 64 at a time.
// The portable form is the meaning; the SSE2 form (every x86-64 processor has it) is the same, faster.
#ifndef UNDERLAG_SCAN_H
#define UNDERLAG_SCAN_H
#include <stdint.h>
#include <stddef.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef struct {
    uint64_t separators;  // bit i: byte i is the separator
    uint64_t newlines;    // bit i: byte i is LF or CR
    uint64_t quotes;      // bit i: byte i is "
} scan_block;

/// Marks the structural bytes among the 64 bytes at `p`; all 64 must be readable.
static inline scan_block scan_64(const uint8_t *p, uint8_t separator) {
    scan_block b = {0, 0, 0};
#if defined(__SSE2__)
    const __m128i s = _mm_set1_epi8((char)separator), n = _mm_set1_epi8('\n'), r = _mm_set1_epi8('\r'), q = _mm_set1_epi8('"');
    for (int i = 0; i < 4; i++) {
        const __m128i x = _mm_loadu_si128((const __m128i *)(p + 16 * i));
        b.separators |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, s)) << (16 * i);
        b.newlines |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(x, n), _mm_cmpeq_epi8(x, r))) << (16 * i);
        b.quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, q)) << (16 * i);
    }
#else
    for (int i = 0; i < 64; i++) {
        const uint64_t bit = 1ull << i;
        if (p[i] == separator) b.separators |= bit;
        if (p[i] == '\n' || p[i] == '\r') b.newlines |= bit;
        if (p[i] == '"') b.quotes |= bit;
    }
#endif
    return b;
}
#endif

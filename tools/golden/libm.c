/*
 * The checksum of glibc's logf and sincosf over all arguments that Box-Muller gives them; BoxMullerTest compares.
 * From the project's root: cc -O2 tools/golden/libm.c -lm -o /tmp/libm && /tmp/libm
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint32_t crc = 0xFFFFFFFFu;

static void update(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    for (int i = 0; i < 32; i++) {
        uint32_t low = (crc ^ bits) & 1;
        crc = crc >> 1 ^ (low ? 0xEDB88320u : 0);
        bits >>= 1;
    }
}

int main(void) {
    for (uint32_t sample = 0; sample < 1u << 23; sample++) {
        float u = sample * 0x1p-23f;
        float sine, cosine;
        sincosf((float)(2.0f * M_PI * u), &sine, &cosine);
        update(logf(u < 1e-7f ? 1e-7f : u));
        update(sine);
        update(cosine);
    }
    printf("%08x\n", ~crc);
    return 0;
}

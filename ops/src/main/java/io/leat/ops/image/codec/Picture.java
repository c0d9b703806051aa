package io.leat.ops.image.codec;

import org.jspecify.annotations.Nullable;

/**
 * Decoded frames of equal size, [frames, height, width, channels].
 *
 * @param bytes the samples where they have 8 bits
 * @param shorts the samples, unsigned, where they have 16
 */
public record Picture(
        int frames, int height, int width, int channels, byte @Nullable [] bytes, short @Nullable [] shorts) {
    static Picture of(int height, int width, int channels, byte[] bytes) {
        return new Picture(1, height, width, channels, bytes, null);
    }
}

package io.leat.ops.image.codec;

import org.jspecify.annotations.Nullable;

/** One plane of a JPEG picture. */
final class JpegComponent {
    final int id;
    final int h;
    final int v;
    final int quantisation;

    /** The side of a block after the inverse transform: 8, or less where the picture is scaled down. */
    int side = 8;

    /** In blocks, those that hold samples of the picture. */
    int blocksWide;

    int blocksHigh;

    /** In blocks, with those that only fill up the last units. */
    int storedWide;

    int storedHigh;

    /** In samples after the inverse transform. */
    int width;

    int height;

    byte[] samples = {};

    /** Of progressive pictures, until all scans are read. */
    short @Nullable [] coefficients;

    int @Nullable [] table;

    // of the scan at hand
    @Nullable
    HuffmanTable dc;

    @Nullable
    HuffmanTable ac;

    int lastDc;

    JpegComponent(int id, int h, int v, int quantisation) {
        this.id = id;
        this.h = h;
        this.v = v;
        this.quantisation = quantisation;
    }

    int stride() {
        return storedWide * side;
    }
}

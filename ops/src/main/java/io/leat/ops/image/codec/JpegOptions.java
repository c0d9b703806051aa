package io.leat.ops.image.codec;

/**
 * How a JPEG file is decoded.
 *
 * @param channels 1 for grey, 3 for colours, 0 for what the file has
 * @param ratio 1, 2, 4 or 8: by how much the picture is scaled down
 * @param fancy whether colours of half resolution are interpolated, rather than repeated
 * @param recover whether what is missing at the end is filled with grey
 * @param fraction how much of the rows must be there, where what is missing is not recovered; the others are black
 * @param accurate the exact inverse transform rather than the fast one
 */
public record JpegOptions(int channels, int ratio, boolean fancy, boolean recover, float fraction, boolean accurate) {
    /** What other ops than those for JPEG do with one. */
    public static JpegOptions of(int channels) {
        return new JpegOptions(channels, 1, true, false, 1, false);
    }
}

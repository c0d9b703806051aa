package io.leat.formats;

import io.leat.tensor.Tensor;

/**
 * A measured value under a name.
 *
 * @param plugin the viewer's plug-in that shows it, empty if none is named
 */
public record SummaryValue(String tag, Data data, String plugin) {
    /** The value itself. */
    public sealed interface Data {}

    /** A single number. */
    public record Scalar(float value) implements Data {}

    /** How often numbers of which size occurred. */
    public record Distribution(Histogram histogram) implements Data {}

    /**
     * A picture.
     *
     * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA
     * @param encoded as PNG, JPEG or GIF
     */
    public record Image(int height, int width, int channels, byte[] encoded) implements Data {}

    /**
     * A sound.
     *
     * @param encoded as {@code contentType} says
     */
    public record Audio(float sampleRate, long channels, long frames, byte[] encoded, String contentType)
            implements Data {}

    /** Any tensor; for the plug-in {@code text}, strings. */
    public record Value(Tensor tensor) implements Data {}

    /** A kind of value that is not known here. */
    public record Unknown() implements Data {}
}

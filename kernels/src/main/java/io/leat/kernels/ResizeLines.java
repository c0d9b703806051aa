package io.leat.kernels;

/** Rows of an image resized along their length by linear interpolation. Immutable; {@link Cache} is for one thread. */
final class ResizeLines {
    private final int channels;
    private final int[] left;
    private final int[] right;
    private final float[] weights;

    ResizeLines(ResizeAxis columns, int channels) {
        this.channels = channels;
        left = columns.lower();
        right = columns.upper();
        weights = columns.weights();
    }

    /** Resized rows of {@code in}. */
    Cache cache(float[] in) {
        return new Cache(in);
    }

    private void resize(float[] in, int row, float[] line) {
        for (int x = 0, to = 0; x < weights.length; x++, to += channels) {
            int a = row + left[x] * channels;
            int b = row + right[x] * channels;
            if (channels < 8) {
                FloatSpans.scalarInterpolate(in, a, in, b, weights[x], channels, line, to);
            } else {
                FloatSpans.interpolate(in, a, in, b, weights[x], channels, line, to);
            }
        }
    }

    /** Keeps the last two rows: neighbouring rows of an enlarged image need the same ones. */
    final class Cache {
        private final float[] in;
        private float[] last = new float[weights.length * channels];
        private float[] older = new float[weights.length * channels];
        private int lastRow = -1;
        private int olderRow = -1;

        private Cache(float[] in) {
            this.in = in;
        }

        /** The resized row that begins at {@code in[row]}; valid until the next but one call. */
        float[] line(int row) {
            if (row != lastRow) {
                float[] line = older;
                if (row != olderRow) {
                    resize(in, row, line);
                }
                older = last;
                olderRow = lastRow;
                last = line;
                lastRow = row;
            }
            return last;
        }
    }
}

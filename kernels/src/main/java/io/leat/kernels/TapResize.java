package io.leat.kernels;

import java.util.Arrays;

/**
 * Resizes images [batch, inH, inW, channels] to [batch, outH, outW, channels]; each new pixel is a weighted sum of
 * {@code taps} pixels along each dimension.
 *
 * @param rows {@code taps} original rows for each new one
 * @param down their weights
 * @param columns {@code taps} original columns for each new one
 * @param across their weights
 */
public record TapResize(
        int batch, int inH, int inW, int channels, int taps, int[] rows, float[] down, int[] columns, float[] across) {

    /** Fills {@code out}. */
    public void run(float[] in, float[] out, Parallel parallel) {
        int outH = rows.length / taps;
        int outW = columns.length / taps;
        int inRow = inW * channels;
        int work = Math.max(1, (inRow + outW * channels) * taps);
        Ranges.run(batch * outH, Math.max(1, (1 << 15) / work), parallel, (first, n) -> {
            float[] line = new float[inRow];
            for (int row = first; row < first + n; row++) {
                int image = row / outH * inH;
                Arrays.fill(line, 0);
                for (int t = 0; t < taps; t++) {
                    int from = (image + rows[row % outH * taps + t]) * inRow;
                    float weight = down[row % outH * taps + t];
                    for (int i = 0; i < inRow; i++) {
                        line[i] += weight * in[from + i];
                    }
                }
                across(line, out, row * outW * channels);
            }
        });
    }

    private void across(float[] line, float[] out, int at) {
        for (int j = 0; j < columns.length / taps; j++) {
            int to = at + j * channels;
            Arrays.fill(out, to, to + channels, 0);
            for (int t = 0; t < taps; t++) {
                int from = columns[j * taps + t] * channels;
                float weight = across[j * taps + t];
                for (int k = 0; k < channels; k++) {
                    out[to + k] += weight * line[from + k];
                }
            }
        }
    }
}

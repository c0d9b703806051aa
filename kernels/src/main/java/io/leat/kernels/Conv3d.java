package io.leat.kernels;

import java.util.Arrays;

/**
 * Convolutions of volumes [batch, depth, height, width, channels] by a filter [depth, height, width, channels, outC], as
 * products of matrices: the patches under the filter, some at a time, by the filter. All arrays are dense; results are
 * overwritten, and do not depend on the number of threads.
 *
 * @param place where the filter lies
 * @param inC channels of the input
 * @param outC channels of the output
 */
public record Conv3d(Windows3d place, int inC, int outC) {
    /** Elements of the patches that are made at a time. */
    private static final int PATCHES = 1 << 18;

    /** Elements of a patch. */
    private int patch() {
        return place.windowSize() * inC;
    }

    /** Patches that are made at a time. */
    private int step() {
        return Math.clamp(PATCHES / Math.max(1, patch()), 1, Math.max(1, place.outPixels()));
    }

    /** The output [batch, depth, height, width, outC]. */
    public void forward(float[] in, float[] filter, float[] out, Parallel parallel) {
        int pixels = place.outPixels();
        int step = step();
        int perImage = (pixels + step - 1) / step;
        parallel.run(place.batch() * perImage, part -> {
            int image = part / perImage;
            int first = part % perImage * step;
            int n = Math.min(step, pixels - first);
            float[] patches = new float[n * patch()];
            gather(in, image, first, n, patches);
            Gemm.sgemm(
                    false,
                    false,
                    n,
                    outC,
                    patch(),
                    patches,
                    0,
                    patch(),
                    filter,
                    0,
                    outC,
                    false,
                    out,
                    (image * pixels + first) * outC,
                    outC,
                    Parallel.SERIAL);
        });
    }

    /** The gradient of the input from that of the output. */
    public void gradientInput(float[] filter, float[] dOut, float[] dIn, Parallel parallel) {
        int pixels = place.outPixels();
        int step = step();
        int volume = place.inPixels() * inC;
        parallel.run(place.batch(), image -> {
            Arrays.fill(dIn, image * volume, (image + 1) * volume, 0);
            float[] patches = new float[step * patch()];
            for (int first = 0; first < pixels; first += step) {
                int n = Math.min(step, pixels - first);
                Gemm.sgemm(
                        false,
                        true,
                        n,
                        patch(),
                        outC,
                        dOut,
                        (image * pixels + first) * outC,
                        outC,
                        filter,
                        0,
                        outC,
                        false,
                        patches,
                        0,
                        patch(),
                        Parallel.SERIAL);
                scatter(patches, image, first, n, dIn);
            }
        });
    }

    /** The gradient of the filter from that of the output. */
    public void gradientFilter(float[] in, float[] dOut, float[] dFilter, Parallel parallel) {
        int pixels = place.outPixels();
        int step = step();
        Arrays.fill(dFilter, 0, patch() * outC, 0);
        float[] patches = new float[step * patch()];
        for (int image = 0; image < place.batch(); image++) {
            for (int first = 0; first < pixels; first += step) {
                int n = Math.min(step, pixels - first);
                Arrays.fill(patches, 0);
                gather(in, image, first, n, patches);
                Gemm.sgemm(
                        true,
                        false,
                        patch(),
                        outC,
                        n,
                        patches,
                        0,
                        patch(),
                        dOut,
                        (image * pixels + first) * outC,
                        outC,
                        true,
                        dFilter,
                        0,
                        outC,
                        parallel);
            }
        }
    }

    /** Copies the patches of {@code n} output pixels; what lies outside of the input is left alone. */
    private void gather(float[] in, int image, int first, int n, float[] patches) {
        int volume = image * place.inPixels();
        for (int i = 0; i < n; i++) {
            int to = i * patch();
            place.forEach(
                    first + i, (pixel, k) -> System.arraycopy(in, (volume + pixel) * inC, patches, to + k * inC, inC));
        }
    }

    /** Adds the patches of {@code n} output pixels to the pixels that they were made from. */
    private void scatter(float[] patches, int image, int first, int n, float[] dIn) {
        int volume = image * place.inPixels();
        for (int i = 0; i < n; i++) {
            int from = i * patch();
            place.forEach(first + i, (pixel, k) -> {
                int to = (volume + pixel) * inC;
                for (int c = 0; c < inC; c++) {
                    dIn[to + c] += patches[from + k * inC + c];
                }
            });
        }
    }
}

package io.leat.kernels;

/**
 * Windows over volumes. Element {@code k} of window {@code o} is pixel {@code o * stride + k * dilation - before} along each
 * of the three dimensions, if there is one. Arrays have three elements each.
 *
 * @param batch volumes
 * @param in sizes of a volume
 * @param window sizes of a window
 * @param strides from one window to the next, at least 1
 * @param dilations from one element of a window to the next, at least 1
 * @param before pixels of padding before the volume
 * @param out numbers of windows
 */
public record Windows3d(int batch, int[] in, int[] window, int[] strides, int[] dilations, int[] before, int[] out) {
    /** Told of an element of a window that is a pixel of the volume; both are numbered in row-major order. */
    interface Visitor {
        void at(int pixel, int element);
    }

    int inPixels() {
        return in[0] * in[1] * in[2];
    }

    int outPixels() {
        return out[0] * out[1] * out[2];
    }

    int windowSize() {
        return window[0] * window[1] * window[2];
    }

    /** Visits the elements of window {@code o}, numbered in row-major order, in row-major order. */
    void forEach(int o, Visitor visitor) {
        int z = o / (out[1] * out[2]) * strides[0] - before[0];
        int y = o / out[2] % out[1] * strides[1] - before[1];
        int x = o % out[2] * strides[2] - before[2];
        for (int i = 0; i < window[0]; i++) {
            int pz = z + i * dilations[0];
            if (pz < 0 || pz >= in[0]) {
                continue;
            }
            for (int j = 0; j < window[1]; j++) {
                int py = y + j * dilations[1];
                if (py < 0 || py >= in[1]) {
                    continue;
                }
                for (int k = 0; k < window[2]; k++) {
                    int px = x + k * dilations[2];
                    if (px >= 0 && px < in[2]) {
                        visitor.at((pz * in[1] + py) * in[2] + px, (i * window[1] + j) * window[2] + k);
                    }
                }
            }
        }
    }
}

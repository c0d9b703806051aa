package io.leat.kernels;

/**
 * Winograd's convolutions with tiles of six by six: m by m outputs of a filter of r by r, with {@code m + r = 7}, cost
 * 36 products instead of {@code m * m * r * r}. In one dimension, {@code y = A ((G g) * (B d))}, where the products are
 * taken element by element; the matrices follow from the interpolation points 0, 1, -1, 1/2, -2 and infinity, which
 * lose the fewest digits: results are within 8 units in the last place of the sum of the terms' magnitudes.
 */
final class Winograd {
    /** The edge of a tile of the input. */
    static final int TILE = 6;

    static final int POSITIONS = TILE * TILE;

    private static final double[] POINTS = {0, 1, -1, 0.5, -2};

    /** What one product of a tile costs, against one of the plain convolution, to make up for its shorter loops. */
    private static final double PRODUCT = 1.15;

    /** Products in whose time an element of a tile is transformed, and one of the filter is read. */
    private static final double TRANSFORM = 12;

    private static final double FILTER = 13;

    private Winograd() {}

    /** Whether this way serves a convolution, of {@code float} and in vector form, and its gradients. */
    static boolean serves(ConvShape s) {
        boolean fits = VectorSupport.AVAILABLE
                && s.groups() == 1
                && s.kernelH() == s.kernelW()
                && (s.kernelH() == 3 || s.kernelH() == 5)
                && s.strideH() == 1
                && s.strideW() == 1
                && s.dilationH() == 1
                && s.dilationW() == 1
                && s.inC() % VectorSupport.floatLanes() == 0
                && s.outC() % VectorSupport.floatLanes() == 0
                && s.inputSize() > 0
                && s.outputSize() > 0;
        return fits && cost(s) < 0.9 * s.outH() * s.outW() * s.batch() * s.kernelH() * s.kernelW();
    }

    /** In products of the plain convolution, per pair of an input and an output channel. */
    private static double cost(ConvShape s) {
        int m = outputs(s.kernelH());
        double tiles = (double) s.batch() * tiles(s.outH(), m) * tiles(s.outW(), m);
        double transforms = TRANSFORM * (s.inC() + s.outC()) / ((double) s.inC() * s.outC());
        return POSITIONS * (tiles * (PRODUCT + transforms) + FILTER);
    }

    /** The edge of a tile of the output for a filter of edge {@code r}. */
    static int outputs(int r) {
        return TILE + 1 - r;
    }

    /** The number of tiles with {@code m} elements in {@code size}. */
    static int tiles(int size, int m) {
        return (size + m - 1) / m;
    }

    /** The matrix G, six by {@code r}, by rows. */
    static float[] filterMatrix(int r) {
        float[] g = new float[TILE * r];
        for (int i = 0; i < POINTS.length; i++) {
            for (int k = 0; k < r; k++) {
                g[i * r + k] = (float) (power(POINTS[i], k) / scale(i));
            }
        }
        g[TILE * r - 1] = 1;
        return g;
    }

    /** The matrix A, {@code m} by six, by rows, with the scales that are left out of the rows of G. */
    static float[] scaledOutputMatrix(int m) {
        float[] a = new float[m * TILE];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < POINTS.length; j++) {
                a[i * TILE + j] = (float) (power(POINTS[j], i) / scale(j));
            }
        }
        a[m * TILE - 1] = 1;
        return a;
    }

    /** What divides the powers of a point in G. */
    private static double scale(int point) {
        double scale = 1;
        for (int j = 0; j < POINTS.length; j++) {
            scale *= point == j ? 1 : POINTS[point] - POINTS[j];
        }
        return scale;
    }

    private static double power(double x, int k) {
        return k == 0 ? 1 : x * power(x, k - 1);
    }
}

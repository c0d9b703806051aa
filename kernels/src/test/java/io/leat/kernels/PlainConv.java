package io.leat.kernels;

/**
 * A convolution by plain loops: each pair of an input and an output pixel that sees it, with all its channels, is
 * visited once. Beside every sum stands the sum of the terms' magnitudes.
 */
final class PlainConv {
    final double[] sums;
    final double[] magnitudes;
    final int[] terms;

    private PlainConv(int size) {
        sums = new double[size];
        magnitudes = new double[size];
        terms = new int[size];
    }

    private interface Term {
        void visit(int in, int filter, int out);
    }

    static PlainConv forward(ConvShape s, double[] in, double[] filter) {
        PlainConv result = new PlainConv(s.outputSize());
        terms(s, (i, f, o) -> result.add(o, in[i] * filter[f]));
        return result;
    }

    static PlainConv gradientInput(ConvShape s, double[] filter, double[] dOut) {
        PlainConv result = new PlainConv(s.inputSize());
        terms(s, (i, f, o) -> result.add(i, dOut[o] * filter[f]));
        return result;
    }

    static PlainConv gradientFilter(ConvShape s, double[] in, double[] dOut) {
        PlainConv result = new PlainConv(s.filterSize());
        terms(s, (i, f, o) -> result.add(f, in[i] * dOut[o]));
        return result;
    }

    private void add(int at, double term) {
        sums[at] += term;
        magnitudes[at] += Math.abs(term);
        terms[at]++;
    }

    private static void terms(ConvShape s, Term term) {
        for (int b = 0; b < s.batch(); b++) {
            for (int y = 0; y < s.outH(); y++) {
                for (int x = 0; x < s.outW(); x++) {
                    for (int i = 0; i < s.kernelH(); i++) {
                        for (int j = 0; j < s.kernelW(); j++) {
                            int inY = y * s.strideH() + i * s.dilationH() - s.padTop();
                            int inX = x * s.strideW() + j * s.dilationW() - s.padLeft();
                            if (inY >= 0 && inY < s.inH() && inX >= 0 && inX < s.inW()) {
                                int in = ((b * s.inH() + inY) * s.inW() + inX) * s.inC();
                                int filter = (i * s.kernelW() + j) * s.filterC() * s.outC();
                                int out = ((b * s.outH() + y) * s.outW() + x) * s.outC();
                                channels(s, in, filter, out, term);
                            }
                        }
                    }
                }
            }
        }
    }

    private static void channels(ConvShape s, int in, int filter, int out, Term term) {
        for (int o = 0; o < s.outC(); o++) {
            int group = o / (s.outC() / s.groups());
            for (int c = 0; c < s.filterC(); c++) {
                term.visit(in + group * s.filterC() + c, filter + c * s.outC() + o, out + o);
            }
        }
    }

    /** Compares {@code actual} from {@code offset} on, and sees to it that nothing around was written. */
    void check(String what, double[] actual, int offset, double guard, double unit) {
        for (int i = 0; i < actual.length; i++) {
            int at = i - offset;
            boolean inside = at >= 0 && at < sums.length;
            double expected = inside ? sums[at] : guard;
            double tolerance = inside ? terms[at] * unit * magnitudes[at] : 0;
            if (!(Math.abs(actual[i] - expected) <= tolerance)) {
                throw new AssertionError(
                        "%s: element %d is %s, expected %s ± %s".formatted(what, at, actual[i], expected, tolerance));
            }
        }
    }
}

package io.leat.compiler.codegen;

import io.leat.tensor.InternalException;

/** The base of generated map kernels. Generated classes override those of the three forms that {@link Code} says. */
abstract class GeneratedMap implements MapKernel {
    /** Up to so many elements are computed one by one where there is a choice: tiles have a price. */
    private static final int FEW = 16;

    final float[] floats;
    final double[] doubles;
    final int[] ints;
    final long[] longs;
    private final Code code;

    /**
     * What a generated class has.
     *
     * @param direct whether it has the direct form
     * @param elements whether it has the form for few elements
     * @param tiles whether it has the form for tiles
     * @param scratch the tiles that this form needs
     */
    record Code(byte[] bytes, boolean direct, boolean elements, boolean tiles, Scratch.Size scratch) {}

    GeneratedMap(Constants constants, Code code) {
        this.floats = constants.floats();
        this.doubles = constants.doubles();
        this.ints = constants.ints();
        this.longs = constants.longs();
        this.code = code;
    }

    @Override
    public final void run(Object[] inputs, int[] inputAt, Object[] outputs, int outputAt, int n) {
        if (n <= 0) {
            return;
        }
        if (code.direct) {
            direct(inputs, inputAt, outputs, outputAt, outputAt + n);
        } else if (code.elements && (n <= FEW || !code.tiles)) {
            elements(inputs, inputAt, outputs, outputAt, n);
        } else {
            Scratch scratch = Scratch.current(code.scratch);
            for (int done = 0; done < n; done += Scratch.TILE) {
                tile(inputs, inputAt, done, outputs, outputAt + done, Math.min(Scratch.TILE, n - done), scratch);
            }
        }
    }

    /** One loop over arrays that all have the results' index. */
    void direct(Object[] inputs, int[] inputAt, Object[] outputs, int from, int to) {
        throw new InternalException("this kernel has no direct form");
    }

    /** One loop, nothing in it vectorised. */
    void elements(Object[] inputs, int[] inputAt, Object[] outputs, int outputAt, int n) {
        throw new InternalException("this kernel has no form for few elements");
    }

    /** The steps of a {@link Schedule} for {@code n} elements; {@code done} is an offset of inputs of their own. */
    void tile(Object[] inputs, int[] inputAt, int done, Object[] outputs, int outputAt, int n, Scratch scratch) {
        throw new InternalException("this kernel has no form for tiles");
    }
}

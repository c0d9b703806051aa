package io.leat.compiler.codegen;

import io.leat.tensor.InternalException;
import java.util.List;

/** The base of generated map kernels. Generated classes override those of the three forms that {@link Code} says. */
abstract class GeneratedMap implements MapKernel {
    /** Up to so many elements are computed one by one where there is a choice: tiles have a price. */
    private static final int FEW = 16;

    /** After so many elements without routines they are warmed up: shorter programs do not pay for it. */
    private static final int COLD_ELEMENTS = 16_384;

    final float[] floats;
    final double[] doubles;
    final int[] ints;
    final long[] longs;
    private final Code code;
    private boolean warm;
    private long coldElements;

    /**
     * What a generated class has.
     *
     * @param direct whether it has the direct form
     * @param elements whether it has the form for few elements
     * @param tiles whether it has the form for tiles
     * @param scratch the tiles that this form needs
     * @param routines what this form calls
     */
    record Code(
            byte[] bytes,
            boolean direct,
            boolean elements,
            boolean tiles,
            Scratch.Size scratch,
            List<WarmUp> routines) {}

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
            elements(inputs, inputAt, 0, outputs, outputAt, n);
        } else {
            int done = 0;
            while (done < n && code.elements && !isWarm()) {
                int few = Math.min(COLD_ELEMENTS, n - done);
                elements(inputs, inputAt, done, outputs, outputAt + done, few);
                coldElements += few;
                done += few;
            }
            tiles(inputs, inputAt, done, outputs, outputAt, n);
        }
    }

    private void tiles(Object[] inputs, int[] inputAt, int first, Object[] outputs, int outputAt, int n) {
        Scratch scratch = Scratch.current(code.scratch);
        for (int done = first; done < n; done += Scratch.TILE) {
            tile(inputs, inputAt, done, outputs, outputAt + done, Math.min(Scratch.TILE, n - done), scratch);
        }
    }

    /** Whether the routines are fast yet; has them made fast when it pays. Races are harmless. */
    private boolean isWarm() {
        if (!warm) {
            warm = code.routines.stream().allMatch(WarmUp::isDone);
            if (!warm && coldElements > COLD_ELEMENTS) {
                code.routines.forEach(WarmUp::start);
            }
        }
        return warm;
    }

    /** One loop over arrays that all have the results' index. */
    void direct(Object[] inputs, int[] inputAt, Object[] outputs, int from, int to) {
        throw new InternalException("this kernel has no direct form");
    }

    /** One loop, nothing in it vectorised; {@code done} is an offset of inputs of their own. */
    void elements(Object[] inputs, int[] inputAt, int done, Object[] outputs, int outputAt, int n) {
        throw new InternalException("this kernel has no form for few elements");
    }

    /** The steps of a {@link Schedule} for {@code n} elements; {@code done} as for the elements. */
    void tile(Object[] inputs, int[] inputAt, int done, Object[] outputs, int outputAt, int n, Scratch scratch) {
        throw new InternalException("this kernel has no form for tiles");
    }
}

package io.leat.kernels;

/**
 * Uniform and normal doubles for one output of a sampler that needs any number of them. A block of the stream gives two
 * numbers of one kind, and the second is used first.
 */
final class RandomStretch {
    private final Philox philox;
    private final int[] bits = new int[Philox.BLOCK];
    private final double[] normals = new double[2];
    private double uniform;
    private int normalsLeft;
    private boolean uniformLeft;

    /** The stretch of output {@code index} of the op whose reserved stream begins at {@code start}. */
    RandomStretch(Philox start, int index) {
        philox = start.copy((long) index * GuardedPhilox.BLOCKS_PER_OUTPUT);
    }

    /** The next normal number. */
    double normal() {
        if (normalsLeft == 0) {
            philox.fill(bits, 0, 1);
            BoxMuller.pair(bits[0], bits[1], bits[2], bits[3], normals, 0);
            normalsLeft = 2;
        }
        return normals[--normalsLeft];
    }

    /** The next uniform number in [0, 1). */
    double uniform() {
        if (uniformLeft) {
            uniformLeft = false;
            return uniform;
        }
        philox.fill(bits, 0, 1);
        uniform = RandomUniform.real(bits[0], bits[1]);
        uniformLeft = true;
        return RandomUniform.real(bits[2], bits[3]);
    }
}

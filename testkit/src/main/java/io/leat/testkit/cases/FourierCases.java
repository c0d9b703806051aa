package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;

/** Fourier transforms. */
public final class FourierCases {
    private static final DType[] COMPLEX = {DType.COMPLEX64, DType.COMPLEX128};

    private FourierCases() {}

    public static void addTo(Cases t) {
        for (int rank = 1; rank <= 3; rank++) {
            String suffix = rank == 1 ? "" : rank + "D";
            for (long[] dims : new long[][] {{2, 3, 4, 5}, {2, 4, 8}, {1, 1, 1}, {3, 5, 7}}) {
                for (String op : new String[] {"FFT", "IFFT"}) {
                    t.op(op + suffix).x(dims).over(COMPLEX);
                }
                real(t, suffix, rank, dims, false);
                real(t, suffix, rank, dims, true);
            }
            t.op("FFT" + suffix).x(2, 0, 3, 1).over(COMPLEX);
        }
        t.op("RFFT")
                .x(2, 4)
                .constant(Tensor.vector(6))
                .attr("Tcomplex", DType.COMPLEX64)
                .fails("Input dimension 1 must have length of at least 6 but got: 4")
                .over(DType.FLOAT32);
    }

    /** Of all that there is, or of a part along the last dimension. */
    private static void real(Cases t, String suffix, int rank, long[] dims, boolean part) {
        int[] lengths = new int[rank];
        for (int i = 0; i < rank; i++) {
            lengths[i] = (int) dims[dims.length - rank + i];
        }
        int last = lengths[rank - 1];
        lengths[rank - 1] = part ? Math.max(1, last - 1) : last;
        for (boolean wide : new boolean[] {false, true}) {
            DType real = wide ? DType.FLOAT64 : DType.FLOAT32;
            DType complex = wide ? DType.COMPLEX128 : DType.COMPLEX64;
            t.op("RFFT" + suffix)
                    .x(dims)
                    .constant(Tensor.vector(lengths))
                    .attr("Tcomplex", complex)
                    .over(real);
            t.op("IRFFT" + suffix)
                    .x(dims)
                    .constant(Tensor.vector(lengths))
                    .attr("Treal", real)
                    .over(complex);
        }
    }
}

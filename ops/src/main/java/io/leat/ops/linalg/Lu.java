package io.leat.ops.linalg;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code P A = L U} of matrices [..., n, n]: {@code lu} holds U, and below its diagonal L, which has ones on its own;
 * {@code p} [..., n] says which row of A comes to each place.
 */
@OpSpec("Lu(input: T) -> (lu: T, p: output_idx_type); T: {double, float, half, complex64, complex128}; "
        + "output_idx_type: {int32, int64} = DT_INT32")
public final class Lu extends MatrixOp {
    @Override
    protected void infer(Inference c) {
        Shape s = square(c.shape(0));
        c.output(0, s);
        c.output(1, s.hasRank() ? s.slice(0, s.rank() - 1) : s);
    }

    @Override
    protected void compute(Compute c) {
        Shape s = square(c.shape(0));
        Elements p = Elements.allocate(c.outputDType(1), s.slice(0, s.rank() - 1));
        List<Matrix> all = new ArrayList<>();
        int at = 0;
        for (Matrix a : read(c.input(0))) {
            var lu = new LuFactors(a);
            if (lu.singular) {
                throw new InvalidArgumentException("Input is not invertible.");
            }
            all.add(lu.lu);
            for (int row : lu.rows) {
                p.setInteger(at++, row);
            }
        }
        c.output(0, write(c.outputDType(0), s, all));
        c.output(1, p.tensor());
    }
}

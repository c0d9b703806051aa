package io.leat.ops.ragged;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ops.strings.FarmHash;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Row by row all combinations of one value of each feature, as a ragged matrix: texts joined by {@code _X_}, or their
 * fingerprints modulo {@code num_buckets}. Features are ragged, sparse or dense matrices of one number of rows, in the
 * order that the letters R, S and D of {@code input_order} say.
 */
@OpSpec("RaggedCross(ragged_values: ragged_values_types, ragged_row_splits: ragged_splits_types, "
        + "sparse_indices: Nsparse * int64, sparse_values: sparse_values_types, sparse_shape: Nsparse * int64, "
        + "dense_inputs: dense_types) -> (output_values: out_values_type, output_row_splits: out_row_splits_type); "
        + "Nsparse: int >= 0; input_order: string; hashed_output: bool; num_buckets: int >= 0; hash_key: int; "
        + "ragged_values_types: list({int64, string}) >= 0; ragged_splits_types: list({int32, int64}) >= 0; "
        + "sparse_values_types: list({int64, string}) >= 0; dense_types: list({int64, string}) >= 0; "
        + "out_values_type: {int64, string}; out_row_splits_type: {int32, int64}")
public final class RaggedCross extends Op {
    private static final byte[] SEPARATOR = "_X_".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void infer(Inference c) {
        int ragged = c.attrs().types("ragged_values_types").size();
        int sparse = c.attrs().intValue("Nsparse");
        int dense = c.attrs().types("dense_types").size();
        if (ragged != c.attrs().types("ragged_splits_types").size()) {
            throw new InvalidArgumentException("ragged values and splits must have the same length");
        }
        if (sparse != c.attrs().types("sparse_values_types").size()) {
            throw new InvalidArgumentException("sparse indices and values must have the same length");
        }
        if (ragged + sparse + dense != c.attrs().text("input_order").length()) {
            throw new InvalidArgumentException("Invalid length for input_order");
        }
        long rows = Shape.ANY;
        for (int i = 0; i < ragged; i++) {
            c.shape(i, 1);
            long splits = c.shape(ragged + i, 1).dim(0);
            rows = splits > 0 && rows == Shape.ANY ? splits - 1 : rows;
        }
        int first = 2 * ragged + 3 * sparse;
        for (int i = 0; i < dense; i++) {
            long n = c.shape(first + i, 2).dim(0);
            rows = rows == Shape.ANY ? n : rows;
        }
        c.output(0, Shape.of(Shape.ANY));
        c.output(1, Shape.of(rows == Shape.ANY ? Shape.ANY : rows + 1));
    }

    /**
     * One feature.
     *
     * @param ends where each row ends among the values
     */
    private record Feature(Elements values, long[] ends) {
        long from(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }

        int count(int row) {
            return (int) (ends[row] - from(row));
        }

        byte[] text(int i) {
            return values.dtype() == DType.STRING
                    ? values.string(i)
                    : Long.toString(values.integer(i)).getBytes(StandardCharsets.UTF_8);
        }

        long fingerprint(int i) {
            return values.dtype() == DType.STRING ? FarmHash.of(values.string(i)) : values.integer(i);
        }
    }

    private static InvalidArgumentException notMatrix() {
        return new InvalidArgumentException("tf.ragged.cross only supports inputs with rank=2.");
    }

    private static Feature ragged(Tensor values, Tensor splits) {
        if (values.shape().rank() != 1 || splits.shape().rank() != 1) {
            throw notMatrix();
        }
        Splits.require(splits, values.size());
        long[] s = Constants.integers(splits);
        return new Feature(Elements.of(values), Arrays.copyOfRange(s, 1, s.length));
    }

    private static Feature sparse(Tensor indices, Tensor values, Tensor shape, int number) {
        boolean whole = indices.shape().rank() == 2
                && values.shape().rank() == 1
                && shape.shape().rank() == 1;
        if (!whole || indices.shape().dim(0) != values.size()) {
            throw new InvalidArgumentException("Invalid SparseTensor " + number);
        }
        if (shape.size() != 2 || indices.shape().dim(1) != 2) {
            throw notMatrix();
        }
        long rows = Elements.of(shape).integer(0);
        if (rows < 0 || rows > Integer.MAX_VALUE) {
            throw new InvalidArgumentException("Invalid SparseTensor " + number);
        }
        long[] ends = new long[(int) rows];
        Elements at = Elements.of(indices);
        int i = 0;
        for (int row = 0; row < ends.length; row++) {
            while (i < values.size() && at.integer(2 * i) <= row) {
                i++;
            }
            ends[row] = i;
        }
        return new Feature(Elements.of(values), ends);
    }

    private static Feature dense(Tensor t) {
        if (t.shape().rank() != 2) {
            throw notMatrix();
        }
        long[] ends = new long[(int) t.shape().dim(0)];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (i + 1) * t.shape().dim(1);
        }
        return new Feature(Elements.of(t), ends);
    }

    private static List<Feature> features(Compute c) {
        int nr = c.attrs().types("ragged_values_types").size();
        int ns = c.attrs().intValue("Nsparse");
        int nd = c.attrs().types("dense_types").size();
        int r = 0;
        int s = 0;
        int d = 0;
        List<Feature> out = new ArrayList<>();
        for (char kind : c.attrs().text("input_order").toCharArray()) {
            if (kind == 'R' && r < nr) {
                out.add(ragged(c.input(r), c.input(nr + r++)));
            } else if (kind == 'S' && s < ns) {
                int at = 2 * nr + s;
                out.add(sparse(c.input(at), c.input(at + ns), c.input(at + 2 * ns), s++));
            } else if (kind == 'D' && d < nd) {
                out.add(dense(c.input(2 * nr + 3 * ns + d++)));
            } else {
                throw new InvalidArgumentException("Unexpected input_order value.");
            }
        }
        for (Feature f : out) {
            if (f.ends.length != out.getFirst().ends.length) {
                throw new InvalidArgumentException("inputs must all have the same batch dimension size.");
            }
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        List<Feature> features = features(c);
        int rows = features.isEmpty() ? 0 : features.getFirst().ends.length;
        long[] splits = new long[rows + 1];
        for (int r = 0; r < rows; r++) {
            long n = 1;
            for (Feature f : features) {
                n = Math.multiplyExact(n, f.count(r));
            }
            splits[r + 1] = Math.addExact(splits[r], n);
        }
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(splits[rows]));
        int[] chosen = new int[features.size()];
        for (int r = 0; r < rows; r++) {
            for (int i = (int) splits[r]; i < splits[r + 1]; i++) {
                int rest = i - (int) splits[r];
                for (int f = chosen.length - 1; f >= 0; f--) {
                    Feature feature = features.get(f);
                    chosen[f] = (int) feature.from(r) + rest % feature.count(r);
                    rest /= feature.count(r);
                }
                write(c, features, chosen, out, i);
            }
        }
        c.output(0, out.tensor());
        c.output(1, Splits.tensor(c.outputDType(1), splits));
    }

    private static void write(Compute c, List<Feature> features, int[] chosen, Elements out, int i) {
        if (out.dtype() == DType.STRING) {
            var text = new ByteArrayOutputStream();
            for (int f = 0; f < chosen.length; f++) {
                if (f > 0) {
                    text.writeBytes(SEPARATOR);
                }
                text.writeBytes(features.get(f).text(chosen[f]));
            }
            out.setString(i, text.toByteArray());
            return;
        }
        long hash = c.attrs().integer("hash_key");
        for (int f = 0; f < chosen.length; f++) {
            hash = FarmHash.join(hash, features.get(f).fingerprint(chosen[f]));
        }
        long buckets = c.attrs().integer("num_buckets");
        out.setInteger(i, Long.remainderUnsigned(hash, buckets > 0 ? buckets : Long.MAX_VALUE));
    }
}

package io.leat.ops.parsing;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The ops that parse {@code Example} messages: which outputs stand where, and their shapes. */
abstract class ExampleParsing extends Op {
    /** The names of the features of one kind, none while they are not needed. */
    static List<String> keys(Tensor t) {
        return Arrays.stream(Raw.strings(t))
                .map(s -> new String(s, StandardCharsets.UTF_8))
                .toList();
    }

    /** Sets the shapes of sparse and dense outputs, and of ragged ones at the end. */
    static void shapes(Inference c, Shape serialized) {
        int sparse = c.attrs().types("sparse_types").size();
        List<Shape> dense = c.attrs().shapes("dense_shapes");
        int rank = serialized.hasRank() ? serialized.rank() + 1 : -1;
        for (int i = 0; i < sparse; i++) {
            c.output(i, Shape.of(Shape.ANY, rank < 0 ? Shape.ANY : rank));
            c.output(sparse + i, Shape.of(Shape.ANY));
            c.output(2 * sparse + i, Shape.of(rank < 0 ? Shape.ANY : rank));
        }
        for (int i = 0; i < dense.size(); i++) {
            c.output(3 * sparse + i, serialized.concat(dense.get(i)));
        }
        int ragged = (c.outputs() - 3 * sparse - dense.size()) / 2;
        int at = 3 * sparse + dense.size();
        for (int i = 0; i < ragged; i++) {
            boolean vector = serialized.rank() == 1 && serialized.dim(0) != Shape.ANY;
            c.output(at + i, Shape.of(Shape.ANY));
            c.output(
                    at + ragged + i, Shape.of(vector ? serialized.dim(0) + 1 : serialized.rank() == 0 ? 0 : Shape.ANY));
        }
    }

    static void check(String what, int given, String attr, int expected) {
        if (given != expected) {
            throw new InvalidArgumentException(
                    "Expected len(" + what + ") == len(" + attr + ") but got: " + given + " vs. " + expected);
        }
    }

    /** Computes the sparse and then the dense outputs; the defaults are the inputs from {@code defaults} on. */
    static void outputs(Compute c, ExampleBatch batch, List<String> sparseKeys, List<String> denseKeys, int defaults) {
        List<DType> types = c.attrs().types("sparse_types");
        List<Shape> shapes = c.attrs().shapes("dense_shapes");
        check("sparse_keys", sparseKeys.size(), "sparse_types", types.size());
        check("dense_keys", denseKeys.size(), "dense_shapes", shapes.size());
        int n = types.size();
        for (int i = 0; i < n; i++) {
            ExampleBatch.Sparse s = batch.sparse(sparseKeys.get(i), types.get(i));
            c.output(i, s.indices());
            c.output(n + i, s.values());
            c.output(2 * n + i, s.shape());
        }
        for (int i = 0; i < shapes.size(); i++) {
            c.output(3 * n + i, batch.dense(denseKeys.get(i), shapes.get(i), c.input(defaults + i)));
        }
    }
}

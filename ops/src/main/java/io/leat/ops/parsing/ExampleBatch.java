package io.leat.ops.parsing;

import io.leat.ops.io.ExampleIo;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parsed examples, and how their features become tensors. */
final class ExampleBatch {
    private final List<Map<String, Tensor>> examples = new ArrayList<>();
    private final byte[][] names;

    /** Whether there is one example rather than a batch of them: then the outputs have no dimension for it. */
    private final boolean single;

    ExampleBatch(Tensor serialized, byte[][] names) {
        if (serialized.shape().rank() > 1) {
            throw new InvalidArgumentException(
                    "Expected serialized to be a scalar or vector, got shape: " + serialized.shape());
        }
        this.single = serialized.shape().rank() == 0;
        this.names = names;
        byte[][] messages = Raw.strings(serialized);
        if (names.length != 0 && names.length != messages.length) {
            throw new InvalidArgumentException(
                    "Expected len(names) == len(serialized), but got: " + names.length + " vs. " + messages.length);
        }
        ExampleIo io = ExampleIo.find();
        for (byte[] message : messages) {
            examples.add(io.parse(message));
        }
    }

    private String name(int i) {
        return names.length == 0 ? "<unknown>" : new String(names[i], StandardCharsets.UTF_8);
    }

    /** The values of a feature of example {@code i}, or null when it is missing. */
    private @Nullable Tensor values(int i, String key, DType type) {
        Tensor t = examples.get(i).get(key);
        if (t != null && t.dtype() != type) {
            throw new InvalidArgumentException("Name: " + name(i) + ", Key: " + key + ", Index: " + i
                    + ".  Data types don't match. Expected type: " + type.signatureName() + ", actual type: "
                    + t.dtype().signatureName());
        }
        return t;
    }

    private Shape batch() {
        return single ? Shape.SCALAR : Shape.of(examples.size());
    }

    /** All values with their places and the shape of the sparse tensor that they make. */
    record Sparse(Tensor indices, Tensor values, Tensor shape) {}

    Sparse sparse(String key, DType type) {
        int rank = single ? 1 : 2;
        List<Tensor> rows = rows(key, type);
        int n = rows.stream().mapToInt(t -> (int) t.size()).sum();
        Elements indices = Elements.allocate(DType.INT64, Shape.of(n, rank));
        Elements values = Elements.allocate(type, Shape.of(n));
        int at = 0;
        long width = 0;
        for (int i = 0; i < rows.size(); i++) {
            Elements row = Elements.of(rows.get(i));
            width = Math.max(width, row.size());
            for (int j = 0; j < row.size(); j++) {
                if (!single) {
                    indices.setInteger(at * 2, i);
                }
                indices.setInteger(at * rank + rank - 1, j);
                row.copy(j, values, at++);
            }
        }
        Tensor shape = single ? Tensor.vector(width) : Tensor.vector((long) rows.size(), width);
        return new Sparse(indices.tensor(), values.tensor(), shape);
    }

    private List<Tensor> rows(String key, DType type) {
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Tensor t = values(i, key, type);
            rows.add(t == null ? Tensor.zeros(type, Shape.of(0)) : t);
        }
        return rows;
    }

    /** All values in one vector, and where each example's begin and end; of a single one no splits. */
    record Ragged(Tensor values, Tensor splits) {}

    Ragged ragged(String key, DType type, DType splitType) {
        List<Tensor> rows = rows(key, type);
        int n = rows.stream().mapToInt(t -> (int) t.size()).sum();
        Elements values = Elements.allocate(type, Shape.of(n));
        Elements splits = Elements.allocate(splitType, Shape.of(single ? 0 : rows.size() + 1));
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            Elements row = Elements.of(rows.get(i));
            row.copyRange(0, values, at, row.size());
            at += row.size();
            if (!single) {
                splits.setInteger(i + 1, at);
            }
        }
        return new Ragged(values.tensor(), splits.tensor());
    }

    /**
     * The values of a feature in one tensor.
     *
     * @param shape of one example; where its first dimension is not known, the longest example decides, and shorter ones
     *     are filled with {@code ifMissing}
     * @param ifMissing the values of an example that lacks the feature; empty where it must not
     */
    Tensor dense(String key, Shape shape, Tensor ifMissing) {
        boolean variable = shape.rank() > 0 && shape.dim(0) == Shape.ANY;
        return variable ? padded(key, shape, ifMissing) : fixed(key, shape, ifMissing);
    }

    private Tensor fixed(String key, Shape shape, Tensor ifMissing) {
        DType type = ifMissing.dtype();
        int n = Math.toIntExact(shape.size());
        Elements out = Elements.allocate(type, batch().concat(shape));
        for (int i = 0; i < examples.size(); i++) {
            Tensor t = values(i, key, type);
            if (t == null) {
                if (ifMissing.size() != n) {
                    throw new InvalidArgumentException("Name: " + name(i) + ", Feature: " + key + " (data type: "
                            + type.signatureName() + ") is required but could not be found.");
                }
                t = ifMissing;
            }
            if (t.size() != n) {
                throw new InvalidArgumentException("Name: " + name(i) + ", Key: " + key + ", Index: " + i
                        + ".  Number of " + type.signatureName() + " values != expected.  values size: " + t.size()
                        + " but output shape: " + shape);
            }
            Elements.of(t).copyRange(0, out, i * n, n);
        }
        return out.tensor();
    }

    private Tensor padded(String key, Shape shape, Tensor ifMissing) {
        DType type = ifMissing.dtype();
        int row = Math.toIntExact(shape.from(1).size());
        List<Tensor> rows = rows(key, type);
        long most = 0;
        for (int i = 0; i < rows.size(); i++) {
            long n = rows.get(i).size();
            if (row == 0 || n % row != 0) {
                throw new InvalidArgumentException("Name: " + name(i) + ", Key: " + key + ", Index: " + i
                        + ".  Number of " + type.signatureName()
                        + " values is not a multiple of stride length. Saw " + n + " values but output shape is: "
                        + shape);
            }
            most = Math.max(most, n);
        }
        Elements out = Elements.allocate(type, batch().concat(shape.withDim(0, row == 0 ? 0 : most / row)));
        Elements padding = Elements.of(ifMissing);
        for (int i = 0; i < rows.size(); i++) {
            Elements from = Elements.of(rows.get(i));
            int at = Math.toIntExact(i * most);
            from.copyRange(0, out, at, from.size());
            for (int j = from.size(); j < most && padding.size() > 0; j++) {
                padding.copy(0, out, at + j);
            }
        }
        return out.tensor();
    }
}

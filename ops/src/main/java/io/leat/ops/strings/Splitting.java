package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/** Ops that split the strings of a vector into the rows of a sparse matrix. */
abstract class Splitting extends Op {
    /** The parts of each string. */
    interface Rule {
        List<byte[]> split(byte[] s);
    }

    protected abstract Rule rule(Compute c);

    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.output(0, Shape.of(Shape.ANY, 2));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, Shape.of(2));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("input must be a vector, got shape: " + c.shape(0));
        }
        Rule rule = rule(c);
        byte[][] in = Raw.strings(c.input(0));
        List<List<byte[]>> rows = new ArrayList<>();
        int n = 0;
        int width = 0;
        for (byte[] s : in) {
            List<byte[]> parts = rule.split(s);
            rows.add(parts);
            n += parts.size();
            width = Math.max(width, parts.size());
        }
        Elements indices = Elements.allocate(DType.INT64, Shape.of(n, 2));
        Elements values = Elements.allocate(DType.STRING, Shape.of(n));
        int at = 0;
        for (int i = 0; i < in.length; i++) {
            List<byte[]> row = rows.get(i);
            for (int j = 0; j < row.size(); j++) {
                indices.setInteger(at * 2, i);
                indices.setInteger(at * 2 + 1, j);
                values.setString(at++, row.get(j));
            }
        }
        c.output(0, indices.tensor());
        c.output(1, values.tensor());
        c.output(2, Tensor.vector((long) in.length, (long) width));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}

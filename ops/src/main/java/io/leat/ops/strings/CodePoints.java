package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.ops.strings.Decoding.Errors;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/** The ops that decode all strings of a tensor to code points, as a ragged tensor with a row for each string. */
abstract class CodePoints extends Op {
    @Override
    protected void infer(Inference c) {
        long n = c.shape(0).size();
        c.output(0, Shape.of(n == Shape.ANY ? Shape.ANY : n + 1));
        for (int i = 1; i < c.outputs(); i++) {
            c.output(i, Shape.of(Shape.ANY));
        }
    }

    @Override
    protected void compute(Compute c) {
        Decoding decoding = Decoding.of(c.attrs().text("input_encoding"));
        Errors errors = Errors.of(c.attrs());
        byte[][] in = Raw.strings(c.input(0));
        Elements splits = Elements.allocate(c.outputDType(0), Shape.of(in.length + 1));
        List<Decoding.Characters> all = new ArrayList<>();
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            all.add(decoding.decode(in[i], errors));
            n += all.getLast().points().length;
            splits.setInteger(i + 1, n);
        }
        Elements points = Elements.allocate(DType.INT32, Shape.of(n));
        Elements starts = Elements.allocate(DType.INT64, Shape.of(n));
        int at = 0;
        for (Decoding.Characters row : all) {
            for (int i = 0; i < row.points().length; i++) {
                points.setInteger(at, row.points()[i]);
                starts.setInteger(at++, row.starts()[i]);
            }
        }
        c.output(0, splits.tensor());
        c.output(1, points.tensor());
        if (c.node().outputCount() > 2) {
            c.output(2, starts.tensor());
        }
    }
}

package io.leat.ops.parsing;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ops.io.ProtoIo;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * Serialised protobuf messages [...] of fields, each with values [..., most], of which the first {@code sizes} [..., fields]
 * count. {@code descriptor_source} is {@code local://} for the types that Leat has, a file with a
 * {@code FileDescriptorSet}, or {@code bytes://} and such a set.
 */
@OpSpec("EncodeProto(sizes: int32, values: Tinput_types) -> (bytes: string); field_names: list(string); "
        + "message_type: string; descriptor_source: string = 'local://'; Tinput_types: list(type) >= 1")
public final class EncodeProto extends Op {
    @Override
    protected void infer(Inference c) {
        Shape sizes = c.shape(0).withRankAtLeast(1);
        Shape batch = sizes.hasRank() ? sizes.slice(0, sizes.rank() - 1) : sizes;
        for (int i = 1; i < c.inputs(); i++) {
            Shape s = c.shape(i).withRankAtLeast(1);
            if (s.hasRank()) {
                batch = batch.merge(s.slice(0, s.rank() - 1));
            }
        }
        c.output(0, batch);
    }

    private static Shape batch(Compute c, List<String> names) {
        int n = c.inputs() - 1;
        if (names.size() != n) {
            throw new InvalidArgumentException("Length of inputs list must match field_names");
        }
        Shape batch = Shape.UNKNOWN;
        for (int i = 0; i < n; i++) {
            Shape s = c.shape(i + 1);
            if (s.rank() < 2) {
                throw new InvalidArgumentException("Invalid shape for field " + names.get(i) + ".  Saw shape " + s
                        + " but it should be at least a matrix.");
            }
            Shape outer = s.slice(0, s.rank() - 1);
            if (batch.hasRank() && !batch.equals(outer)) {
                throw new InvalidArgumentException("Values must match up to the last dimension");
            }
            batch = outer;
        }
        Shape sizes = batch.concat(Shape.of(n));
        if (!c.shape(0).equals(sizes)) {
            throw new InvalidArgumentException(
                    "sizes should be batch_size + [len(field_names)].  Saw: " + c.shape(0) + " but expected: " + sizes);
        }
        return batch;
    }

    @Override
    protected void compute(Compute c) {
        List<String> names = c.attrs().texts("field_names");
        Shape batch = batch(c, names);
        List<DType> types = new ArrayList<>();
        for (int i = 1; i < c.inputs(); i++) {
            types.add(c.input(i).dtype());
        }
        ProtoIo.Fields fields =
                ProtoIo.find().fields(ProtoSources.of(c.attrs()), c.attrs().text("message_type"), names, types);
        int n = names.size();
        long[] sizes = c.integers(0);
        Elements out = Elements.allocate(DType.STRING, batch);
        for (int m = 0; m < out.size(); m++) {
            List<Tensor> values = new ArrayList<>();
            for (int f = 0; f < n; f++) {
                values.add(first(c.input(f + 1), m, f, sizes[m * n + f]));
            }
            out.setString(m, fields.encode(values));
        }
        c.output(0, out.tensor());
    }

    private static Tensor first(Tensor values, int message, int field, long count) {
        int most = (int) values.shape().dim(-1);
        if (count < 0 || count > most) {
            throw new InvalidArgumentException("Size to write must not be larger than value tensor; but saw: " + count
                    + " > " + most + " at message " + message + " field " + field);
        }
        Elements e = Elements.allocate(values.dtype(), Shape.of(count));
        Elements.of(values).copyRange(message * most, e, 0, (int) count);
        return e.tensor();
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}

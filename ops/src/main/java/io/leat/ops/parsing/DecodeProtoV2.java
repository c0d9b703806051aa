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
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields of serialised protobuf messages [...]: how often each occurs, {@code sizes} [..., fields], and for each field its
 * values [..., most], filled up with its default. {@code descriptor_source} is {@code local://} for the types that Leat
 * has, a file with a {@code FileDescriptorSet}, or {@code bytes://} and such a set.
 */
@OpSpec("DecodeProtoV2(bytes: string) -> (sizes: int32, values: output_types); message_type: string; "
        + "field_names: list(string); output_types: list(type) >= 0; descriptor_source: string = 'local://'; "
        + "message_format: string = 'binary'; sanitize: bool = false")
public final class DecodeProtoV2 extends Op {
    @Override
    protected void infer(Inference c) {
        Shape batch = c.shape(0);
        int n = c.attrs().types("output_types").size();
        if (n != c.attrs().texts("field_names").size()) {
            throw new InvalidArgumentException("field_names and output_types attributes must have the same length");
        }
        String format = c.attrs().text("message_format");
        if (!format.equals("binary") && !format.equals("text")) {
            throw new InvalidArgumentException("format must be one of binary or text");
        }
        c.output(0, batch.concat(Shape.of(n)));
        for (int i = 1; i <= n; i++) {
            c.output(i, batch.concat(Shape.of(Shape.ANY)));
        }
    }

    @Override
    protected void compute(Compute c) {
        byte[][] messages = Raw.strings(c.input(0));
        if (messages.length == 0) {
            throw new InvalidArgumentException("Bufs argument must contain at least one value");
        }
        List<DType> types = c.attrs().types("output_types");
        ProtoIo.Fields fields = ProtoIo.find()
                .fields(
                        ProtoSources.of(c.attrs()),
                        c.attrs().text("message_type"),
                        c.attrs().texts("field_names"),
                        types);
        boolean text = c.attrs().text("message_format").equals("text");
        int n = types.size();
        Elements sizes = Elements.allocate(DType.INT32, c.shape(0).concat(Shape.of(n)));
        List<List<Tensor>> decoded = new ArrayList<>();
        int[] most = new int[n];
        for (int m = 0; m < messages.length; m++) {
            List<Tensor> values = fields.decode(messages[m], text, c.attrs().bool("sanitize"));
            decoded.add(values);
            for (int f = 0; f < n; f++) {
                int count = (int) values.get(f).size();
                sizes.setInteger(m * n + f, count);
                most[f] = Math.max(most[f], Math.max(1, count));
            }
        }
        c.output(0, sizes.tensor());
        List<Tensor> defaults = fields.defaults();
        for (int f = 0; f < n; f++) {
            Elements out = Elements.allocate(types.get(f), c.shape(0).concat(Shape.of(most[f])));
            Elements ifMissing = Elements.of(defaults.get(f));
            for (int m = 0; m < messages.length; m++) {
                Elements values = Elements.of(decoded.get(m).get(f));
                values.copyRange(0, out, m * most[f], values.size());
                for (int i = values.size(); i < most[f]; i++) {
                    ifMissing.copy(0, out, m * most[f] + i);
                }
            }
            c.output(f + 1, out.tensor());
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}

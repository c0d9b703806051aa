package io.leat.bench.onnx;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX model in the making: ModelProto of IR version 8 with operator set 17. Field numbers are those of
 * {@code onnx.proto}.
 */
final class OnnxModel {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    /** What is written at once of a large constant. */
    private static final int CHUNK = 1 << 16;

    private final List<Message> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private final List<Message> inputs = new ArrayList<>();
    private final List<Message> outputs = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private int names;

    /** Adds an operator with one output, named by this model. */
    String node(String type, List<String> in, Map<String, Object> attributes) {
        String out = fresh(type);
        var node = new Message();
        in.forEach(i -> node.text(1, i));
        node.text(2, out).text(3, out + "_node").text(4, type);
        attributes.forEach((name, value) -> node.message(5, attribute(name, value)));
        nodes.add(node);
        types.add(type);
        return out;
    }

    /** The types of the operators, in order. */
    List<String> types() {
        return List.copyOf(types);
    }

    /** Adds a constant of float, int or long. */
    String constant(Tensor value) {
        String name = fresh("const");
        constants.put(name, value);
        return name;
    }

    void input(String name, DType dtype, long[] dims) {
        inputs.add(valueInfo(name, dtype, dims));
    }

    void output(String name, DType dtype, long[] dims) {
        outputs.add(valueInfo(name, dtype, dims));
    }

    private String fresh(String prefix) {
        return prefix + "_" + names++;
    }

    private static Message attribute(String name, Object value) {
        var a = new Message().text(1, name);
        return switch (value) {
            case Float f -> a.real(2, f).integer(20, 1);
            case Integer i -> a.integer(3, i).integer(20, 2);
            case long[] list -> {
                for (long x : list) {
                    a.integer(8, x);
                }
                yield a.integer(20, 7);
            }
            default -> throw new IllegalArgumentException("attribute " + name + " of " + value.getClass());
        };
    }

    private static int type(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> 1;
            case INT32 -> 6;
            case INT64 -> 7;
            default -> throw new IllegalArgumentException("no ONNX model here has " + dtype);
        };
    }

    private static Message valueInfo(String name, DType dtype, long[] dims) {
        var shape = new Message();
        for (long d : dims) {
            shape.message(1, new Message().integer(1, d));
        }
        var tensor = new Message().integer(1, type(dtype)).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** Writes the model, the constants piece by piece. */
    void write(Path file) throws IOException {
        var before = new Message();
        nodes.forEach(n -> before.message(1, n));
        before.text(2, "graph");
        var after = new Message();
        inputs.forEach(i -> after.message(11, i));
        outputs.forEach(o -> after.message(12, o));
        Map<Message, Tensor> parts = new LinkedHashMap<>();
        long length = (long) before.size() + after.size();
        for (var c : constants.entrySet()) {
            Message head = constantHead(c.getKey(), c.getValue());
            parts.put(head, c.getValue());
            length += head.size() + c.getValue().byteSize();
        }
        var model = new Message().integer(1, IR_VERSION).text(2, "leat-bench");
        model.message(8, new Message().text(1, "").integer(2, OPSET)).begin(7, length);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
            out.write(model.toBytes());
            out.write(before.toBytes());
            for (var part : parts.entrySet()) {
                out.write(part.getKey().toBytes());
                writeElements(part.getValue(), out);
            }
            out.write(after.toBytes());
        }
    }

    /** A TensorProto up to its elements, with the field in the graph that it starts. */
    private static Message constantHead(String name, Tensor value) {
        var inner = new Message();
        for (long d : value.shape().dims()) {
            inner.integer(1, d);
        }
        inner.integer(2, type(value.dtype())).text(8, name).begin(9, value.byteSize());
        return new Message().begin(5, inner.size() + value.byteSize()).raw(inner.toBytes());
    }

    private static void writeElements(Tensor t, OutputStream out) throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        WritableByteChannel channel = Channels.newChannel(out);
        switch (t.dtype()) {
            case FLOAT32 -> {
                for (float x : t.toFloatArray()) {
                    drain(chunk, channel).putFloat(x);
                }
            }
            case INT32 -> {
                for (int x : t.toIntArray()) {
                    drain(chunk, channel).putInt(x);
                }
            }
            case INT64 -> {
                for (long x : t.toLongArray()) {
                    drain(chunk, channel).putLong(x);
                }
            }
            default -> throw new IllegalArgumentException("no ONNX model here has " + t.dtype());
        }
        channel.write(chunk.flip());
    }

    /** The chunk with room for an element. */
    private static ByteBuffer drain(ByteBuffer chunk, WritableByteChannel channel) throws IOException {
        if (chunk.remaining() < Long.BYTES) {
            channel.write(chunk.flip());
            chunk.clear();
        }
        return chunk;
    }
}

package golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.RawTensor;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** A graph of raw TensorFlow ops and one session that runs it. */
final class Tf implements AutoCloseable {
    private final Graph graph = new Graph();
    private Session session;
    private int nodes;

    /** A node of type {@code type}; {@code attrs} are name, value, name, value … */
    GraphOperation op(String type, List<Output<?>> inputs, Object... attrs) {
        GraphOperationBuilder builder = graph.opBuilder(type, "n" + nodes++, graph.baseScope());
        for (Output<?> input : inputs) {
            builder.addInput(input);
        }
        for (int i = 0; i < attrs.length; i += 2) {
            String name = (String) attrs[i];
            switch (attrs[i + 1]) {
                case DataType v -> builder.setAttr(name, v);
                case Long v -> builder.setAttr(name, (long) v);
                case Integer v -> builder.setAttr(name, (long) v);
                case Float v -> builder.setAttr(name, (float) v);
                case Boolean v -> builder.setAttr(name, (boolean) v);
                case String v -> builder.setAttr(name, v);
                case long[] v -> builder.setAttr(name, v);
                case Tensor v -> builder.setAttr(name, v);
                default -> throw new IllegalArgumentException(name);
            }
        }
        return builder.build();
    }

    Output<?> ints(int... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (int v : values) {
            bytes.putInt(v);
        }
        return constant(TInt32.class, DataType.DT_INT32, Shape.of(values.length), bytes);
    }

    Output<?> intScalar(int value) {
        return constant(TInt32.class, DataType.DT_INT32, Shape.scalar(), buffer(4).putInt(value));
    }

    Output<?> longs(long... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (long v : values) {
            bytes.putLong(v);
        }
        return constant(TInt64.class, DataType.DT_INT64, Shape.of(values.length), bytes);
    }

    Output<?> longScalar(long value) {
        return constant(TInt64.class, DataType.DT_INT64, Shape.scalar(), buffer(8).putLong(value));
    }

    Output<?> intMatrix(int[] values, long... shape) {
        return op("Reshape", List.of(ints(values), longs(shape))).output(0);
    }

    Output<?> floats(float[] values, long... shape) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (float v : values) {
            bytes.putFloat(v);
        }
        return constant(TFloat32.class, DataType.DT_FLOAT, Shape.of(shape), bytes);
    }

    Output<?> doubles(double[] values, long... shape) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double v : values) {
            bytes.putDouble(v);
        }
        return constant(TFloat64.class, DataType.DT_DOUBLE, Shape.of(shape), bytes);
    }

    Output<?> cast(Output<?> x, DataType to) {
        return op("Cast", List.of(x), "DstT", to).output(0);
    }

    private <T extends TType> Output<?> constant(Class<T> type, DataType dtype, Shape shape, ByteBuffer bytes) {
        ByteDataBuffer data = DataBuffers.of(bytes.array());
        try (T tensor = Tensor.of(type, shape, data)) {
            return op("Const", List.of(), "dtype", dtype, "value", tensor).output(0);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The little-endian bytes of {@code outputs}; all of them come from one run. */
    List<byte[]> run(Output<?>... outputs) {
        if (session == null) {
            // One thread: what some ops give depends on the number of threads.
            session = new Session(
                    graph, ConfigProto.newBuilder().setIntraOpParallelismThreads(1).build());
        }
        Session.Runner runner = session.runner();
        for (Output<?> output : outputs) {
            runner.fetch(output);
        }
        List<byte[]> results = new ArrayList<>();
        try (var result = runner.run()) {
            for (int i = 0; i < outputs.length; i++) {
                RawTensor raw = result.get(i).asRawTensor();
                byte[] bytes = new byte[(int) raw.numBytes()];
                raw.data().read(bytes);
                results.add(bytes);
            }
        }
        return results;
    }

    static int size(DataType type) {
        return switch (type) {
            case DT_HALF, DT_BFLOAT16 -> Short.BYTES;
            case DT_FLOAT, DT_INT32, DT_UINT32 -> Integer.BYTES;
            case DT_DOUBLE, DT_INT64, DT_UINT64 -> Long.BYTES;
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        graph.close();
    }
}

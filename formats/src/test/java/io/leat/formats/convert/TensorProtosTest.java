package io.leat.formats.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.Samples;
import io.leat.formats.proto.DataType;
import io.leat.formats.proto.TensorProto;
import io.leat.formats.proto.TensorShapeProto;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TensorProtosTest {
    @Test
    void roundTripsEveryDtype() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (DType dtype : Samples.dtypes()) {
            for (Shape shape : new Shape[] {Shape.SCALAR, Shape.of(0, 3), Shape.of(1), Shape.of(4, 5)}) {
                Tensor t = Samples.random(dtype, shape, random);
                Samples.assertSame(TensorProtos.parse(TensorProtoWriter.write(t)), t);
            }
        }
    }

    @Test
    void writesEqualElementsOnce() {
        for (DType dtype : Samples.dtypes()) {
            Tensor one = Samples.random(dtype, Shape.of(1), new Random(dtype.number()));
            Object array = dtype.newArray(1000);
            for (int i = 0; i < 1000 * dtype.lanes(); i++) {
                System.arraycopy(Raw.array(one), i % dtype.lanes(), array, i, 1);
            }
            Tensor many = Raw.wrap(dtype, Shape.of(10, 100), array);
            TensorProto p = TensorProtoWriter.write(many);
            if (dtype != DType.STRING) {
                assertThat(p.getSerializedSize()).as("%s", dtype).isLessThan(60);
            }
            Samples.assertSame(TensorProtos.parse(p), many);
        }
    }

    @Test
    void theLastValueRepeats() {
        var p = proto(DataType.DT_FLOAT, 5).addFloatVal(1).addFloatVal(2);
        assertThat(TensorProtos.parse(p.build()).toFloatArray()).containsExactly(1, 2, 2, 2, 2);
        assertThat(TensorProtos.parse(proto(DataType.DT_FLOAT, 2).build()).toFloatArray())
                .containsExactly(0, 0);
        assertThat(TensorProtos.parse(p.addFloatVal(3)
                                .addFloatVal(4)
                                .addFloatVal(5)
                                .addFloatVal(6)
                                .build())
                        .toFloatArray())
                .containsExactly(1, 2, 3, 4, 5);
        var complex = proto(DataType.DT_COMPLEX64, 2).addScomplexVal(1).addScomplexVal(-1);
        assertThat(Raw.floats(TensorProtos.parse(complex.build()))).containsExactly(1, -1, 1, -1);
        var strings = proto(DataType.DT_STRING, 2).addStringVal(ByteString.copyFromUtf8("x"));
        Samples.assertSame(TensorProtos.parse(strings.build()), Tensor.of(Shape.of(2), "x", "x"));
    }

    @Test
    void readsStringsFromContent() {
        var p = proto(DataType.DT_STRING, 2).setTensorContent(ByteString.copyFromUtf8("\u0002\u0001abc"));
        Samples.assertSame(TensorProtos.parse(p.build()), Tensor.of(Shape.of(2), "ab", "c"));
    }

    @Test
    void refusesHostileSizesWithoutAllocating() {
        refused(proto(DataType.DT_FLOAT, 1L << 40).addFloatVal(1), ResourceExhaustedException.class);
        refused(proto(DataType.DT_INT8, Integer.MAX_VALUE).addIntVal(1), ResourceExhaustedException.class);
        refused(proto(DataType.DT_FLOAT, 1L << 40, 1L << 40), InvalidArgumentException.class);
        refused(proto(DataType.DT_FLOAT, 1L << 40, 1L << 40, 0), InvalidArgumentException.class);
        refused(proto(DataType.DT_FLOAT, -1), InvalidArgumentException.class);
        refused(proto(DataType.DT_FLOAT, -2), InvalidArgumentException.class);
        refused(proto(DataType.DT_FLOAT, new long[255]), InvalidArgumentException.class);
        refused(
                proto(DataType.DT_FLOAT, 1L << 30).setTensorContent(ByteString.copyFrom(new byte[8])),
                InvalidArgumentException.class);
        refused(
                proto(DataType.DT_STRING, 1L << 30).setTensorContent(ByteString.copyFrom(new byte[8])),
                InvalidArgumentException.class);
        refused(proto(DataType.DT_FLOAT8_E5M2, 1), InvalidArgumentException.class);
        refused(proto(DataType.DT_INVALID, 1), InvalidArgumentException.class);
        refused(proto(DataType.DT_RESOURCE, 1), UnimplementedException.class);
        refused(proto(DataType.DT_COMPLEX64, 1).addScomplexVal(1), InvalidArgumentException.class);
    }

    @Test
    void survivesEveryChange() {
        Tensor t = Samples.random(DType.INT32, Shape.of(2, 3), new Random(1));
        byte[] message = TensorProtoWriter.write(t).toByteArray();
        int read = 0;
        for (int i = 0; i < message.length; i++) {
            for (int flip = 1; flip < 256; flip <<= 1) {
                byte[] changed = message.clone();
                changed[i] ^= (byte) flip;
                try {
                    read += TensorProtos.parse(TensorProto.parseFrom(changed)).size() > 0 ? 1 : 0;
                } catch (InvalidProtocolBufferException | LeatException e) {
                    assertThat(e).hasMessageMatching("(?s).+");
                }
            }
        }
        assertThat(read).as("changes of elements alone are not seen").isGreaterThan(24 * 7);
    }

    private static void refused(TensorProto.Builder p, Class<? extends LeatException> error) {
        TensorProto message = p.build();
        assertThatThrownBy(() -> TensorProtos.parse(message)).isInstanceOf(error);
    }

    private static TensorProto.Builder proto(DataType dtype, long... dims) {
        var shape = TensorShapeProto.newBuilder();
        for (long d : dims) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(d));
        }
        return TensorProto.newBuilder().setDtype(dtype).setTensorShape(shape);
    }
}

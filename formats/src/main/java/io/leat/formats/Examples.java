package io.leat.formats;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.BytesList;
import io.leat.formats.proto.Example;
import io.leat.formats.proto.Feature;
import io.leat.formats.proto.FloatList;
import io.leat.formats.proto.Int64List;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.Map;
import java.util.TreeMap;

/**
 * Training examples in TensorFlow's tf.Example format: named lists of byte strings, float32 or int64 numbers. They are
 * what the records of a TFRecord file mostly hold.
 */
public final class Examples {
    private Examples() {}

    /**
     * The features of an example, each as a vector; one without a value is left out.
     *
     * @throws InvalidArgumentException if {@code message} is no example
     */
    public static Map<String, Tensor> parse(byte[] message) {
        Example example;
        try {
            example = Example.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException("Could not parse example input: " + e.getMessage(), null, e);
        }
        var features = new TreeMap<String, Tensor>();
        example.getFeatures().getFeatureMap().forEach((name, f) -> {
            switch (f.getKindCase()) {
                case BYTES_LIST -> features.put(name, strings(f.getBytesList()));
                case FLOAT_LIST -> features.put(name, floats(f.getFloatList()));
                case INT64_LIST -> features.put(name, longs(f.getInt64List()));
                case KIND_NOT_SET -> {
                    // a feature without a value
                }
            }
        });
        return features;
    }

    private static Tensor strings(BytesList list) {
        byte[][] values =
                list.getValueList().stream().map(ByteString::toByteArray).toArray(byte[][]::new);
        return Raw.wrap(DType.STRING, Shape.of(values.length), values);
    }

    private static Tensor floats(FloatList list) {
        float[] values = new float[list.getValueCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.getValue(i);
        }
        return Raw.wrap(DType.FLOAT32, Shape.of(values.length), values);
    }

    private static Tensor longs(Int64List list) {
        long[] values = list.getValueList().stream().mapToLong(Long::longValue).toArray();
        return Raw.wrap(DType.INT64, Shape.of(values.length), values);
    }

    /**
     * The message of an example; tensors of any shape become lists.
     *
     * @throws InvalidArgumentException for a dtype other than string, float32 and int64
     */
    public static byte[] write(Map<String, Tensor> features) {
        var p = Example.newBuilder();
        features.forEach((name, t) -> p.getFeaturesBuilder().putFeature(name, feature(name, t)));
        return p.build().toByteArray();
    }

    private static Feature feature(String name, Tensor t) {
        var p = Feature.newBuilder();
        switch (Raw.array(t)) {
            case byte[][] strings
            when t.dtype() == DType.STRING -> {
                var list = BytesList.newBuilder();
                for (byte[] s : strings) {
                    list.addValue(ByteString.copyFrom(s));
                }
                p.setBytesList(list);
            }
            case float[] floats
            when t.dtype() == DType.FLOAT32 -> {
                var list = FloatList.newBuilder();
                for (float f : floats) {
                    list.addValue(f);
                }
                p.setFloatList(list);
            }
            case long[] longs
            when t.dtype() == DType.INT64 -> {
                var list = Int64List.newBuilder();
                for (long l : longs) {
                    list.addValue(l);
                }
                p.setInt64List(list);
            }
            default ->
                throw new InvalidArgumentException("feature '" + name + "' is a "
                        + t.dtype().signatureName() + "; examples hold string, float and int64");
        }
        return p.build();
    }
}

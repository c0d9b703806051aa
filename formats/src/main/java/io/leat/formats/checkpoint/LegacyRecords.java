package io.leat.formats.checkpoint;

import com.google.protobuf.ByteString;
import io.leat.formats.TensorSlice;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.proto.SavedSlice;
import io.leat.formats.proto.SavedSliceMeta;
import io.leat.formats.proto.SavedTensorSliceMeta;
import io.leat.formats.proto.SavedTensorSlices;
import io.leat.formats.proto.TensorProto;
import io.leat.formats.proto.VersionDef;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of a checkpoint of version 1. TensorFlow reads elements from the lists of a message only. */
public final class LegacyRecords {
    private static final int VERSION = 1;

    private final Map<String, SavedSliceMeta.Builder> tensors = new LinkedHashMap<>();
    private final SortedMap<byte[], Part> parts = new TreeMap<>(Arrays::compareUnsigned);

    /** A part of a tensor. */
    public record Part(String name, TensorSlice slice, Tensor value) {
        /** Its record. */
        public byte[] message() {
            var p = SavedTensorSlices.newBuilder();
            p.setData(SavedSlice.newBuilder()
                    .setName(name)
                    .setSlice(SliceKeys.write(slice))
                    .setData(elements(value)));
            return p.build().toByteArray();
        }
    }

    /**
     * Adds a part of a tensor of that shape.
     *
     * @throws InvalidArgumentException if the shapes or dtypes do not fit, or the slice is there already
     * @throws UnimplementedException for a dtype that such checkpoints cannot hold
     */
    public void add(String name, Shape shape, TensorSlice slice, Tensor value) {
        if (!value.shape().equals(slice.shapeIn(shape))) {
            throw new InvalidArgumentException("slice " + slice + " of " + shape + " has the shape "
                    + slice.shapeIn(shape) + ", not " + value.shape());
        }
        switch (value.dtype()) {
            case BFLOAT16, UINT32, UINT64, RESOURCE, VARIANT ->
                throw new UnimplementedException(
                        "Trying to save unsupported data type: " + value.dtype().signatureName());
            default -> {
                // can be saved
            }
        }
        SavedSliceMeta.Builder meta = tensors.get(name);
        if (meta == null) {
            meta = SavedSliceMeta.newBuilder()
                    .setName(name)
                    .setShape(ShapeProtos.write(shape))
                    .setTypeValue(value.dtype().number());
            tensors.put(name, meta);
        } else if (!ShapeProtos.parse(meta.getShape()).equals(shape)) {
            throw new InvalidArgumentException("Mismatching shapes: existing tensor = "
                    + ShapeProtos.parse(meta.getShape()) + ", trying to add name " + name + ", shape = " + shape);
        } else if (meta.getTypeValue() != value.dtype().number()) {
            throw new InvalidArgumentException(
                    "Mismatching types: existing type = " + meta.getType() + ", trying to add name " + name
                            + ", type = " + value.dtype().protoName());
        }
        byte[] key = SliceKeys.encode(name, slice);
        if (parts.putIfAbsent(key, new Part(name, slice, value)) != null) {
            throw new InvalidArgumentException("Adding duplicate slice " + slice + " of '" + name + "'");
        }
        meta.addSlice(SliceKeys.write(slice));
    }

    /** The record that says what there is; its key is empty. */
    public byte[] meta() {
        var meta = SavedTensorSliceMeta.newBuilder()
                .setVersions(VersionDef.newBuilder().setProducer(VERSION));
        tensors.values().forEach(meta::addTensor);
        return SavedTensorSlices.newBuilder().setMeta(meta).build().toByteArray();
    }

    /** The parts by their keys, ascending. */
    public SortedMap<byte[], Part> parts() {
        return parts;
    }

    private static TensorProto elements(Tensor t) {
        var p = TensorProto.newBuilder();
        Elements e = Elements.of(t);
        for (int i = 0; i < e.size(); i++) {
            switch (t.dtype()) {
                case FLOAT32 -> p.addFloatVal((float) e.real(i));
                case FLOAT64 -> p.addDoubleVal(e.real(i));
                case COMPLEX64 -> p.addScomplexVal((float) e.real(i)).addScomplexVal((float) e.imag(i));
                case COMPLEX128 -> p.addDcomplexVal(e.real(i)).addDcomplexVal(e.imag(i));
                case FLOAT16 -> p.addHalfVal(Raw.shorts(t)[i] & 0xffff);
                case INT64 -> p.addInt64Val(e.integer(i));
                case BOOL -> p.addBoolVal(e.truth(i));
                case STRING -> p.addStringVal(ByteString.copyFrom(e.string(i)));
                default -> p.addIntVal((int) e.integer(i));
            }
        }
        return p.build();
    }
}

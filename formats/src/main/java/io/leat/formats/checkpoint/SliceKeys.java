package io.leat.formats.checkpoint;

import io.leat.formats.TensorSlice;
import io.leat.formats.bytes.ByteSink;
import io.leat.formats.proto.TensorSliceProto;
import io.leat.formats.table.OrderedCode;
import java.nio.charset.StandardCharsets;

/** The keys under which checkpoints keep slices, and slices as messages. */
final class SliceKeys {
    private SliceKeys() {}

    /** 0, the name, the rank, then start and length of each dimension, all in {@link OrderedCode}. */
    static byte[] encode(String name, TensorSlice slice) {
        var key = new ByteSink();
        OrderedCode.writeUnsigned(key, 0);
        OrderedCode.writeString(key, name.getBytes(StandardCharsets.UTF_8));
        OrderedCode.writeUnsigned(key, slice.rank());
        for (int i = 0; i < slice.rank(); i++) {
            OrderedCode.writeSigned(key, slice.start(i));
            OrderedCode.writeSigned(key, slice.length(i));
        }
        return key.toByteArray();
    }

    /**
     * @throws io.leat.tensor.InvalidArgumentException for negative starts or lengths
     */
    static TensorSlice parse(TensorSliceProto p) {
        long[] starts = new long[p.getExtentCount()];
        long[] lengths = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            TensorSliceProto.Extent e = p.getExtent(i);
            starts[i] = e.getStart();
            lengths[i] = e.hasLength() ? e.getLength() : TensorSlice.FULL;
        }
        return TensorSlice.of(starts, lengths);
    }

    static TensorSliceProto write(TensorSlice slice) {
        var p = TensorSliceProto.newBuilder();
        for (int i = 0; i < slice.rank(); i++) {
            var e = TensorSliceProto.Extent.newBuilder().setStart(slice.start(i));
            if (slice.length(i) != TensorSlice.FULL) {
                e.setLength(slice.length(i));
            }
            p.addExtent(e);
        }
        return p.build();
    }
}

package io.leat.formats.convert;

import io.leat.formats.bytes.Sizes;
import io.leat.formats.proto.TensorShapeProto;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Shapes and their messages. Names of dimensions, which TensorFlow ignores too, are dropped. */
public final class ShapeProtos {
    private ShapeProtos() {}

    /**
     * @throws InvalidArgumentException for a dimension below -1 or a rank above TensorFlow's limit
     */
    public static Shape parse(TensorShapeProto p) {
        if (p.getUnknownRank()) {
            return Shape.UNKNOWN;
        }
        if (p.getDimCount() > Sizes.MAX_RANK) {
            throw new InvalidArgumentException("Shape has " + p.getDimCount()
                    + " dimensions which is over the limit of " + Sizes.MAX_RANK + " dimensions");
        }
        long[] dims = new long[p.getDimCount()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = p.getDim(i).getSize();
        }
        return Shape.of(dims);
    }

    public static TensorShapeProto write(Shape shape) {
        var p = TensorShapeProto.newBuilder();
        if (!shape.hasRank()) {
            return p.setUnknownRank(true).build();
        }
        for (long d : shape.dims()) {
            p.addDim(TensorShapeProto.Dim.newBuilder().setSize(d));
        }
        return p.build();
    }
}

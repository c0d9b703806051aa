package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The dataset of the records of files, as strings. */
@OpSpec(
        value =
                "TFRecordDataset(filenames: string, compression_type: string, buffer_size: int64) -> (handle: variant); "
                        + "metadata: string = ''",
        stateful = true)
public final class TFRecordDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        if (c.shape(0).rank() > 1) {
            throw new InvalidArgumentException("`filenames` must be a scalar or a vector.");
        }
        if (!c.shape(1).isScalar()) {
            throw new InvalidArgumentException("compression_type must be a scalar");
        }
        if (scalar(c, 2, "buffer_size") < 0) {
            throw new InvalidArgumentException("`buffer_size` must be >= 0 (0 == default)");
        }
        List<String> files = new ArrayList<>();
        for (byte[] name : Raw.strings(c.input(0))) {
            files.add(new String(name, StandardCharsets.UTF_8));
        }
        String compression = new String(Raw.strings(c.input(1))[0], StandardCharsets.UTF_8);
        return new TupleDataset(List.of(DType.STRING), List.of(Shape.SCALAR), () -> new RecordPass(files, compression));
    }
}

package io.leat.train;

import io.leat.formats.MessageFields;
import io.leat.formats.TensorMessages;
import io.leat.ops.io.ProtoIo;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.List;

/** The ops on messages on those of {@code formats}. */
public final class ProtoMessages implements ProtoIo {
    @Override
    public byte[] write(Tensor t) {
        return TensorMessages.write(t);
    }

    @Override
    public Tensor parse(byte[] message) {
        return TensorMessages.parse(message);
    }

    @Override
    public Fields fields(byte[] source, String message, List<String> names, List<DType> dtypes) {
        MessageFields fields = MessageFields.of(source, message, names, dtypes);
        return new Fields() {
            @Override
            public List<Tensor> decode(byte[] bytes, boolean text, boolean checked) {
                return fields.decode(bytes, text, checked);
            }

            @Override
            public List<Tensor> defaults() {
                return fields.defaults();
            }

            @Override
            public byte[] encode(List<Tensor> values) {
                return fields.encode(values);
            }
        };
    }
}

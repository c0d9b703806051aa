package io.leat.ops.lookup;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;

/** Fills a table that is filled once from the lines of a text file. */
abstract class TableFileFill extends TableOp {
    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
    }

    @Override
    protected void compute(Compute c) {
        LookupTable table = table(c);
        Attrs a = c.attrs();
        long key = a.integer("key_index");
        long value = a.integer("value_index");
        byte[] delimiter = a.text("delimiter").getBytes(StandardCharsets.UTF_8);
        if (delimiter.length != 1) {
            throw new InvalidArgumentException("delimiter should be only 1 char");
        }
        if (!c.shape(1).isScalar()) {
            throw new InvalidArgumentException("filename should be a single string, but got " + c.shape(1));
        }
        TextFile.check("Key", key, table.keyType());
        TextFile.check("Value", value, table.valueType());
        String name = new String(Raw.strings(c.input(1))[0], StandardCharsets.UTF_8);
        TextFile file = TextFile.read(name, a.integer("vocab_size"), c.run().files());
        long columns = Math.max(key, value) + 1;
        Tensor keys = file.column(key, columns, delimiter[0], table.keyType(), a.integer("offset"));
        Tensor values = file.column(value, columns, delimiter[0], table.valueType(), a.integer("offset"));
        table.initialize(keys, values);
    }
}

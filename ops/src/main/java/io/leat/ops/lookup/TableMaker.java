package io.leat.ops.lookup;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/**
 * A handle to a table of the session: that of the same container and {@code shared_name}, or a table of this node alone
 * where it has none and does not share its node's name.
 */
abstract class TableMaker extends TableOp {
    /** Whether the table can change after it was filled. */
    abstract boolean isMutable();

    /** The shape of each value. */
    Shape valueShape(Attrs a) {
        return Shape.SCALAR;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
        c.handle(0, new Node.HandleInfo(c.attrs().type("value_dtype"), valueShape(c.attrs())));
    }

    @Override
    protected boolean isPerSession() {
        return true;
    }

    @Override
    protected void compute(Compute c) {
        Attrs a = c.attrs();
        DType key = a.type("key_dtype");
        DType value = a.type("value_dtype");
        if (key != DType.STRING && key != DType.INT64 && key != DType.INT32) {
            throw new InvalidArgumentException("No table has keys of " + key.signatureName());
        }
        String name = a.text("shared_name");
        if (name.isEmpty()) {
            name = (a.bool("use_node_name_sharing") ? "" : "_of_node_")
                    + c.node().name();
        }
        LookupTable table = c.run()
                .resources()
                .findOrCreate(
                        a.text("container"),
                        name,
                        LookupTable.class,
                        () -> new LookupTable(key, value, valueShape(a), isMutable()));
        table.require(key, value, name);
        c.output(0, Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {table}));
    }
}

package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** All keys and their values. */
abstract class TableExport extends TableOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.of(Shape.ANY));
        Shape value = valueShape(c);
        c.output(1, value.hasRank() ? Shape.of(Shape.ANY).concat(value) : Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        LookupTable table = table(c);
        if (table.keyType() != c.outputDType(0) || table.valueType() != c.outputDType(1)) {
            throw new InvalidArgumentException("Table has " + table.keyType().signatureName() + "->"
                    + table.valueType().signatureName() + ", not "
                    + c.outputDType(0).signatureName() + "->" + c.outputDType(1).signatureName());
        }
        Tensor[] all = table.export();
        c.output(0, all[0]);
        c.output(1, all[1]);
    }
}

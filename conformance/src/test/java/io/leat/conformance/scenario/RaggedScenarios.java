package io.leat.conformance.scenario;

import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import java.util.List;

/** Ragged tensors as variants. */
final class RaggedScenarios {
    private static final StatusCode INVALID = StatusCode.INVALID_ARGUMENT;

    private RaggedScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("ragged: to a variant and back", RaggedScenarios::there),
                new Scenario("ragged: rows as variants", RaggedScenarios::rows),
                new Scenario("ragged: gradients through variants", RaggedScenarios::gradients),
                new Scenario("ragged: errors", RaggedScenarios::errors));
    }

    private static Output variant(Script s, boolean batched, Output values, Output... splits) {
        return s.op("RaggedTensorToVariant")
                .inputs(List.of(splits))
                .input(values)
                .attr("Tsplits", splits.length == 0 ? DType.INT64 : splits[0].dtype())
                .attr("batched_input", batched)
                .add()
                .output(0);
    }

    private static List<Output> back(Script s, Output variant, int in, int out, DType values, DType splits) {
        return s.op("RaggedTensorFromVariant")
                .input(variant)
                .attr("input_ragged_rank", in)
                .attr("output_ragged_rank", out)
                .attr("Tvalues", values)
                .attr("Tsplits", splits)
                .add()
                .outputs();
    }

    private static void there(Script s) {
        Output splits = s.longs(0, 2, 2, 5);
        Output values = s.doubles(Shape.of(5, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        s.run(back(s, variant(s, false, values, splits), 1, 1, DType.FLOAT64, DType.INT64));
        s.run(back(s, variant(s, false, s.strings("a", "b", "c"), s.ints(0, 3)), 1, 1, DType.STRING, DType.INT32));
        s.run(back(s, variant(s, false, values), 0, 0, DType.FLOAT64, DType.INT64));
        Output outer = s.longs(0, 1, 3);
        s.run(back(s, variant(s, false, values, outer, splits), -1, 2, DType.FLOAT64, DType.INT64));
    }

    private static void rows(Script s) {
        Output splits = s.longs(0, 2, 2, 5);
        Output outer = s.longs(0, 1, 3);
        Output values = s.doubles(1, 2, 3, 4, 5);
        Output two = variant(s, true, values, outer, splits);
        s.run(s.call("Size", two));
        s.run(back(s, two, 1, 2, DType.FLOAT64, DType.INT64));
        s.run(back(s, s.call("GatherV2", two, s.ints(1, 0, 1), s.constant(0)), 1, 2, DType.FLOAT64, DType.INT64));
        s.run(back(s, s.call("GatherV2", two, s.constant(1), s.constant(0)), 1, 1, DType.FLOAT64, DType.INT64));
        Output one = variant(s, true, values, splits);
        s.run(back(s, one, 0, 1, DType.FLOAT64, DType.INT64));
        s.run(back(s, s.call("Reshape", one, s.ints(3, 1)), 0, 2, DType.FLOAT64, DType.INT64));
        s.run(back(s, variant(s, true, s.doubles(Shape.of(2, 3), 1, 2, 3, 4, 5, 6)), 0, 1, DType.FLOAT64, DType.INT64));
        s.run(back(s, variant(s, true, s.doubles(), s.longs(0)), 0, 1, DType.FLOAT64, DType.INT64));
    }

    private static void gradients(Script s) {
        Output splits = s.longs(0, 2, 2, 5);
        Output outer = s.longs(0, 1, 3);
        Output x = s.doubles(1, 2, 3, 4, 5);
        for (boolean batched : new boolean[] {false, true}) {
            Output variant = variant(s, batched, s.call("Square", x), outer, splits);
            Output y = back(s, variant, batched ? 1 : 2, 2, DType.FLOAT64, DType.INT64)
                    .getLast();
            s.gradient(s.call("Mul", y, s.doubles(3, 1, 4, 1, 5)), x);
        }
        Output twice = variant(s, false, s.call("Square", x), splits);
        Output a = back(s, twice, 1, 1, DType.FLOAT64, DType.INT64).getLast();
        Output b = back(s, twice, -1, 1, DType.FLOAT64, DType.INT64).getLast();
        s.gradient(s.call("Mul", a, b), x);
    }

    private static void errors(Script s) {
        Output splits = s.longs(0, 2, 2, 5);
        Output values = s.doubles(1, 2, 3, 4, 5);
        Output variant = s.hidden(variant(s, false, values, splits));
        s.fails(INVALID, back(s, variant, 1, 1, DType.FLOAT32, DType.INT64).getLast());
        s.fails(INVALID, back(s, variant, 1, 1, DType.FLOAT64, DType.INT32).getLast());
        s.fails(INVALID, back(s, variant, 2, 2, DType.FLOAT64, DType.INT64).getLast());
        s.fails(INVALID, back(s, variant, 1, 2, DType.FLOAT64, DType.INT64).getLast());
        Output rows = s.hidden(variant(s, true, values, splits));
        s.fails(INVALID, back(s, rows, -1, 0, DType.FLOAT64, DType.INT64).getLast());
        Output list = s.op("TensorListReserve")
                .input(s.constant(Tensor.scalar(-1)))
                .input(s.constant(2))
                .attr("element_dtype", DType.FLOAT64)
                .add()
                .output(0);
        s.fails(
                INVALID,
                back(s, s.hidden(list), 1, 1, DType.FLOAT64, DType.INT64).getLast());
    }
}

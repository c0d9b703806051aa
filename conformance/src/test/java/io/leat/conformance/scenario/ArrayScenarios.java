package io.leat.conformance.scenario;

import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;

/** The arrays of tensors that live in a run. */
final class ArrayScenarios {
    private static final DType F64 = DType.FLOAT64;

    private ArrayScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("array: write, read, size of every dtype", ArrayScenarios::dtypes),
                new Scenario("array: gather, scatter", ArrayScenarios::gatherScatter),
                new Scenario("array: concat, split", ArrayScenarios::concatSplit),
                new Scenario("array: grows", ArrayScenarios::grows),
                new Scenario("array: empty", ArrayScenarios::empty),
                new Scenario("array: errors of writes and reads", ArrayScenarios::errors),
                new Scenario("array: errors of wholes", ArrayScenarios::wholeErrors),
                new Scenario("array: closed", ArrayScenarios::closed),
                new Scenario("array: gradients", ArrayScenarios::gradients),
                new Scenario("array: gradient arrays", ArrayScenarios::gradientArrays));
    }

    /** A handle with the flow after what was done so far. */
    private static final class Array {
        private final Script s;
        private final DType dtype;
        private final Output handle;
        private Output flow;

        Array(Script s, DType dtype, Output handle, Output flow) {
            this.s = s;
            this.dtype = dtype;
            this.handle = handle;
            this.flow = flow;
        }

        static NodeBuilder builder(Script s, DType dtype, int size) {
            return s.op("TensorArrayV3").input(s.constant(size)).attr("dtype", dtype);
        }

        static Array of(Script s, DType dtype, NodeBuilder b) {
            Node n = b.add();
            return new Array(s, dtype, n.output(0), n.output(1));
        }

        static Array of(Script s, DType dtype, int size) {
            return of(s, dtype, builder(s, dtype, size));
        }

        Array write(int index, Output value) {
            flow = s.call("TensorArrayWriteV3", handle, s.constant(index), value, flow);
            return this;
        }

        Array scatter(Output indices, Output value) {
            flow = s.call("TensorArrayScatterV3", handle, indices, value, flow);
            return this;
        }

        Array split(Output value, Output lengths) {
            flow = s.call("TensorArraySplitV3", handle, value, lengths, flow);
            return this;
        }

        Output read(int index) {
            return s.op("TensorArrayReadV3")
                    .input(handle)
                    .input(s.constant(index))
                    .input(flow)
                    .attr("dtype", dtype)
                    .add()
                    .output(0);
        }

        NodeBuilder gathering(Output indices) {
            return s.op("TensorArrayGatherV3")
                    .input(handle)
                    .input(indices)
                    .input(flow)
                    .attr("dtype", dtype);
        }

        Output gather(int... indices) {
            return gathering(s.ints(indices)).add().output(0);
        }

        List<Output> concat() {
            return s.op("TensorArrayConcatV3")
                    .input(handle)
                    .input(flow)
                    .attr("dtype", dtype)
                    .add()
                    .outputs();
        }

        Output size() {
            return s.call("TensorArraySizeV3", handle, flow);
        }

        Array gradient(String source) {
            Node n = s.op("TensorArrayGradV3")
                    .input(handle)
                    .input(flow)
                    .attr("source", source)
                    .add();
            return new Array(s, dtype, n.output(0), n.output(1));
        }
    }

    private static void dtypes(Script s) {
        List<Output> all = new ArrayList<>();
        int seed = 0;
        for (DType t : CaseBuilder.ALL) {
            Array a = Array.of(s, t, 3);
            for (int i : new int[] {2, 0, 1}) {
                a.write(i, s.constant(new Seeded(++seed).tensor(t, Shape.of(2, i), Domain.ANY)));
            }
            all.add(a.size());
            all.add(a.read(1));
            all.add(a.read(2));
            all.add(a.flow);
        }
        s.run(all);
        s.run(all);
    }

    private static void gatherScatter(Script s) {
        List<Output> all = new ArrayList<>();
        int seed = 100;
        for (DType t : CaseBuilder.ALL) {
            Output rows = s.constant(new Seeded(++seed).tensor(t, Shape.of(3, 2), Domain.ANY));
            Array a = Array.of(s, t, Array.builder(s, t, 4).attr("clear_after_read", false));
            a.scatter(s.ints(3, 0, 1), rows).write(2, s.constant(Tensor.zeros(t, Shape.of(2))));
            all.add(a.gather(0, 1, 2, 3));
            all.add(a.gather(3, 3, 1));
            all.add(a.read(0));
        }
        s.run(all);
        Array holes = Array.of(s, F64, Array.builder(s, F64, 4).attr("element_shape", Shape.of(2)));
        holes.scatter(s.ints(1), s.doubles(Shape.of(1, 2), 5, 6));
        s.run(holes.gather(0, 1, 2, 3));
        Array scalars = Array.of(s, F64, 3).scatter(s.ints(2, 1, 0), s.doubles(7, 8, 9));
        s.run(scalars.gather(0, 1, 2));
    }

    private static void concatSplit(Script s) {
        List<Output> all = new ArrayList<>();
        int seed = 200;
        for (DType t : CaseBuilder.ALL) {
            Array a = Array.of(s, t, 3);
            a.split(s.constant(new Seeded(++seed).tensor(t, Shape.of(5, 2), Domain.ANY)), s.longs(3, 0, 2));
            all.addAll(a.concat());
            Array b = Array.of(s, t, Array.builder(s, t, 1).attr("dynamic_size", true));
            b.split(s.constant(new Seeded(++seed).tensor(t, Shape.of(4), Domain.ANY)), s.longs(1, 3));
            all.add(b.read(0));
            all.add(b.read(1));
        }
        s.run(all);
    }

    private static void grows(Script s) {
        Array a = Array.of(s, F64, Array.builder(s, F64, 0).attr("dynamic_size", true));
        a.write(0, s.doubles(1, 2)).write(4, s.doubles(3, 4));
        s.run(a.size(), a.read(4), a.read(0));
        s.fails(StatusCode.INVALID_ARGUMENT, a.read(2));
        Array b = Array.of(s, F64, Array.builder(s, F64, 0).attr("dynamic_size", true));
        b.scatter(s.ints(5, 1), s.doubles(1, 2));
        s.run(b.size());
        s.fails(StatusCode.INVALID_ARGUMENT, b.gather(0, 1));
    }

    private static void empty(Script s) {
        Array a = Array.of(s, F64, Array.builder(s, F64, 0).attr("element_shape", Shape.of(2, 3)));
        s.run(a.gathering(s.ints()).attr("element_shape", Shape.of(2, 3)).add().output(0));
        s.run(s.op("TensorArrayConcatV3")
                .input(a.handle)
                .input(a.flow)
                .attr("dtype", F64)
                .attr("element_shape_except0", Shape.of(3))
                .add()
                .outputs());
        Array b = Array.of(s, F64, 0);
        s.fails(StatusCode.UNIMPLEMENTED, b.gather());
        s.fails(StatusCode.UNIMPLEMENTED, b.concat().getFirst());
        s.fails(StatusCode.INVALID_ARGUMENT, Array.of(s, F64, -1).size());
        Array c = Array.of(s, F64, 2).write(0, s.doubles()).write(1, s.doubles());
        s.run(c.gather(0, 1));
    }

    private static void errors(Script s) {
        StatusCode invalid = StatusCode.INVALID_ARGUMENT;
        s.fails(invalid, Array.of(s, F64, 2).write(2, s.doubles(1)).flow);
        s.fails(invalid, Array.of(s, F64, 2).write(-1, s.doubles(1)).flow);
        s.fails(invalid, Array.of(s, F64, 2).write(0, s.constant(1)).flow);
        s.fails(invalid, Array.of(s, F64, 2).read(0));
        s.fails(invalid, Array.of(s, F64, 2).read(2));
        s.fails(invalid, Array.of(s, F64, 2).read(-1));
        s.fails(invalid, Array.of(s, F64, 2).write(1, s.doubles(1)).write(1, s.doubles(1)).flow);
        Array twice = Array.of(s, F64, 2).write(0, s.doubles(1));
        Output first = twice.read(0);
        twice.flow = s.tf().withControlDependencies(List.of(first.node())).call("Identity", twice.flow);
        s.fails(invalid, twice.read(0));
        s.fails(invalid, twice.write(0, s.doubles(1)).flow);
        Array kept = Array.of(s, F64, Array.builder(s, F64, 2).attr("clear_after_read", false));
        kept.write(0, s.doubles(1));
        s.run(kept.read(0), kept.read(0));
        Output other = s.op("TensorArrayReadV3")
                .input(kept.handle)
                .input(s.constant(0))
                .input(kept.flow)
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
        s.fails(invalid, other);
        Array shaped = Array.of(s, F64, Array.builder(s, F64, 2).attr("element_shape", Shape.of(Shape.ANY, 2)));
        s.run(shaped.write(0, s.doubles(Shape.of(3, 2), 1, 2, 3, 4, 5, 6)).read(0));
        s.fails(invalid, shaped.write(1, s.doubles(1, 2)).flow);
        Array alike = Array.of(s, F64, Array.builder(s, F64, 2).attr("identical_element_shapes", true));
        alike.write(0, s.doubles(1, 2));
        s.run(alike.read(0));
        s.fails(invalid, alike.write(1, s.hidden(s.doubles(1))).flow);
    }

    private static void wholeErrors(Script s) {
        StatusCode invalid = StatusCode.INVALID_ARGUMENT;
        s.fails(invalid, Array.of(s, F64, 2).scatter(s.ints(0, 2), s.doubles(1, 2)).flow);
        s.fails(invalid, Array.of(s, F64, 3).scatter(s.ints(0, 2), s.hidden(s.doubles(1, 2, 3))).flow);
        s.fails(invalid, Array.of(s, F64, 3).scatter(s.ints(0), s.hidden(s.constant(Tensor.scalar(1.0)))).flow);
        s.fails(invalid, Array.of(s, F64, 2).split(s.doubles(1, 2), s.longs(1, 2)).flow);
        s.fails(invalid, Array.of(s, F64, 3).split(s.doubles(1, 2), s.longs(1, 1)).flow);
        s.fails(invalid, Array.of(s, F64, 2).split(s.doubles(1, 2), s.hidden(s.constant(Tensor.scalar(2L)))).flow);
        s.fails(invalid, Array.of(s, F64, 1).split(s.hidden(s.constant(Tensor.scalar(1.0))), s.longs(1)).flow);
        Array uneven = Array.of(s, F64, 2).write(0, s.doubles(1)).write(1, s.doubles(1, 2));
        s.fails(invalid, uneven.gather(0, 1));
        s.run(uneven.concat());
        Array scalars = Array.of(s, F64, 1).write(0, s.constant(Tensor.scalar(1.0)));
        s.fails(invalid, scalars.concat().getFirst());
        Array wide = Array.of(s, F64, 2).write(0, s.doubles(1)).write(1, s.doubles(Shape.of(1, 1), 2));
        s.fails(invalid, wide.concat().getFirst());
        s.fails(invalid, wide.gathering(s.hidden(s.constant(0))).add().output(0));
        s.fails(
                invalid,
                wide.gathering(s.ints(0))
                        .attr("element_shape", Shape.of(2))
                        .add()
                        .output(0));
        s.fails(
                invalid,
                s.op("TensorArrayConcatV3")
                        .input(uneven.handle)
                        .input(uneven.flow)
                        .attr("dtype", F64)
                        .attr("element_shape_except0", Shape.of(3))
                        .add()
                        .output(0));
    }

    private static void closed(Script s) {
        Array a = Array.of(s, F64, 2).write(0, s.doubles(1));
        Node close = s.tf().withControlDependencies(List.of(a.flow.node()))
                .op("TensorArrayCloseV3")
                .input(a.handle)
                .add();
        s.effect(close);
        a.flow = s.tf().withControlDependencies(List.of(close)).call("Identity", a.flow);
        s.fails(StatusCode.INVALID_ARGUMENT, a.read(0));
        s.fails(StatusCode.INVALID_ARGUMENT, a.size());
        s.fails(StatusCode.INVALID_ARGUMENT, a.gradient("g").size());
        s.fails(StatusCode.INVALID_ARGUMENT, a.write(1, s.doubles(2)).flow);
    }

    private static void gradients(Script s) {
        Output x = s.doubles(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Output w = s.doubles(Shape.of(4, 2), 1, 2, 3, 4, 5, 6, 7, 8);
        Array kept = Array.of(s, F64, Array.builder(s, F64, 3).attr("clear_after_read", false));
        kept.scatter(s.ints(2, 0, 1), x);
        s.gradient(kept.read(0).times(kept.read(1)).plus(kept.read(0)), x);
        s.gradient(kept.gather(2, 0, 2, 1).times(w), x);
        Array written = Array.of(s, F64, 2).write(1, x).write(0, s.call("Square", x));
        s.gradient(written.read(0).times(written.read(1)), x);
        Array split = Array.of(s, F64, 2).split(x, s.longs(1, 2));
        s.gradient(split.read(0).times(split.read(1)), x);
        Array joined = Array.of(s, F64, 2).write(0, x).write(1, s.doubles(Shape.of(1, 2), 8, 9));
        s.gradient(s.call("Square", joined.concat().getFirst().times(w)), x);
    }

    private static void gradientArrays(Script s) {
        Array a = Array.of(s, F64, 3).write(0, s.doubles(1, 2)).write(2, s.doubles(3));
        Array g = a.gradient("one");
        Output before = g.flow;
        g.write(0, s.doubles(1, 1)).write(0, s.doubles(5, 7));
        s.run(g.read(0), g.read(2), g.size());
        s.fails(StatusCode.INVALID_ARGUMENT, g.write(2, s.doubles(1, 2)).flow);
        s.fails(StatusCode.INVALID_ARGUMENT, new Array(s, F64, g.handle, before).read(1));
        Array other = a.gradient("two");
        s.run(other.read(0));
    }
}

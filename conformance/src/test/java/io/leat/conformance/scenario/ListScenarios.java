package io.leat.conformance.scenario;

import io.leat.graph.Node;
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

/** Lists of tensors, which are values. */
final class ListScenarios {
    private static final DType F64 = DType.FLOAT64;
    private static final StatusCode INVALID = StatusCode.INVALID_ARGUMENT;

    private ListScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("list: of every dtype", ListScenarios::dtypes),
                new Scenario("list: push, pop, length", ListScenarios::pushPop),
                new Scenario("list: old versions stay", ListScenarios::versions),
                new Scenario("list: missing elements", ListScenarios::missing),
                new Scenario("list: gather, scatter", ListScenarios::gatherScatter),
                new Scenario("list: concat, split", ListScenarios::concatSplit),
                new Scenario("list: errors of elements", ListScenarios::errors),
                new Scenario("list: errors of wholes", ListScenarios::wholeErrors),
                new Scenario("list: errors of concat and split", ListScenarios::concatErrors),
                new Scenario("list: gradients of elements", ListScenarios::gradients),
                new Scenario("list: gradients of wholes", ListScenarios::wholeGradients),
                new Scenario("list: sums and zeros", ListScenarios::sums));
    }

    private static Output reserve(Script s, Output shape, int n, DType dtype) {
        return s.op("TensorListReserve")
                .input(shape)
                .input(s.constant(n))
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    private static Output empty(Script s, Output shape, int max, DType dtype) {
        return s.op("EmptyTensorList")
                .input(shape)
                .input(s.constant(max))
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    private static Output set(Script s, Output list, int i, Output item) {
        return s.call("TensorListSetItem", list, s.constant(i), item);
    }

    private static Output get(Script s, Output list, int i, Output shape, DType dtype) {
        return s.op("TensorListGetItem")
                .input(list)
                .input(s.constant(i))
                .input(shape)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    private static Output get(Script s, Output list, int i) {
        return get(s, list, i, any(s), F64);
    }

    private static Output stack(Script s, Output list, Output shape, DType dtype) {
        return s.op("TensorListStack")
                .input(list)
                .input(shape)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    private static Output stack(Script s, Output list) {
        return stack(s, list, any(s), F64);
    }

    private static Output gather(Script s, Output list, Output indices, Output shape, DType dtype) {
        return s.op("TensorListGather")
                .input(list)
                .input(indices)
                .input(shape)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    private static Node pop(Script s, Output list, Output shape) {
        return s.op("TensorListPopBack")
                .input(list)
                .input(shape)
                .attr("element_dtype", F64)
                .add();
    }

    private static List<Output> concat(Script s, Output list, Output shape, Output leading) {
        return s.op("TensorListConcatV2")
                .input(list)
                .input(shape)
                .input(leading)
                .attr("element_dtype", F64)
                .add()
                .outputs();
    }

    /** The shape of which nothing is known. */
    private static Output any(Script s) {
        return s.constant(-1);
    }

    private static Output length(Script s, Output list) {
        return s.call("TensorListLength", list);
    }

    private static void dtypes(Script s) {
        List<Output> all = new ArrayList<>();
        int seed = 0;
        for (DType t : CaseBuilder.ALL) {
            Output rows = s.constant(new Seeded(++seed).tensor(t, Shape.of(3, 2), Domain.ANY));
            Output row = s.constant(new Seeded(++seed).tensor(t, Shape.of(2), Domain.ANY));
            Output list = s.call("TensorListFromTensor", rows, s.ints(2));
            all.add(get(s, list, 1, any(s), t));
            all.add(stack(s, list, any(s), t));
            all.add(gather(s, list, s.ints(2, 2, 0), any(s), t));
            all.add(stack(s, set(s, list, 1, row), any(s), t));
            Output missing = set(s, reserve(s, s.ints(2), 3, t), 1, row);
            all.add(get(s, missing, 0, s.ints(2), t));
            all.add(stack(s, missing, any(s), t));
        }
        s.run(all);
    }

    private static void pushPop(Script s) {
        Output list = empty(s, any(s), -1, F64);
        List<Output> all = new ArrayList<>(List.of(length(s, list)));
        for (int i = 0; i < 20; i++) {
            list = s.call("TensorListPushBack", list, s.doubles(i, i + 1));
        }
        all.add(length(s, list));
        all.add(stack(s, list));
        Node popped = pop(s, list, any(s));
        all.add(popped.output(1));
        all.add(stack(s, popped.output(0)));
        Output again = s.call("TensorListPushBack", popped.output(0), s.doubles(-1, -2));
        all.add(stack(s, again));
        all.add(stack(s, list));
        s.run(all);
        Output two = empty(s, s.ints(-1), 2, F64);
        two = s.call("TensorListPushBack", two, s.doubles(1));
        two = s.call("TensorListPushBack", two, s.doubles(2));
        s.run(length(s, two));
        s.fails(INVALID, length(s, s.call("TensorListPushBack", two, s.doubles(3))));
        s.fails(INVALID, pop(s, empty(s, any(s), -1, F64), any(s)).output(1));
        for (Output shape : List.of(any(s), s.ints(-1, 3), s.ints(2, 2))) {
            s.run(s.op("TensorListElementShape")
                    .input(empty(s, shape, -1, F64))
                    .attr("shape_type", DType.INT64)
                    .add()
                    .output(0));
        }
    }

    private static void versions(Script s) {
        Output first = s.call("TensorListFromTensor", s.doubles(1, 2, 3), s.ints());
        Output second = set(s, first, 0, s.constant(Tensor.scalar(10.0)));
        Output third = set(s, second, 2, s.constant(Tensor.scalar(30.0)));
        Output branch = set(s, first, 1, s.constant(Tensor.scalar(-2.0)));
        Output longer = s.call("TensorListResize", branch, s.constant(5));
        Output shorter = s.call("TensorListResize", third, s.constant(2));
        Output grown = s.call("TensorListPushBack", shorter, s.constant(Tensor.scalar(7.0)));
        s.run(
                stack(s, first),
                stack(s, second),
                stack(s, third),
                stack(s, branch),
                stack(s, longer),
                stack(s, shorter),
                stack(s, grown),
                stack(s, first));
        s.run(stack(s, grown), stack(s, third), stack(s, second), stack(s, first));
        Output over = s.op("TensorListSetItem")
                .input(first)
                .input(s.constant(4))
                .input(s.constant(Tensor.scalar(5.0)))
                .attr("resize_if_index_out_of_bounds", true)
                .add()
                .output(0);
        s.run(stack(s, over), length(s, over));
    }

    private static void missing(Script s) {
        Output list = reserve(s, s.ints(-1, 2), 3, F64);
        s.fails(INVALID, get(s, list, 0));
        s.fails(INVALID, stack(s, list));
        s.run(get(s, list, 0, s.ints(3, -1), F64));
        Output one = set(s, list, 1, s.doubles(Shape.of(1, 2), 5, 6));
        s.run(get(s, one, 0), stack(s, one), gather(s, one, s.ints(1, 2), any(s), F64));
        Node popped = pop(s, one, s.ints(4, 2));
        s.run(length(s, popped.output(0)));
        s.run(pop(s, list, s.ints(4, 2)).output(1));
        s.fails(INVALID, pop(s, list, any(s)).output(1));
        s.fails(INVALID, gather(s, list, s.ints(1, 2), any(s), F64));
        s.run(gather(s, list, s.ints(), s.ints(1, 2), F64));
        s.fails(INVALID, gather(s, list, s.ints(), any(s), F64));
        s.run(concat(s, one, any(s), s.longs(2, 0, 3)));
        s.failsHere(INVALID, concat(s, one, any(s), s.longs(2)).getFirst());
        s.run(concat(s, one, s.ints(1, 2), s.longs()));
        s.fails(
                INVALID,
                concat(s, reserve(s, any(s), 2, F64), any(s), s.longs(1, 1)).getFirst());
    }

    private static void gatherScatter(Script s) {
        Output rows = s.doubles(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Output list = s.call("TensorListScatter", rows, s.ints(3, 0, 1), s.ints(2));
        s.run(length(s, list), stack(s, list), gather(s, list, s.ints(1, 1, 3), any(s), F64));
        Output sized = s.call("TensorListScatterV2", rows, s.ints(3, 0, 1), s.ints(-1), s.constant(6));
        s.run(length(s, sized), stack(s, sized));
        Output any = s.call("TensorListScatterV2", rows, s.ints(3, 0, 1), s.ints(2), s.constant(-1));
        s.run(length(s, any));
        Output into = s.call("TensorListScatterIntoExistingList", list, rows, s.ints(2, 0, 3));
        s.run(stack(s, into), length(s, into), stack(s, list));
        Output twice = s.call("TensorListScatter", rows, s.ints(1, 0, 1), s.ints(2));
        s.run(stack(s, twice));
    }

    private static void concatSplit(Script s) {
        Output rows = s.doubles(Shape.of(5, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Output list = s.call("TensorListSplit", rows, s.ints(-1, 2), s.longs(3, 0, 2));
        s.run(length(s, list), get(s, list, 0), get(s, list, 1), get(s, list, 2));
        s.run(concat(s, list, any(s), s.longs()));
        s.run(s.op("TensorListConcat")
                .input(list)
                .attr("element_dtype", F64)
                .add()
                .outputs());
        Output empty = empty(s, s.ints(-1, 3), -1, F64);
        s.run(concat(s, empty, any(s), s.longs()));
        s.run(s.op("TensorListConcat")
                .input(empty)
                .attr("element_dtype", F64)
                .attr("element_shape", Shape.of(Shape.ANY, 3))
                .add()
                .outputs());
    }

    private static void errors(Script s) {
        Output list = s.call("TensorListFromTensor", s.doubles(Shape.of(3, 1), 1, 2, 3), s.ints(1));
        s.fails(INVALID, get(s, list, 3));
        s.fails(INVALID, get(s, list, -1));
        s.fails(INVALID, length(s, set(s, list, 3, s.doubles(1))));
        s.fails(INVALID, length(s, set(s, list, -1, s.doubles(1))));
        s.fails(INVALID, length(s, set(s, list, 0, s.hidden(s.doubles(1, 2)))));
        s.fails(INVALID, length(s, s.call("TensorListPushBack", list, s.hidden(s.doubles(1, 2)))));
        s.fails(INVALID, length(s, reserve(s, s.ints(), -1, F64)));
        s.fails(INVALID, length(s, s.call("TensorListResize", list, s.constant(-1))));
        s.fails(INVALID, length(s, reserve(s, s.hidden(s.constant(7)), 1, F64)));
    }

    private static void wholeErrors(Script s) {
        Output list = s.call("TensorListFromTensor", s.doubles(Shape.of(3, 1), 1, 2, 3), s.ints(1));
        s.fails(INVALID, gather(s, list, s.ints(0, 3), any(s), F64));
        s.fails(INVALID, gather(s, list, s.ints(-1), any(s), F64));
        s.fails(INVALID, stack(s, list, s.hidden(s.ints(2)), F64));
        s.fails(INVALID, stack(s, empty(s, any(s), -1, F64)));
        s.fails(
                INVALID,
                s.op("TensorListStack")
                        .input(list)
                        .input(any(s))
                        .attr("element_dtype", F64)
                        .attr("num_elements", 4)
                        .add()
                        .output(0));
        Output scalar = s.hidden(s.constant(Tensor.scalar(1.0)));
        s.fails(INVALID, length(s, s.call("TensorListFromTensor", scalar, s.ints())));
        s.fails(INVALID, length(s, s.call("TensorListFromTensor", s.doubles(1, 2), s.hidden(s.ints(2)))));
        Output rows = s.doubles(1, 2);
        s.fails(INVALID, length(s, s.call("TensorListScatter", rows, s.ints(0, -1), s.ints())));
        s.fails(INVALID, length(s, s.call("TensorListScatter", rows, s.hidden(s.ints(0)), s.ints())));
        s.fails(INVALID, length(s, s.call("TensorListScatterV2", rows, s.ints(0, 2), s.ints(), s.constant(2))));
        s.fails(INVALID, length(s, s.call("TensorListScatterV2", rows, s.ints(0, 1), s.ints(), s.constant(-2))));
        Output uneven = empty(s, any(s), -1, F64);
        uneven = s.call("TensorListPushBack", uneven, s.doubles(1));
        uneven = s.call("TensorListPushBack", uneven, s.doubles(1, 2));
        s.fails(INVALID, stack(s, uneven));
        s.fails(INVALID, gather(s, uneven, s.ints(0, 1), any(s), F64));
        s.run(concat(s, uneven, any(s), s.longs()));
    }

    private static void concatErrors(Script s) {
        Output rows = s.doubles(1, 2, 3);
        s.fails(INVALID, length(s, s.call("TensorListSplit", rows, s.ints(-1), s.longs(1, 1))));
        s.fails(INVALID, length(s, s.call("TensorListSplit", rows, s.ints(-1), s.longs(2, 2))));
        s.fails(INVALID, length(s, s.call("TensorListSplit", rows, s.ints(-1), s.longs(4, -1))));
        s.fails(INVALID, length(s, s.call("TensorListSplit", rows, s.hidden(s.ints(-1, 2)), s.longs(3))));
        Output scalars = s.call("TensorListFromTensor", rows, s.ints());
        s.fails(INVALID, concat(s, s.hidden(scalars), any(s), s.longs()).getFirst());
        s.fails(INVALID, concat(s, empty(s, any(s), -1, F64), any(s), s.longs()).getFirst());
        Output list = s.call("TensorListSplit", rows, s.ints(-1), s.longs(1, 2));
        s.fails(INVALID, concat(s, list, s.ints(1), s.longs()).getFirst());
        Output wide = empty(s, any(s), -1, F64);
        wide = s.call("TensorListPushBack", wide, s.doubles(1));
        wide = s.call("TensorListPushBack", wide, s.doubles(Shape.of(1, 2), 1, 2));
        s.fails(INVALID, concat(s, wide, any(s), s.longs()).getFirst());
    }

    private static void gradients(Script s) {
        Output x = s.doubles(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Output y = s.doubles(7, 8);
        Output list = s.call("TensorListFromTensor", x, s.ints(2));
        s.gradient(get(s, list, 0).times(get(s, list, 2)).plus(get(s, list, 2)), x);
        Output changed = set(s, list, 1, s.call("Square", y));
        s.gradient(get(s, changed, 1).times(get(s, changed, 0)), y);
        s.gradient(s.call("Square", stack(s, changed)), x);
        Output pushed = s.call("TensorListPushBack", changed, y);
        Node popped = pop(s, pushed, any(s));
        s.gradient(popped.output(1).times(get(s, pushed, 3)).times(get(s, popped.output(0), 1)), y);
        s.gradient(get(s, popped.output(0), 2).times(y), x);
    }

    private static void wholeGradients(Script s) {
        Output x = s.doubles(Shape.of(4, 2), 1, 2, 3, 4, 5, 6, 7, 8);
        Output list = s.call("TensorListFromTensor", x, s.ints(2));
        Output gathered = gather(s, list, s.ints(2, 0), any(s), F64);
        s.gradient(s.call("Square", gathered), x);
        Output scattered = s.call("TensorListScatterV2", x, s.ints(3, 0, 5, 1), s.ints(2), s.constant(7));
        s.gradient(s.call("Square", gather(s, scattered, s.ints(5, 2, 0), any(s), F64)), x);
        Output old = s.call("TensorListScatter", x, s.ints(3, 0, 2, 1), s.ints(2));
        s.gradient(s.call("Square", stack(s, old)), x);
        Output into = s.call("TensorListScatterIntoExistingList", list, s.call("Square", gathered), s.ints(1, 2));
        s.gradient(s.call("Square", stack(s, into)), x);
        Output split = s.call("TensorListSplit", x, s.ints(-1, 2), s.longs(1, 3));
        s.gradient(s.call("Square", concat(s, split, any(s), s.longs()).getFirst()), x);
        s.gradient(
                s.call(
                        "Square",
                        s.op("TensorListConcat")
                                .input(split)
                                .attr("element_dtype", F64)
                                .add()
                                .output(0)),
                x);
        Output resized = s.call("TensorListResize", list, s.constant(3));
        s.gradient(s.call("Square", stack(s, resized)), x);
    }

    private static void sums(Script s) {
        Output a = s.call("TensorListFromTensor", s.doubles(1, 2, 3), s.ints());
        Output b = set(s, reserve(s, s.ints(), 3, F64), 1, s.constant(Tensor.scalar(7.0)));
        Output sum = s.op("AddN").inputs(List.of(a, b, a)).add().output(0);
        s.run(stack(s, sum), stack(s, s.call("ZerosLike", a)), length(s, s.call("ZerosLike", b)));
        Output shorter = s.call("TensorListResize", a, s.constant(2));
        s.fails(
                INVALID,
                length(s, s.op("AddN").inputs(List.of(a, shorter)).add().output(0)));
    }
}

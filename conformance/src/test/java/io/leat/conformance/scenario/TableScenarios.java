package io.leat.conformance.scenario;

import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables that a session keeps. */
final class TableScenarios {
    private static final StatusCode INVALID = StatusCode.INVALID_ARGUMENT;

    private TableScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("table: every pair of dtypes", s -> dtypes(s, "V2")),
                new Scenario("table: every pair of dtypes by references", s -> dtypes(s, "")),
                new Scenario("table: filled once", TableScenarios::filledOnce),
                new Scenario("table: changes", s -> changes(s, "V2")),
                new Scenario("table: changes by references", s -> changes(s, "")),
                new Scenario("table: values that are vectors", s -> vectors(s, "V2")),
                new Scenario("table: values that are vectors, by references", s -> vectors(s, "")),
                new Scenario("table: shared names and containers", TableScenarios::shared),
                new Scenario("table: text files", s -> files(s, "V2")),
                new Scenario("table: text files by references", s -> files(s, "")),
                new Scenario("table: errors of text files", TableScenarios::fileErrors),
                new Scenario("table: errors", TableScenarios::errors));
    }

    private static NodeBuilder builder(Script s, String op, DType key, DType value) {
        return s.op(op).attr("key_dtype", key).attr("value_dtype", value);
    }

    private static Output table(Script s, String op, DType key, DType value) {
        return builder(s, op, key, value).add().output(0);
    }

    private static Node node(Script s, String op, Output... inputs) {
        NodeBuilder b = s.op(op);
        for (Output in : inputs) {
            b.input(in);
        }
        return b.add();
    }

    private static void dtypes(Script s, String version) {
        DType[][] pairs = {
            {DType.INT32, DType.FLOAT32},
            {DType.INT32, DType.FLOAT64},
            {DType.INT32, DType.INT32},
            {DType.INT32, DType.STRING},
            {DType.INT64, DType.FLOAT32},
            {DType.INT64, DType.FLOAT64},
            {DType.INT64, DType.INT32},
            {DType.INT64, DType.INT64},
            {DType.INT64, DType.STRING},
            {DType.STRING, DType.BOOL},
            {DType.STRING, DType.FLOAT32},
            {DType.STRING, DType.FLOAT64},
            {DType.STRING, DType.INT32},
            {DType.STRING, DType.INT64},
            {DType.STRING, DType.STRING}
        };
        int seed = 0;
        for (DType[] p : pairs) {
            Output table = table(s, "HashTable" + version, p[0], p[1]);
            Output keys = p[0] == DType.STRING
                    ? s.strings("a", "", "ccc")
                    : s.constant(Tensor.of(p[0], Shape.of(3), 5, -7, 0));
            Output asked = p[0] == DType.STRING
                    ? s.constant(Tensor.of(Shape.of(2, 2), "ccc", "none", "a", ""))
                    : s.constant(Tensor.of(p[0], Shape.of(2, 2), 0, 1, 5, -7));
            Output values = s.constant(new Seeded(++seed).tensor(p[1], Shape.of(3), Domain.ANY));
            Output otherwise = s.constant(new Seeded(++seed).tensor(p[1], Shape.SCALAR, Domain.ANY));
            Output found = s.call("LookupTableFind" + version, table, asked, otherwise);
            Output size = s.call("LookupTableSize" + version, table);
            s.run(size);
            s.fails(StatusCode.FAILED_PRECONDITION, found);
            s.effect(node(s, "InitializeTable" + version, table, keys, values));
            s.run(found, size);
        }
    }

    private static void filledOnce(Script s) {
        Output table = table(s, "HashTableV2", DType.INT64, DType.INT64);
        Output found = s.call("LookupTableFindV2", table, s.longs(1, 2, 3), s.constant(Tensor.scalar(-1L)));
        Node export = s.op("LookupTableExportV2")
                .input(table)
                .attr("Tkeys", DType.INT64)
                .attr("Tvalues", DType.INT64)
                .add();
        s.fails(StatusCode.ABORTED, export.output(0));
        Output twice = table(s, "HashTableV2", DType.INT64, DType.INT64);
        s.fails(StatusCode.FAILED_PRECONDITION, node(s, "InitializeTableV2", twice, s.longs(1, 1), s.longs(10, 11)));
        s.effect(node(s, "InitializeTableV2", table, s.longs(2, 2), s.longs(20, 20)));
        s.run(found);
        s.run(export.outputs());
        s.effect(node(s, "InitializeTableV2", table, s.longs(3), s.longs(30)));
        s.run(found);
        s.fails(StatusCode.FAILED_PRECONDITION, node(s, "InitializeTableV2", table, s.longs(3, 4), s.longs(1, 2)));
        s.fails(StatusCode.UNIMPLEMENTED, node(s, "LookupTableInsertV2", table, s.longs(3), s.longs(30)));
        s.fails(StatusCode.UNIMPLEMENTED, node(s, "LookupTableRemoveV2", table, s.longs(3)));
        Output other = table(s, "HashTableV2", DType.INT64, DType.INT64);
        s.effect(node(s, "LookupTableImportV2", other, s.longs(5), s.longs(50)));
        s.run(s.call("LookupTableFindV2", other, s.longs(5), s.constant(Tensor.scalar(-1L))));
    }

    private static void changes(Script s, String version) {
        Output table = table(s, "MutableHashTable" + version, DType.STRING, DType.INT64);
        Output asked = s.strings("a", "b", "c");
        Output found = s.call("LookupTableFind" + version, table, asked, s.constant(Tensor.scalar(-1L)));
        Output size = s.call("LookupTableSize" + version, table);
        s.run(found, size);
        s.effect(node(s, "LookupTableInsert" + version, table, s.strings("a", "b"), s.longs(1, 2)));
        s.run(found, size);
        s.effect(node(s, "LookupTableInsert" + version, table, s.strings("c", "b"), s.longs(3, 4)));
        s.run(found, size);
        s.run(s.call("LookupTableFind" + version, table, s.strings("b", "x", "y"), s.longs(7, 8, 9)));
        if (version.equals("V2")) {
            s.effect(node(s, "LookupTableRemoveV2", table, s.strings("a", "none")));
            s.run(found, size);
        }
        s.effect(node(s, "LookupTableImport" + version, table, s.strings("b"), s.longs(9)));
        s.run(found, size);
        s.run(s.op("LookupTableExport" + version)
                .input(table)
                .attr("Tkeys", DType.STRING)
                .attr("Tvalues", DType.INT64)
                .add()
                .outputs());
        s.fails(INVALID, node(s, "LookupTableInsert" + version, table, asked, s.hidden(s.longs(1))));
        s.fails(INVALID, node(s, "LookupTableInsert" + version, table, s.longs(1), s.longs(1)));
    }

    private static void vectors(Script s, String version) {
        Output table = builder(s, "MutableHashTableOfTensors" + version, DType.INT64, DType.FLOAT32)
                .attr("value_shape", Shape.of(2))
                .add()
                .output(0);
        Output values = s.constant(Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f));
        s.effect(node(s, "LookupTableInsert" + version, table, s.longs(4, 5), values));
        Output asked = s.constant(Tensor.of(Shape.of(1, 3), 5L, 6L, 4L));
        Output found = s.call("LookupTableFind" + version, table, asked, s.constant(Tensor.vector(-1f, -2f)));
        s.run(found, s.call("LookupTableSize" + version, table));
        s.fails(INVALID, node(s, "LookupTableInsert" + version, table, s.longs(4), s.hidden(values)));
    }

    private static void shared(Script s) {
        NodeBuilder named = builder(s, "HashTableV2", DType.INT64, DType.INT64).attr("shared_name", "numbers");
        Output one = named.add().output(0);
        Output two = builder(s, "HashTableV2", DType.INT64, DType.INT64)
                .attr("shared_name", "numbers")
                .add()
                .output(0);
        Output elsewhere = builder(s, "HashTableV2", DType.INT64, DType.INT64)
                .attr("shared_name", "numbers")
                .attr("container", "other")
                .add()
                .output(0);
        Output alone = table(s, "HashTableV2", DType.INT64, DType.INT64);
        s.effect(node(s, "InitializeTableV2", one, s.longs(1), s.longs(10)));
        s.run(
                s.call("LookupTableSizeV2", two),
                s.call("LookupTableSizeV2", elsewhere),
                s.call("LookupTableSizeV2", alone));
        Output otherType = builder(s, "HashTableV2", DType.INT64, DType.FLOAT32)
                .attr("shared_name", "numbers")
                .add()
                .output(0);
        s.fails(INVALID, s.call("LookupTableSizeV2", otherType));
    }

    private static Output file(Script s, String... lines) {
        try {
            Path file = Files.createTempFile("leat-vocabulary", ".txt");
            file.toFile().deleteOnExit();
            Files.writeString(file, String.join("\n", lines));
            return s.constant(Tensor.scalar(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeBuilder fill(Script s, String version, Output table, Output file, int key, int value) {
        return s.op("InitializeTableFromTextFile" + version)
                .input(table)
                .input(file)
                .attr("key_index", key)
                .attr("value_index", value);
    }

    private static void files(Script s, String version) {
        Output words = table(s, "HashTable" + version, DType.STRING, DType.INT64);
        Output file = file(s, "one\r", "two words", "drei", "");
        s.effect(fill(s, version, words, file, -2, -1).add());
        Output none = s.constant(Tensor.scalar(-1L));
        s.run(s.call("LookupTableFind" + version, words, s.strings("drei", "one", "none", "two words"), none));
        Output back = table(s, "HashTable" + version, DType.INT64, DType.STRING);
        s.effect(fill(s, version, back, file, -1, -2)
                .attr("vocab_size", 2)
                .attr("offset", 10)
                .add());
        Output unknown = s.constant(Tensor.scalar("UNK"));
        s.run(
                s.call("LookupTableFind" + version, back, s.longs(10, 11, 12), unknown),
                s.call("LookupTableSize" + version, back));
        Output columns = file(s, "a,1,2.5", "b,2,-3", "c,3,1e2,more");
        Output numbers = table(s, "HashTable" + version, DType.STRING, DType.FLOAT32);
        s.effect(fill(s, version, numbers, columns, 0, 2).attr("delimiter", ",").add());
        s.run(s.call("LookupTableFind" + version, numbers, s.strings("c", "b"), s.constant(Tensor.scalar(0f))));
        Output ids = table(s, "HashTable" + version, DType.INT64, DType.STRING);
        s.effect(fill(s, version, ids, columns, 1, 0).attr("delimiter", ",").add());
        s.run(s.call("LookupTableFind" + version, ids, s.longs(3, 1), unknown));
    }

    private static Output words(Script s) {
        return table(s, "HashTableV2", DType.STRING, DType.INT64);
    }

    private static void fileErrors(Script s) {
        Output file = file(s, "a\t1", "b\tx");
        Output missing = s.constant(Tensor.scalar("/no/such/vocabulary"));
        s.fails(StatusCode.NOT_FOUND, fill(s, "V2", words(s), missing, -2, -1).add());
        s.fails(INVALID, fill(s, "V2", words(s), file, 0, 1).add());
        s.fails(INVALID, fill(s, "V2", words(s), file, 0, 2).add());
        s.fails(INVALID, fill(s, "V2", words(s), file, -1, -1).add());
        s.fails(INVALID, fill(s, "V2", words(s), file, -2, -2).add());
        s.fails(
                INVALID,
                fill(s, "V2", words(s), file, -2, -1).attr("vocab_size", 3).add());
        s.fails(
                INVALID,
                fill(s, "V2", words(s), file, 0, 1).attr("delimiter", "ab").add());
        s.fails(INVALID, fill(s, "V2", words(s), file(s, "a", "", "b"), -2, -1).add());
        s.fails(
                StatusCode.FAILED_PRECONDITION,
                fill(s, "V2", words(s), file(s, "a", "b", "a"), -2, -1).add());
    }

    private static void errors(Script s) {
        Output table = table(s, "HashTableV2", DType.STRING, DType.INT64);
        Output none = s.constant(Tensor.scalar(-1L));
        s.fails(INVALID, node(s, "InitializeTableV2", table, s.strings("a", "b"), s.hidden(s.longs(1))));
        s.fails(INVALID, node(s, "InitializeTableV2", table, s.longs(1), s.longs(1)));
        s.fails(
                INVALID,
                node(
                        s,
                        "InitializeTableV2",
                        table,
                        s.hidden(s.constant(Tensor.of(Shape.of(1, 1), "a"))),
                        s.hidden(s.constant(Tensor.of(Shape.of(1, 1), 1L)))));
        s.effect(node(s, "InitializeTableV2", table, s.strings("a"), s.longs(1)));
        s.fails(INVALID, s.call("LookupTableFindV2", table, s.longs(1), none));
        s.fails(INVALID, s.call("LookupTableFindV2", table, s.strings("a", "b"), s.hidden(s.longs(1, 2, 3))));
        Output variable = s.op("VarHandleOp")
                .attr("dtype", DType.INT64)
                .attr("shape", Shape.SCALAR)
                .add()
                .output(0);
        s.effect(node(s, "AssignVariableOp", variable, none));
        s.fails(INVALID, s.call("LookupTableSizeV2", variable));
    }
}

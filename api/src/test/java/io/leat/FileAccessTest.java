package io.leat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.FileAccess;
import io.leat.runtime.Session;
import io.leat.runtime.SessionOptions;
import io.leat.tensor.DType;
import io.leat.tensor.PermissionDeniedException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose ops may not touch all files. */
final class FileAccessTest {
    @TempDir
    private Path folder;

    private Path open;
    private Path secret;
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    @BeforeEach
    void files() throws IOException {
        open = Files.createDirectories(folder.resolve("open"));
        secret = Files.createDirectories(folder.resolve("secret"));
        Files.writeString(open.resolve("a.txt"), "a");
        Files.writeString(secret.resolve("a.txt"), "s");
        Files.createSymbolicLink(open.resolve("link"), secret);
    }

    private Output text(Object path) {
        return tf.constant(Tensor.scalar(path.toString()));
    }

    private Output read(Object path) {
        return tf.call("ReadFile", text(path));
    }

    private Node write(Object path) {
        return tf.op("WriteFile").input(text(path)).input(text("x")).add();
    }

    private static Session session(Graph graph, FileAccess files) {
        return Session.open(graph, SessionOptions.DEFAULT.withFiles(files));
    }

    private static void denied(Session s, Output fetch) {
        assertThatThrownBy(() -> s.run(fetch)).isInstanceOf(PermissionDeniedException.class);
    }

    private static void denied(Session s, Node target) {
        assertThatThrownBy(() -> s.run(target)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void allowsAllByDefault() {
        Output read = read(secret.resolve("a.txt"));
        Node write = write(secret.resolve("new/b.txt"));
        try (Session s = Session.open(graph)) {
            assertThat(s.run(read).scalarString()).isEqualTo("s");
            s.run(write);
        }
        assertThat(secret.resolve("new/b.txt")).hasContent("x");
    }

    @Test
    void forbidsAll() {
        Output read = read(open.resolve("a.txt"));
        Output match = tf.call("MatchingFiles", text(open + "/*"));
        Node write = write(open.resolve("b.txt"));
        try (Session s = session(graph, FileAccess.NONE)) {
            denied(s, read);
            denied(s, match);
            denied(s, write);
        }
        assertThat(open.resolve("b.txt")).doesNotExist();
    }

    @Test
    void followsLinksAndDotsBeforeItJudges() {
        Output inside = read(open.resolve("../open/a.txt"));
        Output dots = read(open + "/../secret/a.txt");
        Output link = read(open.resolve("link/a.txt"));
        Node viaLink = write(open.resolve("link/new.txt"));
        Node deeper = write(open.resolve("x/y.txt"));
        Output listed = tf.call("MatchingFiles", text(open + "/*.txt"));
        Output above = tf.call("MatchingFiles", text(folder + "/*/a.txt"));
        Output through = tf.call("MatchingFiles", text(open + "/link/*"));
        try (Session s = session(graph, FileAccess.within(open))) {
            assertThat(s.run(inside).scalarString()).isEqualTo("a");
            s.run(deeper);
            assertThat(s.run(listed).size()).isEqualTo(1);
            denied(s, dots);
            denied(s, link);
            denied(s, viaLink);
            denied(s, above);
            denied(s, through);
        }
        assertThat(secret.resolve("new.txt")).doesNotExist();
    }

    @Test
    void mayAllowReadingOnly() {
        Output read = read(open.resolve("a.txt"));
        Node write = write(open.resolve("a.txt"));
        try (Session s = session(graph, FileAccess.readOnly(open))) {
            assertThat(s.run(read).scalarString()).isEqualTo("a");
            denied(s, write);
        }
        assertThat(open.resolve("a.txt")).hasContent("a");
    }

    @Test
    void coversCheckpoints() {
        Output names = tf.constant(Tensor.vector("v"));
        Output whole = tf.constant(Tensor.vector(""));
        for (Path prefix : List.of(secret.resolve("ckpt"), open)) { // the files of the latter stand beside the folder
            Node save = tf.op("SaveV2")
                    .input(text(prefix))
                    .input(names)
                    .input(whole)
                    .inputs(List.of(tf.constant(1f)))
                    .add();
            Output restored = tf.op("RestoreV2")
                    .input(text(prefix))
                    .input(names)
                    .input(whole)
                    .attr("dtypes", new io.leat.graph.Attr.Items(List.of(io.leat.graph.Attr.of(DType.FLOAT32))))
                    .add()
                    .output(0);
            Output old = tf.op("Restore")
                    .input(text(prefix))
                    .input(text("v"))
                    .attr("dt", DType.FLOAT32)
                    .add()
                    .output(0);
            try (Session s = session(graph, FileAccess.within(open))) {
                denied(s, save);
                denied(s, restored);
                if (!prefix.equals(open)) {
                    denied(s, old);
                }
            }
        }
        assertThat(folder.resolve("open.index")).doesNotExist();
    }

    @Test
    void coversTables() {
        Output table = tf.op("HashTableV2")
                .attr("key_dtype", DType.STRING)
                .attr("value_dtype", DType.INT64)
                .add()
                .output(0);
        Node fill = tf.op("InitializeTableFromTextFileV2")
                .input(table)
                .input(text(secret.resolve("a.txt")))
                .attr("key_index", -2)
                .attr("value_index", -1)
                .add();
        try (Session s = session(graph, FileAccess.within(open))) {
            denied(s, fill);
        }
    }

    @Test
    void coversDatasetsOfFiles() {
        Output data = tf.op("TFRecordDataset")
                .input(text(secret.resolve("a.txt")))
                .input(text(""))
                .input(tf.constant(Tensor.scalar(0L)))
                .add()
                .output(0);
        io.leat.graph.Attr types = new io.leat.graph.Attr.Items(List.of(io.leat.graph.Attr.of(DType.STRING)));
        io.leat.graph.Attr shapes = new io.leat.graph.Attr.Items(List.of(io.leat.graph.Attr.of(Shape.SCALAR)));
        Output iterator = tf.op("IteratorV2")
                .attr("shared_name", "")
                .attr("container", "")
                .attr("output_types", types)
                .attr("output_shapes", shapes)
                .add()
                .output(0);
        Node start = tf.op("MakeIterator").input(data).input(iterator).add();
        Output next = tf.op("IteratorGetNext")
                .input(iterator)
                .attr("output_types", types)
                .attr("output_shapes", shapes)
                .add()
                .output(0);
        try (Session s = session(graph, FileAccess.within(open))) {
            s.run(start);
            denied(s, next);
        }
    }
}

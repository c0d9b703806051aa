package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStateTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatTensorFlowWrites() throws IOException {
        Files.writeString(folder.resolve("checkpoint"), """
                model_checkpoint_path: "model-2"
                all_model_checkpoint_paths: "/abs/model-1"
                all_model_checkpoint_paths: "model-2"
                all_model_checkpoint_timestamps: 1700000000.25
                all_model_checkpoint_timestamps: 1700000001.5
                last_preserved_timestamp: 1699999999.0
                some_later_field: 3
                """);
        CheckpointState state = CheckpointState.read(folder);
        assertThat(state)
                .isEqualTo(new CheckpointState(
                        "model-2",
                        List.of("/abs/model-1", "model-2"),
                        List.of(1700000000.25, 1700000001.5),
                        1699999999.0));
        assertThat(CheckpointState.latestCheckpoint(folder))
                .as("it does not exist")
                .isNull();

        try (var writer = CheckpointWriter.create(folder.resolve("model-2"))) {
            writer.add("x", Tensor.scalar(1));
            writer.finish();
        }
        assertThat(CheckpointState.latestCheckpoint(folder)).isEqualTo(folder.resolve("model-2"));
    }

    @Test
    void roundTrips() throws IOException {
        var state = new CheckpointState("é \"1\"\n", List.of("a", "é \"1\"\n"), List.of(1e9, 0.1), 0);
        state.write(folder, "latest");
        assertThat(CheckpointState.read(folder, "latest")).isEqualTo(state);
        assertThat(CheckpointState.read(folder)).isNull();
        assertThat(Files.readString(folder.resolve("latest"))).startsWith("model_checkpoint_path: \"");
    }

    @Test
    void aFailureAtAnyStepLeavesTheOldState() throws IOException {
        var before = new CheckpointState("old", List.of("old"), List.of(), 0);
        var after = new CheckpointState("new", List.of("old", "new"), List.of(), 0);
        before.write(folder);
        for (int steps = 0; ; steps++) {
            try {
                after.write(folder, CheckpointState.FILE_NAME, new FailingDisk(steps));
                break;
            } catch (IOException e) {
                assertThat(CheckpointState.read(folder)).isIn(before, after);
            }
            assertThat(steps).isLessThan(20);
        }
        assertThat(CheckpointState.read(folder)).isEqualTo(after);
    }

    @Test
    void survivesCorruption() throws IOException {
        new CheckpointState("model-1", List.of("model-1"), List.of(1.5), 2).write(folder);
        Path file = folder.resolve("checkpoint");
        int failed = Corruption.everywhere(file, () -> CheckpointState.latestCheckpoint(folder));
        assertThat(failed).isPositive();
        new CheckpointState("no\0name", List.of(), List.of(), 0).write(folder);
        assertThatThrownBy(() -> CheckpointState.latestCheckpoint(folder)).isInstanceOf(InvalidArgumentException.class);
        Files.writeString(file, "model_checkpoint_path: ");
        assertThatThrownBy(() -> CheckpointState.read(folder))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(file.toString());
    }
}

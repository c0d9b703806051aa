package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelVersionsTest {
    @TempDir
    Path folder;

    private void model(String version) throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve(version)).resolve("saved_model.pb"));
    }

    @Test
    void theNewestVersionIsThatOfTheLargestNumber() throws IOException {
        model("00000009");
        model("10");
        Files.createDirectory(folder.resolve("11"));
        model("backup");
        assertThat(ModelVersions.newest(folder, "saved_model.pb")).isEqualTo(folder.resolve("10"));
    }

    @Test
    void aModelsOwnFolderStandsForItself() throws IOException {
        Files.createFile(folder.resolve("saved_model.pb"));
        model("1");
        assertThat(ModelVersions.newest(folder, "saved_model.pb")).isEqualTo(folder);
    }

    @Test
    void aFolderOfSomethingElseIsNamed() throws IOException {
        Files.createFile(folder.resolve("model.index"));
        assertThatThrownBy(() -> SavedModel.load(folder))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the folder holds a checkpoint");
    }
}

package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.tensor.AlreadyExistsException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedModelTest {
    @TempDir
    Path folder;

    private static final MetaGraph META = MetaGraph.of(GraphDefs.parseText("node { name: \"x\" op: \"LeatTest\" }"))
            .withTags("serve");

    @Test
    void roundTrips() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "a\nb\n");
        Path model = folder.resolve("model");
        MetaGraph meta = META.withAssets(List.of(new ModelAsset("x:0", "v/words")));
        SavedModel.write(model, meta, Map.of("v/words", words), writer -> writer.add("w", Tensor.vector(1f, 2f)));

        SavedModel read = SavedModel.load(model, "serve");
        assertThat(read.metaGraph().graph().node("x").type()).isEqualTo("LeatTest");
        assertThat(read.path(read.metaGraph().assets().getFirst())).hasSameBinaryContentAs(words);
        Samples.assertSame(read.variables().read("w"), Tensor.vector(1f, 2f));
        assertThat(read.metaGraph().initializer()).isNull();
        assertThatThrownBy(() -> SavedModel.write(model, META, Map.of(), null))
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        Path model = folder.resolve("model");
        assertThatThrownBy(() -> SavedModel.write(model, META, Map.of(), writer -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class);
        MetaGraph meta = META.withAssets(List.of(new ModelAsset("x:0", "words")));
        assertThatThrownBy(() -> SavedModel.write(model, meta, Map.of(), null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("'words'");
        MetaGraph outside = META.withAssets(List.of(new ModelAsset("x:0", "../words")));
        assertThatThrownBy(() -> SavedModel.write(model, outside, Map.of("../words", folder), null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("outside");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void choosesByTags() throws IOException {
        Path model = folder.resolve("model");
        SavedModel.write(model, META, Map.of(), null);
        assertThat(SavedModel.tagSets(model)).containsExactly(Set.of("serve"));
        assertThat(SavedModel.load(model).metaGraph().tags()).containsExactly("serve");
        assertThat(SavedModel.load(model).hasVariables()).isFalse();
        assertThatThrownBy(() -> SavedModel.load(model, "serve", "gpu"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Could not find meta graph def matching supplied tags: [gpu, serve]")
                .hasMessageContaining("[[serve]]");
        assertThatThrownBy(() -> SavedModel.load(folder))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith(
                        "SavedModel file does not exist at: " + folder + "/{saved_model.pbtxt|saved_model.pb}");
    }

    @Test
    void survivesCorruption() throws IOException {
        Path model = folder.resolve("model");
        SavedModel.write(model, META, Map.of(), null);
        Path file = model.resolve("saved_model.pb");
        int failed = Corruption.everywhere(file, () -> SavedModel.load(model, "serve"));
        assertThat(failed).isGreaterThan((int) Files.size(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AssetModule",
                "SimpleWhileLoop",
                "StaticHashTableModule",
                "penguin",
                "regression_savedmodel",
                "saved_model_counter/00000123",
                "saved_model_half_plus_three/00000123",
                "saved_model_half_plus_two_cpu/00000123",
                "saved_model_half_plus_two_tf2_cpu/00000123",
                "tfjs/int64_multiply",
                "tfjs/module_with_multiple_signatures",
                "vespa_batch_norm",
                "vespa_mnist_softmax"
            })
    void readsTensorFlowsModels(String name) throws IOException {
        SavedModel model = SavedModel.load(Samples.shared("models/" + name), "serve");
        MetaGraph meta = model.metaGraph();
        Graph g = meta.graph();
        assertThat(g.size()).isPositive();
        SaverInfo saver = meta.saver();
        assertThat(saver).isNotNull();
        assertThat(g.find(saver.restore())).isNotNull();
        assertThat(g.output(saver.filename())).isNotNull();
        for (ModelAsset asset : meta.assets()) {
            assertThat(model.path(asset)).exists();
            assertThat(g.output(asset.tensor())).isNotNull();
        }
        for (ModelSignature s : meta.signatures().values()) {
            for (TensorInfo info : s.inputs().values()) {
                assertThat(g.output(((TensorInfo.Dense) info).name())).isNotNull();
            }
        }
        assertThat(MetaGraph.parse(meta.toBytes()).toBytes()).isEqualTo(meta.toBytes());
        if (name.contains("half_plus_three")) {
            assertThat(meta.assets()).hasSize(1);
            assertThat(meta.initializer()).isNotNull();
            assertThat(meta.signatures()).containsKey(ModelSignature.DEFAULT);
        }
    }

    /** An export from before there were SavedModels: a MetaGraph and a checkpoint of version 1. */
    @Test
    void anOldExportIsNoModelButItsPartsCanBeRead() throws IOException {
        Path old = Samples.shared("models/bad_half_plus_two/00000123");
        assertThatThrownBy(() -> SavedModel.load(old, "serve"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("SavedModel file does not exist at");
        assertThat(MetaGraph.read(old.resolve("export.meta")).graph().size()).isPositive();
        CheckpointReader variables = CheckpointReader.open(old.resolve("export"));
        assertThat(variables.read("Variable").scalarFloat()).isEqualTo(0.5f);
        assertThat(variables.read("Variable_1").scalarFloat()).isEqualTo(2);
    }
}

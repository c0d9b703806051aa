package io.leat.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.graph.Op;
import io.leat.graph.OpRegistry;
import io.leat.graph.Signature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The signatures of the catalogue against TensorFlow's registry. */
class SignaturesTest {
    private static final Path TABLE = Path.of("shared/spec/ops.tsv");

    /** TensorFlow's ops from the table in the folder {@code shared} beside the project or further up. */
    private static Map<String, RegisteredOp> registry() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(TABLE))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "the table of TensorFlow's registry is not there");
        return RegisteredOp.read(Objects.requireNonNull(folder).resolve(TABLE));
    }

    /** Ops whose definition in TensorFlow 2.21 allows fewer dtypes than there are kernels: no graph reaches these. */
    private static final Set<String> NARROWER_THAN_KERNELS = Set.of(
            "Acos",
            "BatchMatMul",
            "Bincount",
            "CropAndResize",
            "CropAndResizeGradBoxes",
            "DenseBincount",
            "Gather",
            "HistogramFixedWidth",
            "LeakyRelu",
            "LeakyReluGrad",
            "MatMul",
            "MaxPool",
            "MaxPoolV2",
            "RaggedBincount",
            "ResizeArea",
            "ResizeBicubic",
            "ResizeBilinear",
            "ResizeNearestNeighbor",
            "ResizeNearestNeighborGrad",
            "SampleDistortedBoundingBox",
            "SampleDistortedBoundingBoxV2",
            "SparseBincount",
            "StatelessSampleDistortedBoundingBox",
            "UnsortedSegmentMax",
            "UnsortedSegmentMin",
            "UnsortedSegmentProd");

    @Test
    void agreeWithTensorFlow() {
        Map<String, RegisteredOp> registry = registry();
        List<String> wrong = new ArrayList<>();
        for (String name : new Catalogue().names()) {
            RegisteredOp registered = registry.get(name);
            Signature signature = OpRegistry.get(name).signature();
            if (registered == null) {
                wrong.add(name + " is no op of TensorFlow");
            } else {
                registered.differences(signature).stream()
                        .filter(d -> !(NARROWER_THAN_KERNELS.contains(name) && d.contains("leaves out")))
                        .forEach(d -> wrong.add(name + ": " + d));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void differencesAreFound() {
        RegisteredOp pool = Objects.requireNonNull(registry().get("AvgPool"));
        String good = "AvgPool(value: T) -> (output: T); ksize: list(int) >= 4; strides: list(int) >= 4; "
                + "padding: {'SAME', 'VALID'}; data_format: {'NHWC', 'NCHW'} = 'NHWC'; "
                + "T: {half, bfloat16, float, double}";
        assertThat(pool.differences(Signature.parse(good, false))).isEmpty();
        List<String[]> mistakes = List.of(
                new String[] {"value", "values", "inputs should be"},
                new String[] {"output: T", "output: float", "outputs should be"},
                new String[] {"ksize: list(int) >= 4", "ksize: int", "attribute ksize should be [int], not int"},
                new String[] {"'SAME', 'VALID'", "'VALID', 'SAME'", "attribute padding should be"},
                new String[] {"= 'NHWC'", "= 'NCHW'", "attribute data_format should be"},
                new String[] {"half, ", "", "attribute T leaves out [half]"});
        for (String[] m : mistakes) {
            assertThat(pool.differences(Signature.parse(good.replace(m[0], m[1]), false)))
                    .singleElement()
                    .asString()
                    .startsWith(m[2]);
        }
        assertThat(pool.differences(Signature.parse(good + "; more: int", true)))
                .containsExactly("stateful should be false, not true", "attribute more is unknown");
        assertThat(pool.differences(Signature.parse(good.replace("ksize", "k_size"), false)))
                .containsExactly("attribute ksize is missing: [int]", "attribute k_size is unknown");
    }

    @Test
    void everyNameOfTheCatalogueIsAnOpOfThatName() {
        List<String> names = new Catalogue().names();
        assertThat(names).isSorted().doesNotHaveDuplicates().isNotEmpty();
        assertThat(OpRegistry.names()).containsAll(names);
        for (String name : names) {
            Op op = OpRegistry.get(name);
            assertThat(op.name()).isEqualTo(name);
            assertThat(op.getClass().getSimpleName()).isEqualTo(name);
        }
    }
}

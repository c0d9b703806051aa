package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionGraphTest {
    private static final String LIBRARY = """
            library {
              function {
                signature {
                  name: "f"
                  input_arg { name: "x" type_attr: "T" }
                  input_arg { name: "many" type: DT_INT32 number_attr: "N" }
                  output_arg { name: "y" type_attr: "T" }
                  output_arg { name: "z" type: DT_INT32 }
                  control_output: "done"
                  attr { name: "T" type: "type" }
                  attr { name: "N" type: "int" default_value { i: 2 } }
                }
                node_def { name: "a" op: "pair" input: "x" attr { key: "n" value { i: 3 } } }
                node_def { name: "b" op: "LeatTestOp" input: "a:second:1" input: "many:1" input: "^c"
                  attr { key: "T" value { placeholder: "T" } }
                  attr { key: "g" value { func { name: "h" attr { key: "T" value { placeholder: "T" } } } } } }
                node_def { name: "c" op: "LeatTestOp" input: "x" }
                ret { key: "y" value: "b:out:0" }
                ret { key: "z" value: "many:0" }
                control_ret { key: "done" value: "c" }
                arg_attr { key: 0 value { attr { key: "_output_shapes" value { list { shape { dim { size: 7 } } } } } } }
              }
              function {
                signature {
                  name: "pair"
                  input_arg { name: "x" type: DT_INT32 }
                  output_arg { name: "first" type: DT_INT32 number_attr: "n" }
                  output_arg { name: "second" type: DT_INT32 number_attr: "n" }
                }
              }
            }
            versions { producer: 1000 }
            """;

    private static final Attrs HALF = Attrs.of("T", new Attr.Type(DType.FLOAT16));

    @Test
    void fillsInAttributesAndNames() {
        Graph library = GraphDefs.parseText(LIBRARY);
        FunctionGraph f = FunctionGraph.of(library, "f", HALF, List.of());

        assertThat(f.arguments()).extracting(Output::name).containsExactly("x:0", "many_0:0", "many_1:0");
        assertThat(f.graph().node("x").attrs().type("dtype")).isEqualTo(DType.FLOAT16);
        assertThat(f.graph().node("x").attrs().shape("shape")).isEqualTo(Shape.of(7));
        Node b = f.graph().node("b");
        assertThat(b.attrs().type("T")).isEqualTo(DType.FLOAT16);
        assertThat(b.attrs().function("g")).isEqualTo(new Attr.Function("h", HALF));
        assertThat(b.input(0).name()).as("after the three of the first output").isEqualTo("a:4");
        assertThat(b.input(1).name()).isEqualTo("many_1:0");
        assertThat(b.controlInputs()).extracting(Node::name).containsExactly("c");
        assertThat(f.results()).extracting(Output::name).containsExactly("b:0", "many_0:0");
        assertThat(f.controlResults()).extracting(Node::name).containsExactly("c");
        assertThat(f.graph().functionDefs()).containsOnlyKeys("f", "pair");

        FunctionGraph shaped = FunctionGraph.of(library, "f", HALF, List.of(Shape.of(1, 2)));
        assertThat(shaped.graph().node("x").attrs().shape("shape")).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void refusesWhatIsNoFunction() {
        Graph library = GraphDefs.parseText(LIBRARY);
        assertThatThrownBy(() -> FunctionGraph.of(library, "fn", HALF, List.of()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Function fn is not defined");
        refused(LIBRARY, Attrs.EMPTY, "no value for the attribute 'T'");
        refused(LIBRARY.replace("\"b:out:0\"", "\"q:out:0\""), HALF, "unknown input 'q:out:0'");
        refused(LIBRARY.replace("\"many:0\"", "\"many:9\""), HALF, "'many:9' is not the name");
        refused(LIBRARY.replace("a:second:1", "a:third:1"), HALF, "has no output 'third'");
        refused(LIBRARY.replace("key: \"y\"", "key: \"q\""), HALF, "no value for the result 'y'");
        refused(LIBRARY.replace("value: \"c\"", "value: \"d\""), HALF, "no node for the control result 'done'");
        refused(LIBRARY.replace("{ i: 2 }", "{ i: 2000000000 }"), HALF, "a list of 2000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AssetModule",
                "SimpleWhileLoop",
                "StaticHashTableModule",
                "penguin",
                "regression_savedmodel",
                "saved_model_half_plus_two_tf2_cpu/00000123",
                "tfjs/module_with_multiple_signatures"
            })
    void readsTheFunctionsOfModels(String model) throws IOException {
        Graph library = SavedModel.load(Samples.shared("models/" + model), "serve")
                .metaGraph()
                .graph();
        Map<String, byte[]> functions = library.functionDefs();
        assertThat(functions).isNotEmpty();
        for (String name : functions.keySet()) {
            FunctionGraph f = FunctionGraph.of(library, name, Attrs.EMPTY, List.of());
            assertThat(f.graph().size()).isGreaterThanOrEqualTo(f.arguments().size());
            for (Output result : f.results()) {
                assertThat(result.graph()).isSameAs(f.graph());
            }
        }
    }

    private static void refused(String text, Attrs attrs, String message) {
        Graph library = GraphDefs.parseText(text);
        assertThatThrownBy(() -> FunctionGraph.of(library, "f", attrs, List.of()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(message);
    }
}

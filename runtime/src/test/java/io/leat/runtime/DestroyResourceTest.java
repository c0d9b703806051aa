package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.NotFoundException;
import org.junit.jupiter.api.Test;

class DestroyResourceTest {
    @Test
    void aDestroyedVariableHasNoValueUntilItIsAssignedAgain() {
        Graph graph = Graph.create();
        var tf = Tf.of(graph);
        Variable w = tf.variable("w", Init.zeros(2));
        Node destroy = tf.ops().op("DestroyResourceOp").input(w.handle()).add();
        Node strict = tf.ops()
                .op("DestroyResourceOp")
                .input(w.handle())
                .attr("ignore_lookup_error", false)
                .add();
        try (var session = Session.open(graph)) {
            session.run(w.initializer());
            session.run(destroy);
            assertThatThrownBy(() -> session.run(w)).isInstanceOf(FailedPreconditionException.class);
            session.run(destroy);
            assertThatThrownBy(() -> session.run(strict)).isInstanceOf(NotFoundException.class);
            session.run(w.initializer());
            assertThat(session.run(w).toFloatArray()).containsExactly(0f, 0f);
        }
    }
}

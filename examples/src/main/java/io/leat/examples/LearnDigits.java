package io.leat.examples;

import io.leat.graph.Graph;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.train.Accuracy;
import io.leat.train.Adam;
import io.leat.train.Digits;
import io.leat.train.Losses;
import io.leat.train.ModelExport;
import io.leat.train.Saver;
import java.nio.file.Path;
import java.util.Map;

public class LearnDigits {
    public static void main(String... args) throws Exception {
        var folder = Path.of(args.length > 0 ? args[0] : "leat-out");
        var graph = Graph.create().seed(1);
        var tf = Tf.of(graph);
        var images = tf.placeholder("images", DType.FLOAT32, Shape.of(Shape.ANY, 28, 28, 1));
        var labels = tf.placeholder("labels", DType.INT32, Shape.of(Shape.ANY));
        var pixels = tf.reshape(images, tf.constant(-1, 784));
        var hidden = tf.nn()
                .relu(pixels.matmul(tf.variable("w1", Init.heNormal(784, 64))).plus(tf.variable("b1", Init.zeros(64))));
        var logits =
                hidden.matmul(tf.variable("w2", Init.glorotUniform(64, 10))).plus(tf.variable("b2", Init.zeros(10)));
        var loss = Losses.sparseSoftmaxCrossEntropy(labels, logits);
        var train = Adam.rate(1e-3).minimize(loss);

        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            var step = session.prepare(Feeds.of(images, labels), Fetches.of(loss), train);
            float last = 0;
            for (var batch : Digits.train(4000).shuffle(42).repeat(5).batch(32).prefetch(4)) {
                last = step.call(batch.get(0), batch.get(1)).scalarFloat();
            }
            var accuracy = new Accuracy();
            for (var batch : Digits.test(500).batch(100)) {
                accuracy.add(session.run(logits, Map.of(images, batch.get(0))), batch.get(1));
            }
            System.out.println("loss " + last + ", accuracy " + accuracy.value());
            Saver.of(graph).save(session, folder.resolve("checkpoint"), 1);
            ModelExport.write(session, folder.resolve("digits"), Map.of("images", images), Map.of("logits", logits));
        }
    }
}

"""Writes small graphs with TensorFlow 1's control flow and without gradients, and what TensorFlow's gradients of them are.

    python make_gradient_graphs.py FOLDER

Each file NAME.pb is a GraphDef as make_flow_graphs.py writes them, with further constants: slope0, slope1 ... are the
gradients of the sum of all outputs with respect to the inputs wrt0, wrt1 ... (names of placeholders), curve0, curve1 ...
those of the sum of these gradients. TensorFlow's own loops of version 1 refuse the second; they come from the same Python
with the control flow of version 2.
"""
import pathlib
import sys

import numpy as np
import tensorflow as tf

from make_flow_graphs import Case

v1 = tf.compat.v1
GRAPHS = {}


def graph(f):
    GRAPHS[f.__name__] = f
    return f


@graph
def powers(c):
    n, x = c.given(4, tf.int32), c.given([1.5, -0.5])
    c.out(tf.while_loop(lambda i, y: i < n, lambda i, y: (i + 1, y * x), [0, x])[1])


@graph
def matrix_loop(c):
    n, x = c.given(5, tf.int32), c.given([[1.0, 0.5], [0.25, -1.0]])
    w = c.given([[0.5, 0.25], [-0.5, 1.0]])
    i, y = tf.while_loop(lambda i, y: i < n, lambda i, y: (i + 1, tf.tanh(tf.matmul(y, w)) + x), [0, x],
                         parallel_iterations=3)
    c.out(y, tf.cast(i, tf.float32))


@graph
def several_variables(c):
    a, b = c.given([0.5, 0.25]), c.given(1.5)
    _, p, q, r = tf.while_loop(
        lambda i, p, q, r: i < 3,
        lambda i, p, q, r: (i + 1, q * b, tf.sin(p) + r, r * a),
        [0, a, a * b, tf.exp(-a)])
    c.out(p, q * r)


@graph
def not_entered(c):
    x = c.given([1.0, 2.0])
    y, = tf.while_loop(lambda y: tf.reduce_sum(y) < 0.0, lambda y: (y * y * 2.0,), [x * x])
    c.out(y)


@graph
def condition(c):
    p, x = c.given(True, tf.bool), c.given([1.0, 2.0, 3.0])
    q = c.given(False, tf.bool)
    for pred in (p, q):
        y, z = tf.cond(pred, lambda: (x * x, tf.reduce_sum(tf.exp(x))), lambda: (tf.sin(x), tf.constant(7.0)))
        c.out(y, z * 2.0)


@graph
def conditions_in_a_row(c):
    p, x = c.given(True, tf.bool), c.given([0.5, -2.0])
    y = tf.cond(p, lambda: x * x * x, lambda: x)
    z = tf.cond(p, lambda: tf.sin(y) * x, lambda: y * 2.0)
    c.out(tf.cond(tf.reduce_sum(z) > 0.0, lambda: z * z, lambda: y * z))


@graph
def nested_condition(c):
    x = c.given(3.0)
    c.out(tf.cond(
        x > 2.0,
        lambda: tf.cond(x > 5.0, lambda: x * x, lambda: tf.sin(x) * x),
        lambda: x - 1.0))


@graph
def condition_in_loop(c):
    x, n = c.given(1.5), c.given(6, tf.int32)

    def body(i, y):
        y = tf.cond(tf.equal(i % 2, 0), lambda: y * x, lambda: tf.sin(y) + tf.cast(i, tf.float32))
        return i + 1, y

    c.out(tf.while_loop(lambda i, y: i < n, body, [0, x])[1])


@graph
def loop_in_condition(c):
    x = c.given([1.0, 2.0])
    for limit in (1.0, 100.0):
        c.out(tf.cond(
            tf.reduce_sum(x) > limit,
            lambda: tf.while_loop(lambda y: tf.reduce_sum(y) < 50.0, lambda y: y * x + 1.0, [x])[0],
            lambda: x * x * 3.0))


@graph
def loop_in_loop(c):
    x = c.given([1.0, 0.5])

    def body(i, y):
        _, z = tf.while_loop(lambda j, z: j < i, lambda j, z: (j + 1, tf.sin(z) + x), [0, y])
        return i + 1, z * z * 0.5

    c.out(tf.while_loop(lambda i, y: i < 4, body, [0, x])[1])


@graph
def three_deep(c):
    x = c.given(0.75)

    def inner(j, z):
        return j + 1, tf.cond(j > 0, lambda: tf.cos(z) * x, lambda: z + x)

    def body(i, y):
        return i + 1, tf.while_loop(lambda j, z: j <= i, inner, [0, y])[1] + y

    c.out(tf.cond(x > 0.0, lambda: tf.while_loop(lambda i, y: i < 3, body, [0, x])[1], lambda: x))


@graph
def one_loop_feeds_another(c):
    x = c.given(1.25)
    a = tf.while_loop(lambda a: a < 10.0, lambda a: a * x + 0.5, [x])[0]
    b = tf.while_loop(lambda b: b < 100.0, lambda b: b * x + a, [a])[0]
    c.out(a, b)


@graph
def arrays(c):
    x = c.given([[1.0, 0.5], [0.25, -1.0], [2.0, 1.0]])
    w = c.given([[0.5, -0.25], [0.25, 0.5]])
    xs = tf.TensorArray(tf.float32, 3, element_shape=[2]).unstack(x)
    out = tf.TensorArray(tf.float32, 3)

    def body(t, h, out):
        h = tf.tanh(tf.linalg.matvec(w, h) + xs.read(t))
        return t + 1, h, out.write(t, h * h)

    _, h, out = tf.while_loop(lambda t, h, o: t < 3, body, [0, tf.zeros([2]), out])
    c.out(out.stack(), h)


@graph
def growing_array(c):
    x = c.given([1.0, 2.0])

    def body(i, y, out):
        return i + 1, y * x, out.write(i, y)

    out = tf.TensorArray(tf.float32, 0, dynamic_size=True, element_shape=[2], clear_after_read=False)
    _, y, out = tf.while_loop(lambda i, y, o: i < 4, body, [0, x, out])
    c.out(out.concat(), out.gather([1, 3]), y)


@graph
def scan(c):
    x = c.given([[0.5, 0.25], [1.0, -1.0], [0.75, 2.0], [0.1, 0.2]])
    c.out(tf.scan(lambda a, b: tf.sin(a * b) + b, x, initializer=tf.ones([2])))


@graph
def map_and_fold(c):
    x = c.given([0.5, 1.0, 1.5])
    c.out(tf.map_fn(lambda a: a * a * a, x), tf.foldl(lambda a, b: a * b + b, x), tf.foldr(lambda a, b: a + b * a, x))


@graph
def rnn(c):
    x = c.given([[[1.0, 0.5], [0.25, -1.0], [2.0, 1.0]], [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]])
    lengths = c.given([3, 2], tf.int32)
    w = c.given([[0.5, -0.25, 1.0], [0.25, 0.5, -1.0], [1.0, 0.0, 0.5], [0.2, 0.1, 0.3], [-0.4, 0.6, 0.1]])
    ta = tf.TensorArray(tf.float32, 3).unstack(tf.transpose(x, [1, 0, 2]))
    out = tf.TensorArray(tf.float32, 3)

    def body(t, h, out):
        new = tf.tanh(tf.matmul(tf.concat([ta.read(t), h], 1), w))
        h = tf.where(tf.tile(tf.reshape(t < lengths, [-1, 1]), [1, 3]), new, h)
        return t + 1, h, out.write(t, h)

    _, h, out = tf.while_loop(lambda t, h, o: t < 3, body, [0, tf.zeros([2, 3]), out])
    c.out(out.stack(), h * h)


@graph
def unknown_shapes(c):
    x = c.given([[0.1, -0.2], [0.3, 0.4], [0.5, -0.6]], shape=[None, None])
    c.out(tf.while_loop(
        lambda i, y: i < 3,
        lambda i, y: (i + 1, tf.nn.softmax(tf.matmul(y, x, transpose_b=True) @ x) * tf.cast(tf.shape(x)[0], tf.float32)),
        [0, x])[1] * tf.constant([1.0, 3.0]))


@graph
def doubles(c):
    x = c.given([0.5, 2.0], tf.float64)
    c.out(tf.while_loop(lambda y: tf.reduce_sum(y) < 20.0, lambda y: y * y + x, [x])[0])


def build(make, second):
    """Returns the graph without gradients, what is fed, the outputs' values and the gradients' of first or second order."""
    with tf.Graph().as_default() as g:
        case = Case()
        make(case)
        definition = g.as_graph_def()
        ins = [g.get_tensor_by_name("in%d:0" % i) for i in range(case.inputs)]
        wrt = [t for t in ins if t.dtype.is_floating]
        outs = [g.get_tensor_by_name("out%d:0" % i) for i in range(case.outputs)]
        grads = tf.gradients(outs, wrt, unconnected_gradients="zero")
        if second:
            grads = tf.gradients(grads, wrt, unconnected_gradients="zero")
        with v1.Session() as s:
            given = s.run(["given%d:0" % i for i in range(case.inputs)])
            got = s.run(outs + grads, dict(zip(ins, given)))
        return definition, got[:len(outs)], [t.op.name for t in wrt], got[len(outs):]


def main(folder):
    v1.disable_eager_execution()
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in GRAPHS.items():
        v1.reset_default_graph()
        v1.disable_control_flow_v2()
        definition, outs, wrt, slopes = build(make, False)
        v1.enable_control_flow_v2()
        _, _, _, curves = build(make, True)
        v1.disable_control_flow_v2()
        with tf.Graph().as_default() as g:
            for prefix, values in (("want", outs), ("slope", slopes), ("curve", curves)):
                for i, v in enumerate(values):
                    tf.constant(v, name="%s%d" % (prefix, i))
            for i, n in enumerate(wrt):
                tf.constant(n, name="wrt%d" % i)
            definition.node.extend(g.as_graph_def().node)
        print(name, len(definition.node), [np.asarray(v).tolist() for v in slopes + curves])
        (folder / (name + ".pb")).write_bytes(definition.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(sys.argv[1])

"""Writes small graphs with control flow, as TensorFlow's Python makes them, for the conformance tests.

    python make_flow_graphs.py FOLDER

Each file NAME.pb is a GraphDef. Its placeholders are named in0, in1 ...; the tests feed what the constants given0,
given1 ... hold, fetch the nodes out0, out1 ..., and compare with what TensorFlow gave, the constants want0, want1 ...
"""
import pathlib
import sys

import tensorflow as tf
from tensorflow.python.framework import function
from tensorflow.python.ops import control_flow_ops

v1 = tf.compat.v1
GRAPHS = {}


def graph(f):
    GRAPHS[f.__name__] = f
    return f


class Case:
    def __init__(self):
        self.inputs = 0
        self.outputs = 0

    def given(self, value, dtype=tf.float32, shape=None):
        value = tf.constant(value, dtype, name="given%d" % self.inputs)
        p = v1.placeholder(dtype, value.shape if shape is None else shape, name="in%d" % self.inputs)
        self.inputs += 1
        return p

    def out(self, *tensors):
        for t in tensors:
            tf.identity(t, name="out%d" % self.outputs)
            self.outputs += 1


def both(name):
    """The same graph with the control flow of TensorFlow 1 and with that of TensorFlow 2."""

    def register(f):
        GRAPHS[name + "_v1"] = lambda c: f(c)

        def v2(c):
            v1.enable_control_flow_v2()
            try:
                f(c)
            finally:
                v1.disable_control_flow_v2()

        GRAPHS[name + "_v2"] = v2
        return f

    return register


@both("cond")
def _(c):
    p, x = c.given(True, tf.bool), c.given([1.0, 2.0, 3.0])
    q = c.given(False, tf.bool)
    f = lambda: (x * 2.0, tf.reduce_sum(x))
    g = lambda: (x + 1.0, tf.constant(7.0))
    for pred in (p, q):
        y, z = tf.cond(pred, f, g)
        c.out(y, z, tf.gradients([y, z], x)[0])


@both("nested_cond")
def _(c):
    x = c.given(3.0)
    y = tf.cond(
        x > 2.0,
        lambda: tf.cond(x > 5.0, lambda: x * x, lambda: tf.sin(x) * 2.0),
        lambda: x - 1.0)
    c.out(y, tf.gradients(y, x)[0], tf.exp(y))


@both("while")
def _(c):
    n, x = c.given(5, tf.int32), c.given([[1.0, 0.5], [0.25, -1.0]])
    w = tf.constant([[0.5, 0.25], [-0.5, 1.0]])
    i, y = tf.while_loop(lambda i, y: i < n, lambda i, y: (i + 1, tf.tanh(tf.matmul(y, w)) + x), [0, x])
    c.out(i, y, tf.gradients(y, x)[0])


@both("never")
def _(c):
    x = c.given([1.0, 2.0])
    y, = tf.while_loop(lambda y: tf.reduce_sum(y) < 0.0, lambda y: (y * 2.0,), [x])
    c.out(y, tf.gradients(y, x)[0])


@both("nested_while")
def _(c):
    x = c.given([1.0, 0.5])

    def body(i, y):
        _, z = tf.while_loop(lambda j, z: j < i, lambda j, z: (j + 1, tf.sin(z) + x), [0, y])
        return i + 1, z * 0.5

    i, y = tf.while_loop(lambda i, y: i < 4, body, [0, x])
    c.out(i, y, tf.gradients(y, x)[0])


@both("cond_in_while")
def _(c):
    x, n = c.given(1.5), c.given(6, tf.int32)

    def body(i, y, s):
        y = tf.cond(tf.equal(i % 2, 0), lambda: y * x, lambda: y + tf.cast(i, tf.float32))
        return i + 1, y, s + tf.stack([i, 1])

    i, y, s = tf.while_loop(lambda i, y, s: i < n, body, [0, x, tf.constant([0, 0])])
    c.out(y, s, tf.gradients(y, x)[0])


@both("while_in_cond")
def _(c):
    x = c.given([1.0, 2.0])
    for limit in (1.0, 100.0):
        y = tf.cond(
            tf.reduce_sum(x) > limit,
            lambda: tf.while_loop(lambda y: tf.reduce_sum(y) < 50.0, lambda y: y * 1.5, [x])[0],
            lambda: x * 3.0)
        c.out(y, tf.gradients(y, x)[0])


@both("growing")
def _(c):
    x = c.given([1.0])
    i, y = tf.while_loop(
        lambda i, y: i < 5,
        lambda i, y: (i + 1, tf.concat([y, tf.reshape(y[-1] * 2.0, [1])], 0)),
        [0, x],
        shape_invariants=[tf.TensorShape([]), tf.TensorShape([None])])
    c.out(y, tf.shape(y), y * y)


@both("unknown_shapes")
def _(c):
    x = c.given([[0.1, -0.2], [0.3, 0.4], [0.5, -0.6]], shape=[None, None])
    i, y = tf.while_loop(
        lambda i, y: i < 3,
        lambda i, y: (i + 1, tf.nn.softmax(tf.matmul(y, x, transpose_b=True) @ x) * tf.cast(tf.shape(x)[0], tf.float32)),
        [0, x])
    c.out(y, tf.gradients(y, x)[0])


@both("case")
def _(c):
    k, x = c.given(2, tf.int32), c.given([2.0, 3.0])
    fs = [lambda: x + 1.0, lambda: x * x, lambda: tf.exp(x), lambda: -x]
    y = tf.switch_case(k, fs)
    z = tf.case([(k > 3, fs[0]), (k > 1, fs[1])], default=fs[2])
    c.out(y, z, tf.switch_case(k + 20, fs))


@both("side_by_side")
def _(c):
    x = c.given(2.0)
    a = tf.while_loop(lambda a: a < 100.0, lambda a: a * x, [x])[0]
    b = tf.while_loop(lambda b: b > -10.0, lambda b: b - x, [x])[0]
    c.out(a, b, a + b, tf.while_loop(lambda d: d < 1000.0, lambda d: d + a, [b])[0])


@graph
def control_edges(c):
    n = c.given(4, tf.int32)
    v = v1.Variable(1.0, name="v", use_resource=True)
    with tf.control_dependencies([v.initializer]):
        start = tf.constant(0)

    def body(i, s):
        with tf.control_dependencies([v.assign_add(tf.cast(i, tf.float32))]):
            return i + 1, s + v.read_value()

    i, s = tf.while_loop(lambda i, s: i < n, body, [start, 0.0], parallel_iterations=1)
    with tf.control_dependencies([s]):
        c.out(s, v.read_value())


@graph
def loose_switches(c):
    """Switches and a merge that are no cond."""
    p, q, x = c.given(True, tf.bool), c.given(False, tf.bool), c.given([1.0, 4.0])
    a, b = control_flow_ops.switch(x, p)
    d, e = control_flow_ops.switch(b, q)
    m, index = control_flow_ops.merge([tf.sqrt(d), e * 2.0, a + 5.0])
    c.out(m, index)


@graph
def functions(c):
    x, n = c.given([1.0, -2.0]), c.given(5, tf.int32)

    @tf.function(autograph=False)
    def square(a):
        return a * a, tf.reduce_sum(a)

    @tf.function(autograph=False)
    def twice(a):
        b, s = square(a)
        d, t = square(b + s)
        return d, t

    y, s = twice(x)
    c.out(y, s, tf.gradients([y, s], x)[0])
    c.out(tf.while_loop(lambda i, a: i < n, lambda i, a: (i + 1, square(a)[0] * 0.5 + 1.0), [0, x])[1])


@graph
def defun(c):
    x = c.given([1.0, -2.0])

    @function.Defun(tf.float32, tf.float32, func_name="Mixed")
    def mixed(a, b):
        return tf.sin(a) * b, a + b

    y, z = mixed(x, x * 2.0)
    c.out(y, z, *tf.gradients([y, z], [x]))


@graph
def dynamic_rnn(c):
    x = c.given([[[1.0, 0.5], [0.25, -1.0], [2.0, 1.0]], [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]])
    lengths = c.given([3, 2], tf.int32)
    w = tf.constant([[0.5, -0.25, 1.0], [0.25, 0.5, -1.0], [1.0, 0.0, 0.5], [0.2, 0.1, 0.3], [-0.4, 0.6, 0.1]])
    ta = tf.TensorArray(tf.float32, 3).unstack(tf.transpose(x, [1, 0, 2]))
    out = tf.TensorArray(tf.float32, 3)

    def body(t, h, out):
        new = tf.tanh(tf.matmul(tf.concat([ta.read(t), h], 1), w))
        h = tf.where(tf.tile(tf.reshape(t < lengths, [-1, 1]), [1, 3]), new, h)
        return t + 1, h, out.write(t, h)

    _, h, out = tf.while_loop(lambda t, h, o: t < 3, body, [0, tf.zeros([2, 3]), out])
    y = out.stack()
    c.out(y, h, *tf.gradients([y, h], [x, w]))


def main(folder):
    v1.disable_eager_execution()
    v1.disable_control_flow_v2()
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in GRAPHS.items():
        v1.reset_default_graph()
        with tf.Graph().as_default() as g:
            case = Case()
            make(case)
            with v1.Session() as s:
                values = s.run(["given%d:0" % i for i in range(case.inputs)])
                outs = s.run(["out%d:0" % i for i in range(case.outputs)],
                             {"in%d:0" % i: values[i] for i in range(case.inputs)})
            for i, out in enumerate(outs):
                tf.constant(out, name="want%d" % i)
            definition = g.as_graph_def()
            print(name, len(definition.node), [o.tolist() for o in outs])
            (folder / (name + ".pb")).write_bytes(definition.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(sys.argv[1])

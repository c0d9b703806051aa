package io.leat.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs tests in another form of the kernels: with another value of the property {@code leat.vector}, which is read when
 * the classes are initialised, or {@link #UNCOMPILED}. The classes of the kernels and their tests are therefore loaded
 * once more.
 */
final class Forms {
    private static final Map<String, Loader> LOADERS = new ConcurrentHashMap<>();

    /** Vectors of the usual width, whose place the scalar forms take until they are compiled. */
    static final String UNCOMPILED = "uncompiled";

    private Forms() {}

    /** Calls the static method {@code name} of {@code test} with one argument, in the given form. */
    static Object call(String form, Class<?> test, String name, int argument) {
        String before = System.getProperty("leat.vector", "");
        String start = System.getProperty("leat.vector.start", "");
        if (form.equals(UNCOMPILED)) {
            System.setProperty("leat.vector.start", "");
        } else {
            System.setProperty("leat.vector", form);
        }
        try {
            Loader loader = LOADERS.computeIfAbsent(form, Loader::new);
            Class<?> support = Class.forName(VectorSupport.class.getName(), true, loader);
            boolean vectors = support.getField("AVAILABLE").getBoolean(null);
            if (vectors == form.equals("off")) {
                throw new AssertionError("leat.vector=" + form + " had no effect");
            }
            var method = loader.loadClass(test.getName()).getDeclaredMethod(name, int.class);
            method.setAccessible(true);
            return method.invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(form, e);
        } finally {
            System.setProperty("leat.vector", before);
            System.setProperty("leat.vector.start", start);
        }
    }

    private static final class Loader extends ClassLoader {
        private static final String PACKAGE = "io.leat.kernels.";

        Loader(String form) {
            super("leat.vector=" + form, Forms.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PACKAGE)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream in = Forms.class.getResourceAsStream(name.substring(PACKAGE.length()) + ".class")) {
                if (in != null) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new ClassNotFoundException(name);
        }
    }
}

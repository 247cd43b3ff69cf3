package org.chartroom.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to break the house.
 *
 * @param name       says what somebody has done
 * @param culprit    the class that is not as it should be, as rules name it
 * @param rules      those that it breaks, and no others
 * @param classes    changed ones by its path from the root of all modules, with what it is now
 * @param neighbours classes of the product without which it does not show
 */
record Mutation(String name, String culprit, Set<String> rules, Map<Path, byte[]> classes, List<String> neighbours) {

    private static final Pattern MODULE = Pattern.compile(".*/([\\w-]+)/(?:target/|\\d[^/]*/).*");

    /** A class of the product, changed. Types are named without {@code org.chartroom.} */
    static Mutation changed(String name, String type, UnaryOperator<byte[]> change, String... rules) {
        var bytes = change.apply(bytes(ours(type)));
        return new Mutation(
                name,
                ours(type),
                new TreeSet<>(List.of(rules)),
                Map.of(path(module(ours(type)), ours(type)), bytes),
                List.of());
    }

    /** A class that the product has not. */
    static Mutation added(String name, String module, String type, byte[] bytes, String... rules) {
        return new Mutation(
                name, ours(type), new TreeSet<>(List.of(rules)), Map.of(path(module, ours(type)), bytes), List.of());
    }

    Mutation beside(String... types) {
        var all = new ArrayList<>(neighbours);
        for (var type : types) all.add(ours(type));
        return new Mutation(name, culprit, rules, classes, all);
    }

    /** By what rules about packages call it. */
    Mutation named(String packageName) {
        return new Mutation(name, ours(packageName), rules, classes, neighbours);
    }

    /** The changed classes, their neighbours and what tells of their packages, as Maven would lay them out. */
    List<Path> writeTo(Path root) {
        var files = new LinkedHashMap<Path, byte[]>();
        for (var type : neighbours) files.put(path(module(type), type), bytes(type));
        files.putAll(classes);
        for (var path : List.copyOf(files.keySet())) {
            var information = path.resolveSibling("package-info.class");
            var file = information.subpath(3, information.getNameCount()).toString();
            if (resource(file) != null) files.put(information, read(file));
        }
        files.putAll(classes);
        files.forEach((path, bytes) -> write(root.resolve(path), bytes));
        return files.keySet().stream().map(root::resolve).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    static String ours(String type) {
        return "org.chartroom." + type;
    }

    private static Path path(String module, String type) {
        return Path.of(module, "target", "classes", type.replace('.', '/') + ".class");
    }

    private static String module(String type) {
        var from = MODULE.matcher(
                Objects.requireNonNull(resource(file(type)), type).toString());
        if (!from.matches()) throw new IllegalStateException(type + " is in no module");
        return from.group(1);
    }

    private static byte[] bytes(String type) {
        return read(file(type));
    }

    private static String file(String type) {
        return type.replace('.', '/') + ".class";
    }

    private static @Nullable URL resource(String file) {
        return Mutation.class.getClassLoader().getResource(file);
    }

    private static byte[] read(String file) {
        try (var stream = Objects.requireNonNull(resource(file), file).openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

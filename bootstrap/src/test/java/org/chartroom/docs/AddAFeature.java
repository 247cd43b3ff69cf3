package org.chartroom.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does to a copy of the project what {@code docs/add-a-feature.md} says, and prints the commands that the page ends with.
 * Stands on the JDK alone, so that {@code .ci/add-a-feature} can run this file as it is.
 */
final class AddAFeature {

    private static final Pattern PATH = Pattern.compile("`([^`\\s]+)`");
    private static final String MIGRATIONS = "adapters-persistence/src/main/resources/db/migration";

    /**
     * A fenced block of the page.
     *
     * @param path     of the file that it is or changes; empty for commands
     * @param line     where it begins in the page
     */
    record Block(String path, String language, List<String> text, int line) {

        boolean isCommand() {
            return language.equals("sh");
        }
    }

    public static void main(String... arguments) throws IOException {
        var page = Files.readString(Path.of(arguments[0]));
        var project = Path.of(arguments[1]);
        for (var file : files(page, project).entrySet()) {
            var path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        for (var block : blocks(page)) if (block.isCommand()) block.text().forEach(System.out::println);
    }

    /** Path → content of every file that the page makes or changes. */
    static Map<String, String> files(String page, Path project) throws IOException {
        var number = "%04d".formatted(newestMigration(project) + 1);
        var files = new LinkedHashMap<String, String>();
        for (var block : blocks(page)) {
            if (block.isCommand()) continue;
            var path = block.path().replace("00NN", number);
            var there = files.containsKey(path) || Files.exists(project.resolve(path));
            if (block.language().equals("diff")) {
                if (!there) throw wrong(block.line(), "there is no " + path + " to change");
                var content = files.containsKey(path) ? files.get(path) : Files.readString(project.resolve(path));
                files.put(path, changed(content, block));
            } else {
                if (there) throw wrong(block.line(), path + " exists already");
                files.put(path, String.join("\n", block.text()).replace("00NN", number) + "\n");
            }
        }
        return files;
    }

    /** Every block, each with the path that stands alone on the line above it. */
    static List<Block> blocks(String page) {
        var blocks = new ArrayList<Block>();
        var lines = page.lines().toList();
        var above = "";
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.startsWith("```")) {
                if (!line.isBlank()) above = line;
                continue;
            }
            var begin = i;
            var text = new ArrayList<String>();
            for (i++; i < lines.size() && !lines.get(i).equals("```"); i++) text.add(lines.get(i));
            var path = PATH.matcher(above);
            var block = new Block(path.matches() ? path.group(1) : "", line.substring(3), text, begin + 1);
            if (block.path().isEmpty() != block.isCommand())
                throw wrong(begin + 1, "a block needs its file's path alone above it, and commands need none");
            blocks.add(block);
            above = "";
        }
        return blocks;
    }

    private static String changed(String content, Block block) {
        var lines = new ArrayList<>(content.lines().toList());
        var hunk = new ArrayList<String>();
        var begin = block.line();
        for (var i = 0; i <= block.text().size(); i++)
            if (i == block.text().size() || block.text().get(i).equals("@@")) {
                change(lines, hunk, block.path(), begin + 1);
                hunk.clear();
                begin = block.line() + i + 1;
            } else hunk.add(block.text().get(i));
        return String.join("\n", lines) + "\n";
    }

    private static void change(List<String> lines, List<String> hunk, String path, int line) {
        var old = hunk.stream()
                .filter(each -> !each.startsWith("+"))
                .map(AddAFeature::told)
                .toList();
        var places = Stream.iterate(0, at -> at + old.size() <= lines.size(), at -> at + 1)
                .filter(at -> isAt(lines, at, old))
                .toList();
        if (old.isEmpty() || places.size() != 1)
            throw wrong(line, "in %s there are %d places like this: %s".formatted(path, places.size(), old));
        int at = places.getFirst();
        for (var each : hunk)
            if (each.startsWith("+")) lines.add(at++, each.substring(1));
            else if (each.startsWith("-")) lines.remove(at);
            else at++;
    }

    private static boolean isAt(List<String> lines, int at, List<String> old) {
        for (var i = 0; i < old.size(); i++) if (!spaced(lines.get(at + i)).equals(spaced(old.get(i)))) return false;
        return true;
    }

    private static String told(String line) {
        return line.isEmpty() ? "" : line.substring(1);
    }

    private static String spaced(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }

    private static int newestMigration(Path project) throws IOException {
        try (var migrations = Files.list(project.resolve(MIGRATIONS))) {
            return migrations
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("V\\d{4}__.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, 5)))
                    .max()
                    .orElse(0);
        }
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException("docs/add-a-feature.md, line " + line + ": " + what);
    }

    private AddAFeature() {}
}

package org.chartroom.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is lost when sources are compiled, and so is looked for in them. Each answers what is wrong and what to do instead. */
final class SourceRules {

    static final List<String> MODULES =
            List.of("domain", "application", "adapters-persistence", "adapters-web", "bootstrap");

    /** Ports behind which there is no store, so that one test of the one adapter tells all. */
    private static final Set<String> WITHOUT_CONTRACT =
            Set.of("SealWitness", "PhoneNumbers", "CommonPasswords", "PasswordHasher", "TokenGenerator");

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private static final Map<Pattern, String> HABITS = Map.of(
            Pattern.compile("@author\\b"), "names an author; instead leave it to the history",
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!.*#\\d)"),
                    "promises something; instead file an issue and name its number",
            Pattern.compile("^import lombok\\.", Pattern.MULTILINE), "is written by Lombok; instead write a record");

    private static final Map<Pattern, String> TEST_HABITS = Map.of(
            Pattern.compile("@Disabled\\b"), "is switched off; instead mend it or delete it",
            Pattern.compile("Thread\\.sleep\\("), "sleeps; instead wait for what is to happen",
            Pattern.compile("^import (static )?org\\.mockito\\.", Pattern.MULTILINE),
                    "mocks; instead use the in-memory port that passes the same contract");

    /** While something is broken, time is what it takes. */
    private static final Path TIME_PASSES = Path.of("org/chartroom/faults/Pause.java");

    private static final Map<Pattern, String> BUILD_HABITS = Map.of(
            Pattern.compile("<profiles?>"), "has a profile; instead let the plain build do it",
            Pattern.compile("<artifactId>(h2|hsqldb|derby|lombok|mockito-[a-z]+)</artifactId>"),
                    "has a stand-in; instead use PostgreSQL, a record, an in-memory port");

    /** Every package says what it is for, what it refuses to do and where to start reading. */
    static List<String> packageInformation(Path root) {
        var departures = new ArrayList<String>();
        packages(root)
                .forEach((module, names) -> names.forEach(name -> {
                    var file =
                            main(root, module).resolve(name.replace('.', '/')).resolve("package-info.java");
                    if (!Files.exists(file))
                        departures.add(name
                                + " has no package-info.java; instead of guessing, readers want two to five sentences");
                    else departures.addAll(sentences(name, read(file)));
                }));
        return departures;
    }

    private static List<String> sentences(String name, String source) {
        var javadoc = JAVADOC.matcher(source);
        if (!javadoc.find()) return List.of(name + " says nothing of itself; instead write two to five sentences");
        var text = javadoc.group(1)
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@\\w+ [^}]*\\}", "it")
                .replaceAll("\\s+", " ")
                .strip();
        var sentences = text.split("(?<=[.!?])\\s+", -1).length;
        var departures = new ArrayList<String>();
        if (sentences < 2 || sentences > 5)
            departures.add(name + " says " + sentences + " sentences of itself; instead say two to five");
        if (!text.contains("Start at "))
            departures.add(name + " does not say where to start reading; instead end with: Start at {@link …}.");
        return departures;
    }

    static List<String> homes(Path root) {
        var homes = new TreeMap<String, Set<String>>();
        packages(root)
                .forEach((module, names) -> names.forEach(name ->
                        homes.computeIfAbsent(name, _ -> new TreeSet<>()).add(module)));
        return homes.entrySet().stream()
                .filter(home -> home.getValue().size() > 1)
                .map(home -> home.getKey() + " lives in " + home.getValue() + "; instead let one module have it")
                .toList();
    }

    static List<String> habits(Path root) {
        var departures = new ArrayList<String>();
        for (var module : MODULES) {
            for (var file : files(root.resolve(module).resolve("src"), ".java")) {
                if (file.endsWith("SourceRules.java") || file.endsWith("SourceRulesTest.java")) continue;
                if (file.endsWith(TIME_PASSES)) continue;
                departures.addAll(found(root, file, HABITS));
                if (file.startsWith(root.resolve(module).resolve("src/test")))
                    departures.addAll(found(root, file, TEST_HABITS));
            }
            departures.addAll(found(root, root.resolve(module).resolve("pom.xml"), BUILD_HABITS));
        }
        departures.addAll(found(root, root.resolve("pom.xml"), BUILD_HABITS));
        return departures;
    }

    /** Each outbound port has an abstract contract, which the in-memory port and the one on PostgreSQL both pass. */
    static List<String> contracts(Path root) {
        var contracts = new LinkedHashMap<String, String>();
        for (var file : files(root.resolve("application/src/test"), "Contract.java"))
            contracts.put(file.getFileName().toString().replace(".java", ""), read(file));
        var inMemory = extended(root.resolve("application/src/test"));
        var stored = extended(root.resolve("adapters-persistence/src/test"));
        return files(root.resolve("application/src/main"), ".java").stream()
                .filter(file -> file.toString().contains("/application/out/")
                        && read(file).contains("public interface "))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(port -> !WITHOUT_CONTRACT.contains(port))
                .filter(port -> contracts.entrySet().stream()
                        .filter(contract -> contract.getValue().matches("(?s).*\\b" + port + "\\b.*"))
                        .noneMatch(
                                contract -> inMemory.contains(contract.getKey()) && stored.contains(contract.getKey())))
                .map(port ->
                        port + " has no contract that both its adapters pass; instead of testing each alone, write "
                                + port + "Contract and extend it in memory and on PostgreSQL")
                .toList();
    }

    private static Set<String> extended(Path tests) {
        var above = Pattern.compile("\\bextends (\\w+Contract)\\b");
        var extended = new TreeSet<String>();
        for (var file : files(tests, ".java"))
            above.matcher(read(file)).results().forEach(found -> extended.add(found.group(1)));
        return extended;
    }

    private static List<String> found(Path root, Path file, Map<Pattern, String> habits) {
        if (!Files.exists(file)) return List.of();
        var text = read(file);
        return habits.entrySet().stream()
                .filter(habit -> habit.getKey().matcher(text).find())
                .map(habit -> root.relativize(file) + " " + habit.getValue())
                .toList();
    }

    private static Map<String, Set<String>> packages(Path root) {
        var packages = new LinkedHashMap<String, Set<String>>();
        for (var module : MODULES)
            for (var file : files(main(root, module), ".java"))
                packages.computeIfAbsent(module, _ -> new TreeSet<>())
                        .add(main(root, module)
                                .relativize(file.getParent())
                                .toString()
                                .replace('/', '.'));
        return packages;
    }

    private static Path main(Path root, String module) {
        return root.resolve(module).resolve("src/main/java");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceRules() {}
}

package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code bin/chartroom}: what it makes beside the jar to start quickly, and that none of it is needed. All but one of the
 * tests give it a JDK that only writes down what it was asked for.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScriptIT {

    private static final String REHEARSES = ".* -jar \\S+/target/chartroom/\\S+/chartroom.jar rehearse";

    @TempDir
    private Path folder;

    @Test
    void theRehearsalIsKeptUsedAndNotNeeded() throws Exception {
        installed(Path.of("target", "chartroom.jar"));
        var jdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
        var told = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS", "-Xlog:class+load",
                "CHARTROOM_ZONE", "no zone at all");

        var rehearsed = run(jdk, "rehearse");
        var used = run(told, "--version");
        var cache = caches().getFirst();
        damage(cache);
        var damaged = run(jdk, "--version");

        assertThat(rehearsed.exitCode()).as(rehearsed.output()).isZero();
        assertThat(used.output()).containsPattern("org.chartroom.bootstrap.cli.Chartroom source: shared objects file");
        assertThat(damaged.exitCode()).isZero();
        assertThat(damaged.output()).matches("Chartroom \\S+\n");
        assertThat(unpacked()).contains("chartroom.jar", "lib").hasSize(3);
    }

    @Test
    void theFirstServeRehearsesAndTheNextUsesWhatWasKept() throws Exception {
        installed();

        run(noted(), "--server.port=8081");
        var first = asked();
        run(noted(), "serve");

        assertThat(first).hasSize(3);
        assertThat(first.getFirst()).contains("-jar", "target/chartroom.jar extract");
        assertThat(first.get(1)).matches(REHEARSES);
        assertThat(first.getLast())
                .contains("-XX:AOTCache=" + caches().getFirst())
                .endsWith("--server.port=8081");
        assertThat(asked())
                .hasSize(4)
                .last()
                .asString()
                .contains("-XX:AOTCache=" + caches().getFirst())
                .endsWith("serve");
    }

    @Test
    void aCommandUsesWhatIsThereAndRehearsesNothing() throws Exception {
        installed();

        run(noted(), "db", "status");

        assertThat(asked()).hasSize(2).noneMatch(line -> line.contains("rehearse") || line.contains("AOTCache"));
    }

    @Test
    void serverAndRehearsalTakeLittleMemoryUnlessSomebodySaysOtherwise() throws Exception {
        installed();
        var chosen = noted();
        chosen.put("CHARTROOM_JAVA_OPTIONS", "-Xmx1g -Xss2m");

        run(noted(), "serve");
        run(chosen, "serve");

        assertThat(asked().subList(1, 3)).allMatch(line -> line.contains("-XX:+UseSerialGC -Xmx300m"));
        assertThat(asked()).last().asString().contains("-Xmx1g -Xss2m").doesNotContain("UseSerialGC", "-Xmx300m");
    }

    @Test
    void whateverIsRunLeavesNoDumpOfItsMemoryAndEndsWhenThereIsNone() throws Exception {
        installed(Path.of("target", "chartroom.jar"));
        var flags = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal",
                "CHARTROOM_JAVA_OPTIONS", "-Xmx1g");

        for (var command : List.of("--version", "db"))
            assertThat(run(flags, command).output())
                    .containsPattern(" HeapDumpOnOutOfMemoryError += false")
                    .containsPattern(" CreateCoredumpOnCrash += false")
                    .containsPattern(" ExitOnOutOfMemoryError += true");
    }

    @Test
    void anotherPackagingIsUnpackedAndRehearsedAnew() throws Exception {
        var jar = installed();
        run(noted(), "serve");

        Files.writeString(jar, "another");
        run(noted(), "serve");

        assertThat(asked()).hasSize(6);
        assertThat(asked().get(4)).matches(REHEARSES);
        assertThat(unpacked()).as("of the newer one alone").hasSize(2);
    }

    @Test
    void theSamePackagingIsKnownAgainWhateverItsDate() throws Exception {
        var jar = installed();
        run(noted(), "serve");

        Files.copy(jar, folder.resolve("copy"));
        Files.move(folder.resolve("copy"), jar, StandardCopyOption.REPLACE_EXISTING);
        run(noted(), "serve");

        assertThat(asked()).hasSize(4);
    }

    @Test
    void anotherJdkHasARehearsalOfItsOwn() throws Exception {
        installed();
        run(noted(), "serve");

        Files.writeString(jdk().resolve("release"), "JAVA_VERSION=\"25.0.9\"\n");
        run(noted(), "serve");

        assertThat(caches()).hasSize(2);
    }

    @Test
    void aRehearsalThatFailsIsNotTriedAgainAtEachStart() throws Exception {
        installed();
        var failing = noted();
        failing.put("REHEARSAL", "fails");

        run(failing, "serve");
        var ended = run(failing, "serve");

        assertThat(ended.exitCode()).isZero();
        assertThat(asked())
                .hasSize(4)
                .filteredOn(line -> line.matches(REHEARSES))
                .hasSize(1);
        assertThat(asked().getLast()).doesNotContain("AOTCache").endsWith("serve");
        assertThat(run(failing, "rehearse").exitCode()).isEqualTo(1);
    }

    @Test
    void nobodysSettingsAreRehearsed() throws Exception {
        installed();
        var settings = noted();
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://clinic/records");
        settings.put("CHARTROOM_HOME", "/home/of/the/clinic");

        run(settings, "serve");

        assertThat(Files.readString(folder.resolve("environment")))
                .doesNotContain("SPRING_DATASOURCE_URL", "/home/of/the/clinic")
                .contains("CHARTROOM_HOME=" + folder);
    }

    @Test
    void whereNothingCanBeWrittenItStartsFromTheJar() throws Exception {
        installed();
        var full = noted();
        full.put("EXTRACTION", "fails");

        var ended = run(full, "serve");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output())
                .isEqualTo("chartroom: cannot unpack to %s; every start takes longer\n"
                        .formatted(target().resolve("chartroom")));
        assertThat(asked()).last().asString().endsWith("-jar " + target().resolve("chartroom.jar") + " serve");
        assertThat(names(target().resolve("chartroom"))).isEmpty();
    }

    @Test
    void startsThatMeetDoNotHarmEachOther() throws Exception {
        installed();
        var slow = noted();
        slow.put("REHEARSAL", "slow");

        var starts = List.of(start(slow, "serve"), start(slow, "serve"), start(slow, "serve"));

        for (var start : starts) assertThat(ended(start).exitCode()).isZero();
        assertThat(unpacked()).hasSize(2).contains("chartroom.jar").anyMatch(name -> name.endsWith(".aot"));
        assertThat(asked())
                .filteredOn(line -> line.matches(".*/target/chartroom/\\S+/chartroom.jar serve"))
                .hasSize(3);
    }

    @Test
    void aStopBeforeTheProgramRunsLeavesNothing() throws Exception {
        installed();
        var slow = noted();
        slow.put("REHEARSAL", "endless");

        var start = start(slow, "serve");
        while (Files.notExists(folder.resolve("rehearsing"))) Thread.onSpinWait();
        start.toHandle().destroy();

        assertThat(ended(start).exitCode()).isEqualTo(143);
        assertThat(unpacked()).containsExactly("chartroom.jar");
    }

    /** As a checkout that was packaged with an empty jar, beside a JDK that notes. */
    private Path installed() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.jar"));
        program(jdk().resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk().resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(jdk().resolve("bin/java"), """
                #!/bin/sh
                echo "$*" >> "%1$s/asked"
                case "$*" in
                  *' extract '*)
                    [ "${EXTRACTION:-}" != fails ] || exit 1
                    for to; do :; done
                    mkdir "$to"
                    : > "$to/chartroom.jar" ;;
                  *' rehearse')
                    env > "%1$s/environment"
                    case $(cat "%1$s/rehearsal") in
                      fails) exit 1 ;;
                      slow) sleep 1 ;;
                      endless) : > "%1$s/rehearsing"; exec sleep 60 ;;
                    esac
                    for option; do case $option in -XX:AOTCacheOutput=*) echo learned > "${option#*=}" ;; esac; done ;;
                esac
                """.formatted(folder));
        return installed(empty);
    }

    private Path installed(Path packaged) throws IOException {
        var script = folder.resolve("bootstrap/bin/chartroom");
        program(script, Files.readString(Path.of("bin", "chartroom")));
        Files.createDirectories(folder.resolve(".mvn"));
        Files.copy(Path.of("..", ".mvn", "find-jdk.sh"), folder.resolve(".mvn/find-jdk.sh"));
        Files.createDirectories(target());
        return Files.copy(packaged, target().resolve("chartroom.jar"));
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jdk() {
        return folder.resolve("jdk");
    }

    private Path target() {
        return folder.resolve("bootstrap/target");
    }

    private Map<String, String> noted() {
        return new HashMap<>(Map.of("JAVA_HOME", jdk().toString()));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    private List<Path> caches() throws IOException {
        try (var files = Files.walk(target())) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    /** What is in the one folder that there has to be. */
    private List<String> unpacked() throws IOException {
        try (var programs = Files.list(target().resolve("chartroom"))) {
            var program = programs.toList();
            assertThat(program).hasSize(1);
            return names(program.getFirst());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void damage(Path cache) throws IOException {
        try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write("not what a JVM has learned".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Program.Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return ended(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        Files.writeString(folder.resolve("rehearsal"), environment.getOrDefault("REHEARSAL", ""));
        var command = new ArrayList<>(
                List.of(folder.resolve("bootstrap/bin/chartroom").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Program.Ended ended(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Program.Ended(process.exitValue(), output);
    }
}

package org.chartroom.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartroom.ChartroomApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModulesDocumentIT {

    @Test
    void theDiagramsAndCanvasesTellTheFeaturesAsTheyAre(@TempDir Path written) throws IOException {
        // bootstrap wires what features hide, and is none itself
        var features = ApplicationModules.of(ChartroomApplication.class, resideInAPackage("org.chartroom.bootstrap.."));

        new Documenter(features, Documenter.Options.defaults().withOutputFolder(written.toString()))
                .writeDocumentation(
                        DiagramOptions.defaults(), CanvasOptions.defaults().revealInternals());
        try (var files = Files.list(written)) {
            for (var file : files.toList()) Files.write(file, inOrder(Files.readAllLines(file)));
        }

        Document.named("modules").isCurrentlyAsIn(written);
    }

    /** The relations of a diagram and the points of a list come in another order each time. */
    private static List<String> inOrder(List<String> lines) {
        var ordered = new ArrayList<String>();
        var run = new TreeSet<String>();
        for (var line : lines) {
            var isOneOfMany = line.startsWith("Rel(") || line.matches("\\|?\\* .*");
            if (!isOneOfMany || line.startsWith("|")) end(run, ordered);
            if (isOneOfMany) run.add(line);
            else ordered.add(line);
        }
        end(run, ordered);
        return ordered;
    }

    private static void end(SortedSet<String> run, List<String> ordered) {
        var isACell = !run.isEmpty() && run.last().startsWith("|");
        var points =
                run.stream().map(line -> line.replaceFirst("^\\|", "")).sorted().toList();
        for (var point : points) ordered.add((isACell && point.equals(points.getFirst()) ? "|" : "") + point);
        run.clear();
    }
}

package org.chartroom.architecture;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the POMs of the product name by {@code group:artifact}: dependencies, plugins, what plugins run, the parent. */
final class Poms {

    private static final Path ROOT = Path.of("..");

    /** All of them, the parent's first. */
    static Stream<Path> all() {
        try (var folders = Files.list(ROOT)) {
            var modules = folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(ROOT.resolve("pom.xml")), modules.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not our own. */
    static Set<String> named(Path pom) {
        try {
            return named(Files.readString(pom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> named(String pom) {
        var root = root(pom);
        return Stream.of("parent", "dependency", "plugin", "path")
                .flatMap(tag -> elements(root, tag))
                .filter(element -> child(element, "artifactId") != null)
                .map(element -> {
                    var group = child(element, "groupId");
                    return (group == null ? "org.apache.maven.plugins" : group) + ":" + child(element, "artifactId");
                })
                .filter(name -> !name.startsWith("org.chartroom:"))
                .collect(toCollection(TreeSet::new));
    }

    private static Element root(String pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pom)))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Element> elements(Element within, String tag) {
        var found = within.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static @Nullable String child(Element of, String tag) {
        return elements(of, tag)
                .filter(element -> element.getParentNode().isSameNode(of))
                .map(Element::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private Poms() {}
}

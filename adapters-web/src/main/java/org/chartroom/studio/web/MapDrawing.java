package org.chartroom.studio.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartroom.http.Pages;
import org.chartroom.studio.application.SchemaView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.chartroom.studio.application.SchemaView.RelationshipView;
import org.chartroom.studio.application.SchemaView.TableView;
import org.chartroom.studio.domain.ClinicTable;
import org.springframework.web.util.HtmlUtils;

/**
 * Where boxes and lines of the map stand. A table stands one column to the right of the last of those that it points to;
 * lines run between the columns, and one that passes a column runs below its boxes, so none crosses a box.
 */
final class MapDrawing {

    private static final int WIDTH = 258;
    private static final int GAP = 70;
    private static final int HEAD = 32;
    private static final int ROW = 19;
    private static final int FOOT = 8;
    private static final int BETWEEN = 26;
    private static final int MARGIN = 10;
    private static final int BELOW = 20;
    private static final int FOOT_OF_CROW = 12;
    private static final int HALF_FOOT = 6;
    private static final int RING = 4;
    private static final int BAR = 7;
    private static final int TEXT = 14;
    private static final int ROOM = 29;

    private final SchemaView schema;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Box> placed = new HashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** A table. */
    record Box(String name, String href, String said, int x, int y, int width, int height, List<Entry> entries) {

        /** Of everything in it. */
        public String place() {
            return "translate(" + x + " " + y + ")";
        }

        /**
         * Its columns. Drawn here and not in the template, which would have to be asked for five things of each of 85
         * rows: the first screen is there at once.
         */
        public String rows() {
            return entries.stream().map(Entry::drawn).collect(Collectors.joining());
        }

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        /** The middle of a column's row. */
        int level(String column) {
            return entries.stream()
                    .filter(entry -> entry.name().equals(column))
                    .findAny()
                    .map(entry -> y + entry.y() - RING)
                    .orElse(y + HEAD / 2);
        }
    }

    /** A column in its box; {@code y} is how far down the base line of its text stands. */
    record Entry(String name, String type, String key, boolean required, int y) {

        private String drawn() {
            return """
                    <g transform="translate(0 %d)"><text class="key" x="12">%s</text>\
                    <text class="column" x="42">%s%s</text><text class="type" text-anchor="end" x="246">%s</text></g>
                    """.formatted(
                            y,
                            key,
                            HtmlUtils.htmlEscape(name),
                            required ? "<tspan class=\"required\"> *</tspan>" : "",
                            HtmlUtils.htmlEscape(type));
        }
    }

    /** A relationship; {@code ends} are its marks, {@code depth} how far down it reaches. */
    record Line(String path, String ends, String said, String kind, int depth) {}

    private MapDrawing(SchemaView schema) {
        this.schema = schema;
    }

    static MapDrawing of(SchemaView schema) {
        var drawing = new MapDrawing(schema);
        drawing.rank();
        drawing.place();
        drawing.connect();
        return drawing;
    }

    public List<Box> boxes() {
        return boxes;
    }

    public List<Line> lines() {
        return lines;
    }

    public String view() {
        var columns = ranks.values().stream().mapToInt(rank -> rank + 1).max().orElse(1);
        return "0 0 " + (2 * MARGIN + columns * WIDTH + (columns - 1) * GAP) + " " + (depth() + MARGIN);
    }

    private int depth() {
        return IntStream.concat(
                        boxes.stream().mapToInt(Box::bottom), lines.stream().mapToInt(Line::depth))
                .max()
                .orElse(0);
    }

    private void rank() {
        for (var table : schema.tables()) ranks.put(table.name(), 0);
        // as often as there are tables: none is further to the right than there are others, unless they point in a
        // circle
        for (var ignored : schema.tables())
            for (var line : schema.relationships())
                if (!line.from().equals(line.to())) ranks.merge(line.from(), rank(line.to()) + 1, Math::max);
        if (ranks.values().stream().anyMatch(rank -> rank > schema.tables().size()))
            throw new IllegalStateException("tables point in a circle");
    }

    private int rank(String table) {
        return Objects.requireNonNull(ranks.get(table), table);
    }

    /** What points to least stands on top, so that lines which come from further left arrive below. */
    private void place() {
        var bottoms = new HashMap<Integer, Integer>();
        schema.tables().stream()
                .sorted(Comparator.comparingLong((TableView table) -> parents(table.name()))
                        .thenComparing(TableView::name))
                .forEach(table -> {
                    var rank = rank(table.name());
                    var y = bottoms.getOrDefault(rank, MARGIN);
                    var box = box(table, MARGIN + rank * (WIDTH + GAP), y);
                    bottoms.put(rank, box.bottom() + BETWEEN);
                    boxes.add(box);
                    placed.put(table.name(), box);
                });
    }

    private long parents(String table) {
        return schema.relationships().stream()
                .filter(line -> line.from().equals(table))
                .count();
    }

    private static Box box(TableView table, int x, int y) {
        var entries = new ArrayList<Entry>();
        for (var column : table.columns())
            entries.add(new Entry(
                    column.name(),
                    fitting(column),
                    key(column),
                    column.required(),
                    HEAD + entries.size() * ROW + TEXT));
        return new Box(
                table.name(),
                known(table.name()) ? Pages.ROOT + "/tables/" + table.name() : Pages.ROOT,
                "Table " + table.name() + ", " + table.columns().size() + " columns. " + table.comment(),
                x,
                y,
                WIDTH,
                HEAD + table.columns().size() * ROW + FOOT,
                entries);
    }

    private static boolean known(String table) {
        for (var each : ClinicTable.values()) if (each.label().equals(table)) return true;
        return false;
    }

    /** Beside a long name no more of the type than there is room for. */
    private static String fitting(ColumnView column) {
        var type = type(column.type());
        var room = ROOM - column.name().length() - (column.required() ? 2 : 0);
        return type.length() <= room ? type : type.substring(0, Math.max(1, room - 3)) + "…";
    }

    private static String type(String type) {
        return switch (type) {
            case "int4" -> "integer";
            case "bool" -> "boolean";
            default -> type;
        };
    }

    private static String key(ColumnView column) {
        if (column.primaryKey()) return "PK";
        if (column.foreignKey()) return column.unique() ? "FK·U" : "FK";
        return column.unique() ? "U" : "";
    }

    /** Lines that come from one table share their way until they part. */
    private void connect() {
        for (var line : schema.relationships()) {
            var parent = placed.get(line.to());
            var child = placed.get(line.from());
            if (parent == null || child == null || line.from().equals(line.to())) continue;
            lines.add(line(line, parent, child));
        }
    }

    private Line line(RelationshipView line, Box parent, Box child) {
        var from = parent.level("id");
        var to = child.level(line.column());
        var passes = rank(line.from()) - rank(line.to()) > 1;
        var arrives = child.x() - GAP + GAP * (passes ? 1 : 2) / 4;
        var depth = to;
        var path = new StringBuilder("M" + parent.right() + " " + from);
        if (passes) {
            var leaves = parent.right() + GAP * 2 / 4;
            depth = below(rank(line.to()), rank(line.from()));
            path.append(" H")
                    .append(leaves)
                    .append(" V")
                    .append(depth)
                    .append(" H")
                    .append(arrives);
        } else path.append(" H").append(arrives);
        path.append(" V").append(to).append(" H").append(child.x());
        return new Line(
                path.toString(),
                one(parent.right(), from, line.required())
                        + (line.single() ? single(child.x(), to) : many(child.x(), to)),
                said(line),
                line.onDelete().equals("cascade") ? "cascade" : "restrict",
                depth);
    }

    private int below(int left, int right) {
        return BELOW
                + boxes.stream()
                        .filter(box -> rank(box.name()) > left && rank(box.name()) < right)
                        .mapToInt(Box::bottom)
                        .max()
                        .orElse(0);
    }

    /** Exactly one, or none or one, where a line leaves the table that is pointed to. */
    private static String one(int x, int y, boolean required) {
        var first = bar(x + FOOT_OF_CROW - RING, y);
        return first + (required ? bar(x + FOOT_OF_CROW, y) : ring(x + FOOT_OF_CROW + RING, y));
    }

    /** None or one. */
    private static String single(int x, int y) {
        return bar(x - FOOT_OF_CROW + RING, y) + ring(x - FOOT_OF_CROW - RING, y);
    }

    /** None or many: a crow's foot. */
    private static String many(int x, int y) {
        return " M" + x + " " + (y - HALF_FOOT) + " L" + (x - FOOT_OF_CROW) + " " + y + " L" + x + " " + (y + HALF_FOOT)
                + ring(x - FOOT_OF_CROW - RING, y);
    }

    private static String bar(int x, int y) {
        return " M" + x + " " + (y - BAR) + " V" + (y + BAR);
    }

    private static String ring(int x, int y) {
        return " M" + (x - RING) + " " + y + " a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0";
    }

    /** The relationship in words. */
    static String said(RelationshipView line) {
        return line.to() + " → " + line.from() + ": " + cardinality(line) + ", on delete " + line.onDelete();
    }

    static String cardinality(RelationshipView line) {
        return line.single() ? "one to one" : "one to many";
    }
}

package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.chartroom.architecture.Foreign.OBJECT_MAPPING;
import static org.chartroom.architecture.Layers.PERSISTENCE;
import static org.chartroom.architecture.Layers.anyOf;
import static org.chartroom.architecture.Layers.belongTo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How statements come about. */
final class SqlRules {

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    private static final Map<Pattern, String> REFUSED = Map.of(
            Pattern.compile("\\b(SELECT|FROM|WHERE|JOIN|INSERT|UPDATE|DELETE|VALUES|SET|AND|OR|ORDER|GROUP|WITH)\\b"),
            "shouts",
            Pattern.compile("(select|,)\\s+(\\w+\\.)?\\*|returning \\*"),
            "lists no columns",
            Pattern.compile("\\boffset\\b", Pattern.CASE_INSENSITIVE),
            "pages by counting",
            Pattern.compile("(=|<|>|\\(|,)\\s*\\?(?![?|&])"),
            "does not name its parameter");

    static final ArchRule SQL_IS_CONSTANT = classes()
            .that(not(belongTo(HouseRules.MAKING_SQL)).as("are not among MAKING_SQL"))
            .should(sendConstantsOnly())
            .because(
                    "a statement that is put together can be made to say something else, and nobody can read it whole; "
                            + "instead write one text block, and another for the other case, with named parameters");

    static final ArchRule SQL_IS_WRITTEN_ALIKE = classes()
            .that(anyOf("are persistence adapters", PERSISTENCE))
            .should(writeSqlAsTheHouseDoes())
            .because(
                    "a column that is added must not change an answer, a later page must not cost more, and statements "
                            + "are found by searching; instead write lower case, list the columns, name the parameters, page by key");

    static final ArchRule NO_OBJECT_MAPPING = noClasses()
            .should()
            .dependOnClassesThat(OBJECT_MAPPING)
            .because(
                    "a row that is mapped by name breaks when it is read, not when it is compiled, and loads what nobody "
                            + "asked for; instead call the constructor in a row mapper");

    private static ArchCondition<JavaClass> sendConstantsOnly() {
        return Conditions.each("send constants only", (type, wrong) -> {
            for (var sent : sentBy(type))
                if (!sent.constant()) wrong.accept(sent.where() + " sends SQL that is no constant");
        });
    }

    private static ArchCondition<JavaClass> writeSqlAsTheHouseDoes() {
        return Conditions.each("write SQL as the house does", (type, wrong) -> {
            for (var sent : sentBy(type))
                for (var text : sent.texts())
                    for (var habit : REFUSED.entrySet()) {
                        var found = habit.getKey().matcher(LITERAL.matcher(text).replaceAll("''"));
                        if (found.find()) wrong.accept(sent.where() + " " + habit.getValue() + ": " + found.group());
                    }
        });
    }

    private static List<Statements.Sent> sentBy(JavaClass type) {
        var speaks = type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        use -> Statements.SENDERS.contains(use.getTargetClass().getName()));
        return speaks ? Statements.of(type) : List.of();
    }

    private SqlRules() {}
}

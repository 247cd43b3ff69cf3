package org.chartroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.chartroom.architecture.Layers.BOOTSTRAP;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How the house writes. */
final class StyleRules {

    static final ArchRule PACKAGES_ARE_NULL_MARKED = all(Conditions.packages())
            .should(Conditions.beNullMarked())
            .because(
                    "NullAway looks at marked packages only, and a reader needs to know what a package is for; instead "
                            + "add a package-info.java with a few sentences and @NullMarked");

    static final ArchRule NO_FIELD_INJECTION = classes()
            .should(Conditions.haveNoMemberAnnotatedWith(Autowired.class, Value.class))
            .because(
                    "an object that is filled in later can be seen half made, and not be made by a test; instead take it "
                            + "in the constructor");

    static final ArchRule NO_OPTIONAL_FIELDS = fields().should()
            .notHaveRawType(JavaClass.Predicates.belongToAnyOf(
                            Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
                    .as("Optional"))
            .because("Optional is an answer, not a state, and a field of it can still be null; instead make the field "
                    + "@Nullable and return Optional from a method where it helps");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .should(Conditions.haveANameOfItsOwn())
            .because(
                    "Impl, Helper, Util, Manager and Base say nothing of what a class does, so everything ends up there; "
                            + "instead name it after its job, and an adapter after its technology: JdbcPatients");

    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should(ACCESS_STANDARD_STREAMS)
            .because("nobody reads the console of a server, and nothing redacts it; instead throw, or log ids");

    static final ArchRule NOTHING_HAPPENS_LATER = classes()
            .that(not(BOOTSTRAP).as("are outside bootstrap"))
            .should(Conditions.stayInTheCallersTransaction())
            .because(
                    "audit and what a colleague reads next must be true when the answer is sent, and a second connection "
                            + "inside a transaction can exhaust the pool; instead listen in the same transaction");

    private StyleRules() {}
}

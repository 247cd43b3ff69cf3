package org.chartroom.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.annotation.Annotation;
import java.util.List;
import org.mapstruct.Mapper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What others made, as far as the house has something to say about it. */
final class Foreign {

    /** By their own annotation: what merely wires them, such as a configuration, others have to name. */
    static final List<Class<? extends Annotation>> COMPONENTS = List.of(
            Component.class,
            Service.class,
            Repository.class,
            Controller.class,
            RestController.class,
            ControllerAdvice.class,
            RestControllerAdvice.class,
            Mapper.class);

    static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage(
                    "java.lang",
                    "java.lang.annotation",
                    "java.math",
                    "java.nio.charset",
                    "java.security", // digests; what draws at random another rule refuses
                    "java.text",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .as("are plain Java");

    static final DescribedPredicate<JavaClass> SPRING_OF_SERVICES = resideInAnyPackage(
                    "org.springframework.stereotype..",
                    "org.springframework.transaction.annotation..",
                    "org.springframework.modulith.events..")
            .or(belongToAnyOf(ApplicationEventPublisher.class, EventListener.class))
            .as("are Spring's stereotypes, transactions or events");

    static final DescribedPredicate<JavaClass> DATABASE_ACCESS = resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.postgresql..",
                    "org.flywaydb..",
                    "com.zaxxer..")
            .as("are JDBC");

    static final DescribedPredicate<JavaClass> HTTP_AND_JSON = resideInAnyPackage(
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "jakarta.servlet..",
                    "jakarta.validation..",
                    "org.springframework.http..",
                    "org.springframework.web..")
            .as("are HTTP or JSON");

    /** What maps rows to objects by their names, behind the back of the compiler. */
    static final DescribedPredicate<JavaClass> OBJECT_MAPPING = resideInAnyPackage(
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "org.springframework.data..",
                    "org.springframework.orm..")
            .or(belongToAnyOf(BeanPropertyRowMapper.class, DataClassRowMapper.class, SimplePropertyRowMapper.class))
            .as("map rows by name");

    static final DescribedPredicate<JavaClass> LOGGING = resideInAnyPackage(
                    "org.slf4j..", "org.apache.commons.logging..", "java.util.logging..", "org.apache.logging..")
            .or(belongToAnyOf(System.Logger.class))
            .as("are loggers");

    private Foreign() {}
}

package org.chartroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartroom.architecture.OperandStack.Value;

/**
 * The SQL that a class sends. ArchUnit sees that a method is called, not with what; here what a method pushes is followed
 * through its locals, through {@code ?:} and {@code switch}, lists, and static methods and fields of the same class.
 */
final class Statements {

    /**
     * One statement, and the method that sends it.
     *
     * @param texts what it may say, as far as that is known; all of it if {@code constant}
     */
    record Sent(String where, Set<String> texts, boolean constant) {}

    static final Set<String> SENDERS = Set.of(
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
            "java.sql.Connection",
            "java.sql.Statement",
            "org.chartroom.jdbc.ActorJdbc");

    private static final Set<String> SENDING = Set.of(
            "addAhead",
            "addAtCommit",
            "sql",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch",
            "query",
            "queryForList",
            "queryForMap",
            "queryForObject",
            "queryForRowSet",
            "queryForStream",
            "update",
            "batchUpdate",
            "prepareStatement",
            "prepareCall",
            "nativeSQL");

    private static final Set<DirectMethodHandleDesc.Kind> IS_METHOD = EnumSet.of(
            DirectMethodHandleDesc.Kind.VIRTUAL,
            DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL,
            DirectMethodHandleDesc.Kind.STATIC);

    /** What hands on what it was given, or one of several. */
    private static final Set<String> HANDING_ON =
            Set.of("java.util.List.of", "java.util.List.iterator", "java.util.List.get", "java.util.Iterator.next");

    private final ClassModel type;
    private final String name;
    private final Map<String, Value> answers = new HashMap<>();
    private final Map<String, Value> statics = new HashMap<>();

    /** By the instruction that sends it; what is found in a later round stands in place of what was found before. */
    private final IdentityHashMap<Object, Sent> sent = new IdentityHashMap<>();

    private Statements(ClassModel type) {
        this.type = type;
        this.name = type.thisClass().asInternalName().replace('/', '.');
    }

    static List<Sent> of(JavaClass type) {
        var found = new Statements(ClassFile.of().parse(bytes(type)));
        found.read();
        return List.copyOf(found.sent.values());
    }

    private static byte[] bytes(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The initializer first, which tells what the static fields hold. */
    private void read() {
        for (var method : type.methods()) if (method.methodName().equalsString("<clinit>")) follow(method, false);
        for (var method : type.methods()) follow(method, true);
    }

    private Value follow(MethodModel method, boolean noting) {
        var where = name + "." + method.methodName();
        return method.code()
                .map(code -> new OperandStack(code, noting ? new Reader(where) : new Follower()).run())
                .orElse(Value.UNKNOWN);
    }

    /** Of a static method of this class; unknown while it is being found out. */
    private Value answer(String method, MethodTypeDesc of) {
        var key = method + of.descriptorString();
        if (!answers.containsKey(key)) {
            answers.put(key, Value.UNKNOWN);
            for (var found : type.methods())
                if (found.methodName().equalsString(method)
                        && found.methodTypeSymbol().equals(of)) answers.put(key, follow(found, false));
        }
        return answers.getOrDefault(key, Value.UNKNOWN);
    }

    private static boolean sends(ClassDesc owner, String method, MethodTypeDesc type) {
        return SENDERS.contains(name(owner)) && SENDING.contains(method) && statement(type) >= 0;
    }

    /** Where among the parameters the statement is: the first text; negative where there is none. */
    private static int statement(MethodTypeDesc type) {
        return type.parameterList().indexOf(ConstantDescs.CD_String);
    }

    private static String name(ClassDesc type) {
        return type.isClassOrInterface()
                ? (type.packageName().isEmpty() ? "" : type.packageName() + ".") + type.displayName()
                : type.displayName();
    }

    private class Follower implements OperandStack.Surroundings {

        @Override
        public Value call(InvokeInstruction call, List<Value> arguments) {
            var owner = name(call.owner().asSymbol());
            var method = call.name().stringValue();
            if (HANDING_ON.contains(owner + "." + method) && !arguments.isEmpty())
                return arguments.stream().reduce(Value::or).orElse(Value.UNKNOWN);
            return owner.equals(name) ? answer(method, call.typeSymbol()) : Value.UNKNOWN;
        }

        @Override
        public void refer(InvokeDynamicInstruction call) {}

        @Override
        public Value get(FieldInstruction field) {
            return name(field.owner().asSymbol()).equals(name)
                    ? statics.getOrDefault(field.name().stringValue(), Value.UNKNOWN)
                    : Value.UNKNOWN;
        }

        @Override
        public void put(FieldInstruction field, Value value) {
            statics.merge(field.name().stringValue(), value, Value::or);
        }
    }

    /** Notes what is sent on the way. */
    private final class Reader extends Follower {

        private final String where;

        Reader(String where) {
            this.where = where;
        }

        @Override
        public Value call(InvokeInstruction call, List<Value> arguments) {
            var owner = call.owner().asSymbol();
            // what ActorJdbc calls of its own was handed to it, which is seen where somebody does
            if (!name(owner).equals(name) && sends(owner, call.name().stringValue(), call.typeSymbol())) {
                var type = call.typeSymbol();
                var text = arguments.get(arguments.size() - type.parameterCount() + statement(type));
                sent.put(call, new Sent(where, text.texts(), text.constant()));
            }
            return super.call(call, arguments);
        }

        /** What a reference to a sender will be called with, nobody can tell. */
        @Override
        public void refer(InvokeDynamicInstruction call) {
            for (var argument : call.bootstrapArgs())
                if (argument instanceof DirectMethodHandleDesc referred
                        && IS_METHOD.contains(referred.kind())
                        && sends(
                                referred.owner(),
                                referred.methodName(),
                                MethodTypeDesc.ofDescriptor(referred.lookupDescriptor())))
                    sent.put(call, new Sent(where, Set.of(), false));
        }
    }
}

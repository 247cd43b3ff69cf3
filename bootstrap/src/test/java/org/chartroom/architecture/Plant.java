package org.chartroom.architecture;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Changes to a class file, as somebody in a hurry makes them to the source. */
final class Plant {

    /** Such as {@code some.Annotation(element=some.Enum.CONSTANT)}, {@code some.Annotation(element=text)}. */
    private static final Pattern ANNOTATION =
            Pattern.compile("(?<type>[\\w.]+)(\\((?<element>\\w+)=((?<of>[\\w.]+)\\.)?(?<value>[^.]+)\\))?");

    private static final int HELPER = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

    /** Takes it as a parameter, which needs its import. */
    static UnaryOperator<byte[]> mentions(String type) {
        return method("planted", "(" + ClassDesc.of(type).descriptorString() + ")V", HELPER, CodeBuilder::return_);
    }

    /** {@link #mentions} one of ours. */
    static UnaryOperator<byte[]> knows(String type) {
        return mentions("org.chartroom." + type);
    }

    static UnaryOperator<byte[]> callsStatic(String owner, String name, String descriptor) {
        var type = MethodTypeDesc.ofDescriptor(descriptor);
        return helper(code -> discard(push(code, type).invokestatic(ClassDesc.of(owner), name, type), type));
    }

    static UnaryOperator<byte[]> calls(String owner, String name, String descriptor) {
        var type = MethodTypeDesc.ofDescriptor(descriptor);
        return helper(
                code -> discard(push(code.aconst_null(), type).invokevirtual(ClassDesc.of(owner), name, type), type));
    }

    static UnaryOperator<byte[]> makes(String type) {
        return helper(code -> code.new_(ClassDesc.of(type)).invokespecial(ClassDesc.of(type), "<init>", MTD_void));
    }

    static UnaryOperator<byte[]> reads(String owner, String constant) {
        var type = ClassDesc.of(owner);
        return helper(code -> code.getstatic(type, constant, type).pop());
    }

    static UnaryOperator<byte[]> prints() {
        return helper(code -> code.getstatic(
                        ClassDesc.of("java.lang.System"), "out", ClassDesc.of("java.io.PrintStream"))
                .ldc("planted")
                .invokevirtual(ClassDesc.of("java.io.PrintStream"), "println", MethodTypeDesc.of(CD_void, CD_String)));
    }

    static UnaryOperator<byte[]> swallows(String failure) {
        return helper(code -> code.trying(
                block -> block.lineNumber(1).invokestatic(ClassDesc.of("java.lang.System"), "gc", MTD_void),
                caught -> caught.catching(ClassDesc.of(failure), CodeBuilder::pop)));
    }

    /** Makes the text by that code, which finds a name in the first local, and sends it. */
    static UnaryOperator<byte[]> sends(Consumer<CodeBuilder> text) {
        var client = ClassDesc.of("org.springframework.jdbc.core.simple.JdbcClient");
        var statement = ClassDesc.of("org.springframework.jdbc.core.simple.JdbcClient$StatementSpec");
        return method("planted", MethodTypeDesc.of(CD_void, CD_String, client).descriptorString(), HELPER, code -> {
            text.accept(code.aload(1));
            code.invokeinterface(client, "sql", MethodTypeDesc.of(statement, CD_String))
                    .pop()
                    .return_();
        });
    }

    static UnaryOperator<byte[]> declares(String name, String descriptor) {
        return declares(name, descriptor, new String[0]);
    }

    static UnaryOperator<byte[]> declares(String name, String descriptor, String... annotations) {
        return bytes -> add(
                bytes,
                type -> type.withMethod(
                        name,
                        MethodTypeDesc.ofDescriptor(descriptor),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT,
                        method -> method.with(visible(annotations))));
    }

    static UnaryOperator<byte[]> method(String name, String descriptor, int flags, Consumer<CodeBuilder> code) {
        return bytes ->
                add(bytes, type -> type.withMethodBody(name, MethodTypeDesc.ofDescriptor(descriptor), flags, code));
    }

    static UnaryOperator<byte[]> field(String type, int flags, String... annotations) {
        return bytes -> add(
                bytes,
                it -> it.withField(
                        "planted",
                        ClassDesc.of(type),
                        field -> field.withFlags(flags).with(visible(annotations))));
    }

    static UnaryOperator<byte[]> fields(int count, String type) {
        return bytes -> add(bytes, it -> {
            for (var i = 0; i < count; i++)
                it.withField("planted" + i, ClassDesc.of(type), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
        });
    }

    static UnaryOperator<byte[]> shown() {
        return transformed((type, part) -> {
            if (part instanceof AccessFlags flags) type.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
            else type.with(part);
        });
    }

    static UnaryOperator<byte[]> annotated(String... annotations) {
        return annotated(visible(annotations).annotations());
    }

    /** {@link planted.chartroom.kernel.Breaks}, for what cannot be planted as source. */
    static UnaryOperator<byte[]> breaking(String rule) {
        return annotated(List.of(Annotation.of(
                ClassDesc.of("planted.chartroom.kernel.Breaks"),
                AnnotationElement.ofArray("value", AnnotationValue.ofString(rule)))));
    }

    private static UnaryOperator<byte[]> annotated(List<Annotation> annotations) {
        return bytes -> {
            var there = ClassFile.of().parse(bytes).findAttribute(Attributes.runtimeVisibleAnnotations());
            var all = new ArrayList<Annotation>();
            there.ifPresent(attribute -> all.addAll(attribute.annotations()));
            all.addAll(annotations);
            return add(
                    without(RuntimeVisibleAnnotationsAttribute.class).apply(bytes),
                    type -> type.with(RuntimeVisibleAnnotationsAttribute.of(all)));
        };
    }

    static UnaryOperator<byte[]> notAnnotated() {
        return without(RuntimeVisibleAnnotationsAttribute.class)
                .andThen(without(RuntimeInvisibleAnnotationsAttribute.class))::apply;
    }

    static UnaryOperator<byte[]> without(String method) {
        return transformed((type, part) -> {
            if (!(part instanceof MethodModel found && found.methodName().equalsString(method))) type.with(part);
        });
    }

    /** Instead of {@code toString}. */
    static UnaryOperator<byte[]> printing(Consumer<CodeBuilder> code) {
        return without("toString").andThen(method("toString", "()Ljava/lang/String;", ClassFile.ACC_PUBLIC, code))
                ::apply;
    }

    static UnaryOperator<byte[]> implementing(String... interfaces) {
        var types = Arrays.stream(interfaces).map(ClassDesc::of).toList();
        return transformed((type, part) -> {
            if (part instanceof Interfaces) type.withInterfaceSymbols(types);
            else type.with(part);
        });
    }

    static UnaryOperator<byte[]> generic() {
        return bytes -> add(
                bytes,
                type -> type.with(
                        SignatureAttribute.of(ClassSignature.parseFrom("<T:Ljava/lang/Object;>Ljava/lang/Object;"))));
    }

    static UnaryOperator<byte[]> constructorsShown() {
        return transformed((type, part) -> {
            if (part instanceof MethodModel method && method.methodName().equalsString("<init>"))
                type.transformMethod(method, (builder, element) -> {
                    if (element instanceof AccessFlags) builder.withFlags(AccessFlag.PUBLIC);
                    else builder.with(element);
                });
            else type.with(part);
        });
    }

    /** A new class, that may be added to by the changes. */
    @SafeVarargs
    static byte[] type(String name, int flags, String above, UnaryOperator<byte[]>... changes) {
        var bytes = ClassFile.of()
                .build(ClassDesc.of(name), type -> type.withFlags(flags).withSuperclass(ClassDesc.of(above)));
        for (var change : changes) bytes = change.apply(bytes);
        return bytes;
    }

    /** What MapStruct's annotations are: told to tools only. */
    static UnaryOperator<byte[]> marked(String annotation) {
        return bytes -> add(
                bytes,
                type -> type.with(RuntimeInvisibleAnnotationsAttribute.of(Annotation.of(ClassDesc.of(annotation)))));
    }

    private static UnaryOperator<byte[]> helper(Consumer<CodeBuilder> code) {
        return method("planted", "()V", HELPER, builder -> {
            code.accept(builder);
            builder.return_();
        });
    }

    private static UnaryOperator<byte[]> without(Class<?> part) {
        return transformed((type, element) -> {
            if (!part.isInstance(element)) type.with(element);
        });
    }

    private static UnaryOperator<byte[]> transformed(ClassTransform transform) {
        return bytes -> ClassFile.of().transformClass(ClassFile.of().parse(bytes), transform);
    }

    private static byte[] add(byte[] bytes, Consumer<ClassBuilder> addition) {
        return transformed(ClassTransform.endHandler(addition)).apply(bytes);
    }

    private static RuntimeVisibleAnnotationsAttribute visible(String... annotations) {
        return RuntimeVisibleAnnotationsAttribute.of(
                Arrays.stream(annotations).map(Plant::annotation).toList());
    }

    private static Annotation annotation(String text) {
        var written = ANNOTATION.matcher(text);
        if (!written.matches()) throw new IllegalArgumentException(text);
        var type = ClassDesc.of(written.group("type"));
        if (written.group("value") == null) return Annotation.of(type);
        var value = written.group("of") == null
                ? AnnotationValue.ofString(written.group("value"))
                : AnnotationValue.ofEnum(ClassDesc.of(written.group("of")), written.group("value"));
        return Annotation.of(type, AnnotationElement.of(written.group("element"), value));
    }

    private static CodeBuilder push(CodeBuilder code, MethodTypeDesc type) {
        for (var parameter : type.parameterArray())
            switch (TypeKind.from(parameter)) {
                case REFERENCE -> code.aconst_null();
                case LONG -> code.lconst_0();
                case DOUBLE -> code.dconst_0();
                case FLOAT -> code.fconst_0();
                default -> code.iconst_0();
            }
        return code;
    }

    private static void discard(CodeBuilder code, MethodTypeDesc type) {
        switch (TypeKind.from(type.returnType())) {
            case VOID -> {}
            case LONG, DOUBLE -> code.pop2();
            default -> code.pop();
        }
    }

    private Plant() {}
}

package org.chartroom.architecture;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows which texts stand on a method's operand stack, the way the virtual machine's verifier follows types. */
final class OperandStack {

    /**
     * What stands in one place of the stack.
     *
     * @param texts    of which it is one
     * @param constant whether it can be nothing else
     * @param wide     whether it is a long or a double
     */
    record Value(Set<String> texts, boolean constant, boolean wide) {

        static final Value UNKNOWN = new Value(Set.of(), false, false);
        static final Value WIDE = new Value(Set.of(), false, true);

        static Value of(String text) {
            return new Value(Set.of(text), true, false);
        }

        static Value of(TypeKind kind) {
            return kind.slotSize() == 2 ? WIDE : UNKNOWN;
        }

        Value or(Value other) {
            var either = new HashSet<>(texts);
            either.addAll(other.texts);
            return new Value(either, constant && other.constant, wide);
        }
    }

    /** What a method has to do with others. */
    interface Surroundings {

        /**
         * What is answered.
         *
         * @param arguments the receiver first, where there is one
         */
        Value call(InvokeInstruction call, List<Value> arguments);

        void refer(InvokeDynamicInstruction call);

        Value get(FieldInstruction field);

        void put(FieldInstruction field, Value value);
    }

    private record State(List<Value> stack, Map<Integer, Value> locals) {

        State {
            stack = List.copyOf(stack);
            locals = Map.copyOf(locals);
        }

        /** What is set on one of two ways only is read on neither. */
        State or(State other) {
            var either = new HashMap<>(locals);
            either.keySet().retainAll(other.locals.keySet());
            either.replaceAll((slot, value) -> value.or(other.locals.getOrDefault(slot, Value.UNKNOWN)));
            var merged = new ArrayList<Value>();
            for (var i = 0; i < stack.size(); i++) merged.add(stack.get(i).or(other.stack.get(i)));
            return new State(merged, either);
        }
    }

    private final CodeModel code;
    private final Surroundings surroundings;
    private final Map<Label, State> jumps = new HashMap<>();
    private final List<Value> stack = new ArrayList<>();
    private final Map<Integer, Value> locals = new HashMap<>();
    private boolean reached;
    private @Nullable Value answered;

    OperandStack(CodeModel code, Surroundings surroundings) {
        this.code = code;
        this.surroundings = surroundings;
    }

    /** Until nothing new comes from below, by a loop; the surroundings are told of each round. */
    Value run() {
        for (var handler : code.exceptionHandlers())
            jumps.put(handler.handler(), new State(List.of(Value.UNKNOWN), Map.of()));
        Map<Label, State> before;
        do {
            before = Map.copyOf(jumps);
            reached = true;
            stack.clear();
            locals.clear();
            code.forEach(this::step);
        } while (!before.equals(jumps));
        return answered == null ? Value.UNKNOWN : answered;
    }

    private void step(CodeElement element) {
        if (element instanceof LabelTarget target) arrive(target.label());
        else if (reached && element instanceof Instruction instruction) follow(instruction);
    }

    private void arrive(Label label) {
        if (reached && jumps.containsKey(label)) jump(label);
        var state = jumps.get(label);
        if (state == null) return;
        reached = true;
        stack.clear();
        stack.addAll(state.stack());
        locals.clear();
        locals.putAll(state.locals());
    }

    private void jump(Label label) {
        jumps.merge(label, new State(stack, locals), State::or);
    }

    private void follow(Instruction instruction) {
        switch (instruction) {
            case ConstantInstruction constant ->
                push(constant.constantValue() instanceof String text ? Value.of(text) : Value.of(constant.typeKind()));
            case LoadInstruction load -> push(locals.getOrDefault(load.slot(), Value.of(load.typeKind())));
            case StoreInstruction store -> locals.put(store.slot(), pop());
            case StackInstruction shuffle -> shuffle(shuffle.opcode());
            case InvokeInstruction call -> call(call);
            case InvokeDynamicInstruction call -> {
                pop(call.typeSymbol().parameterCount());
                surroundings.refer(call);
                answer(call.typeSymbol().returnType());
            }
            case FieldInstruction field -> field(field);
            case BranchInstruction branch -> branch(branch);
            case TableSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case ReturnInstruction end -> {
                if (end.typeKind() == TypeKind.REFERENCE) {
                    var value = pop();
                    answered = answered == null ? value : answered.or(value);
                }
                reached = false;
            }
            case ThrowInstruction _ -> reached = false;
            case OperatorInstruction operator -> operate(operator);
            case ConvertInstruction convert -> replace(1, Value.of(convert.toType()));
            case TypeCheckInstruction check -> {
                if (check.opcode() == Opcode.INSTANCEOF) replace(1, Value.UNKNOWN);
            }
            case ArrayLoadInstruction load -> replace(2, Value.of(load.typeKind()));
            case ArrayStoreInstruction _ -> pop(3);
            case NewObjectInstruction _ -> push(Value.UNKNOWN);
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ -> replace(1, Value.UNKNOWN);
            case NewMultiArrayInstruction array -> replace(array.dimensions(), Value.UNKNOWN);
            case MonitorInstruction _ -> pop();
            case IncrementInstruction _, NopInstruction _ -> {}
            case DiscontinuedInstruction _ -> throw new IllegalStateException("no compiler writes this any more");
        }
    }

    private void call(InvokeInstruction call) {
        var arguments = new ArrayList<Value>();
        for (var i = 0; i < call.typeSymbol().parameterCount(); i++) arguments.addFirst(pop());
        if (call.opcode() != Opcode.INVOKESTATIC) arguments.addFirst(pop());
        var value = surroundings.call(call, arguments);
        if (call.typeSymbol().returnType().isPrimitive())
            answer(call.typeSymbol().returnType());
        else push(value);
    }

    private void answer(ClassDesc type) {
        if (!type.equals(ConstantDescs.CD_void)) push(Value.of(TypeKind.from(type)));
    }

    private void field(FieldInstruction field) {
        var kind = TypeKind.from(field.typeSymbol());
        switch (field.opcode()) {
            case GETSTATIC -> push(kind == TypeKind.REFERENCE ? surroundings.get(field) : Value.of(kind));
            case PUTSTATIC -> surroundings.put(field, pop());
            case GETFIELD -> replace(1, Value.of(kind));
            default -> pop(2);
        }
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> {}
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE -> pop(2);
            default -> pop();
        }
        jump(branch.target());
        reached = branch.opcode() != Opcode.GOTO && branch.opcode() != Opcode.GOTO_W;
    }

    private void choose(Label otherwise, List<SwitchCase> cases) {
        pop();
        jump(otherwise);
        cases.forEach(one -> jump(one.target()));
        reached = false;
    }

    private void operate(OperatorInstruction operator) {
        switch (operator.opcode()) {
            case ARRAYLENGTH -> replace(1, Value.UNKNOWN);
            case INEG, FNEG, LNEG, DNEG -> {}
            case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> replace(2, Value.UNKNOWN);
            default -> replace(2, Value.of(operator.typeKind()));
        }
    }

    /** The instructions of the second kind take one wide value for two. */
    private void shuffle(Opcode opcode) {
        switch (opcode) {
            case POP -> pop();
            case POP2 -> pop(width());
            case SWAP -> stack.add(stack.size() - 1, pop());
            case DUP -> copyBelow(1, 0);
            case DUP_X1 -> copyBelow(1, 1);
            case DUP_X2 -> copyBelow(1, widthBelow(1));
            case DUP2 -> copyBelow(width(), 0);
            case DUP2_X1 -> copyBelow(width(), 1);
            default -> copyBelow(width(), widthBelow(width()));
        }
    }

    /** How many values the topmost two places hold. */
    private int width() {
        return stack.getLast().wide() ? 1 : 2;
    }

    private int widthBelow(int values) {
        return stack.get(stack.size() - 1 - values).wide() ? 1 : 2;
    }

    private void copyBelow(int values, int below) {
        var copied = List.copyOf(stack.subList(stack.size() - values, stack.size()));
        stack.addAll(stack.size() - values - below, copied);
    }

    private void push(Value value) {
        stack.add(value);
    }

    private Value pop() {
        return stack.removeLast();
    }

    private void pop(int values) {
        for (var i = 0; i < values; i++) pop();
    }

    private void replace(int values, Value by) {
        pop(values);
        push(by);
    }
}

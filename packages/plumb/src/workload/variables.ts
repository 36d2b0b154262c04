import { type Expression, type Program, Visitor } from 'oxc-parser';

/** What a file says of a variable; none where two have the same name. */
export interface Variable {
  readonly value: Expression;
  /** What is put behind it later. */
  readonly appended: readonly Expression[];
}

export function variablesIn(program: Program): ReadonlyMap<string, Variable> {
  const values = new Map<string, { value: Expression | null; appended: Expression[] }>();
  const set = (name: string, value: Expression | null): void => {
    const known = values.get(name);
    if (known === undefined) values.set(name, { value, appended: [] });
    else known.value = null;
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier') set(id.name, init);
    },
    AssignmentExpression({ left, operator, right }) {
      if (left.type !== 'Identifier') return;
      const [first, ...more] = operator === '=' ? addends(right) : [left, right];
      const isAppended = operator === '+=' || (first?.type === 'Identifier' && first.name === left.name);
      if (isAppended) values.get(left.name)?.appended.push(...more);
      else set(left.name, null);
    },
  }).visit(program);
  return new Map(
    [...values].flatMap(([name, { value, appended }]) =>
      value === null ? [] : [[name, { value, appended }] as const],
    ),
  );
}

/** What `a + b + c` puts behind each other. */
function addends(expression: Expression): readonly Expression[] {
  if (expression.type !== 'BinaryExpression' || expression.operator !== '+') return [expression];
  return [...addends(expression.left), expression.right];
}

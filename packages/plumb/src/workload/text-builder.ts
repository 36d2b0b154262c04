import type { Argument, ArrayExpression, Expression } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { calledName, isRawString } from './sql-calls.ts';
import { addQuasi, type SqlText, sqlText } from './sql-text.ts';
import type { Variable } from './variables.ts';

/** A text that an expression comes to, as far as it can be told. */
export interface BuiltText {
  readonly text: SqlText;
  /** What is put in and may be anything. */
  readonly unsafe: readonly Expression[];
  /** Whether it may also be another text. */
  readonly open: boolean;
  /** Where the expressions begin that it is made of. */
  readonly within: readonly number[];
}

/** Functions that make a value or a name safe to stand in SQL, or that only give numbers. */
const safe =
  /^(?:escapeIdentifier|escapeLiteral|quoteIdent|quoteIdentifier|quoteLiteral|ident|literal|format|Number|parseInt|parseFloat|BigInt)$/;

export function textBuilder(
  source: SqlSource,
  variables: ReadonlyMap<string, Variable>,
): (expression: Expression) => BuiltText {
  return (expression) => {
    const text = sqlText(highestPlaceholder(source.text.slice(expression.start, expression.end)) + 1);
    const unsafe: Expression[] = [];
    const within: number[] = [];
    const open = new Set<Expression>();
    const resolving = new Set<string>();

    const hole = (node: Expression): void => text.addHole(node.start, node.end - node.start);

    const add = (node: Expression): void => {
      switch (node.type) {
        case 'Literal':
          if (typeof node.value === 'string')
            text.addEscaped(source.text.slice(node.start + 1, node.end - 1), node.start + 1);
          else text.add(String(node.value), node.start, node.end - node.start);
          return;
        case 'TemplateLiteral':
          within.push(node.start);
          for (const [at, quasi] of node.quasis.entries()) {
            addQuasi(text, quasi, source);
            const inner = node.expressions[at];
            if (inner !== undefined) add(inner);
          }
          return;
        case 'TaggedTemplateExpression':
          if (isRawString(node)) add(node.quasi);
          else unknown(node);
          return;
        case 'BinaryExpression':
          within.push(node.start);
          if (node.operator === '+') {
            add(node.left);
            add(node.right);
          } else unknown(node);
          return;
        case 'ParenthesizedExpression':
        case 'TSAsExpression':
        case 'TSSatisfiesExpression':
        case 'TSNonNullExpression':
          add(node.expression);
          return;
        case 'ConditionalExpression':
          open.add(node);
          oneOf(node, [node.consequent, node.alternate]);
          return;
        case 'LogicalExpression':
          open.add(node);
          oneOf(node, [node.right, node.left]);
          return;
        case 'Identifier':
          ofVariable(node, node.name);
          return;
        case 'MemberExpression':
          ofMember(node);
          return;
        case 'CallExpression':
          ofCall(node);
          return;
        default:
          unknown(node);
          return;
      }
    };

    const unknown = (node: Expression): void => {
      // the number of a placeholder
      if (!text.text().endsWith('$')) unsafe.push(node);
      hole(node);
    };

    /** The first of several texts, where each is safe. */
    const oneOf = (node: Expression, all: readonly Expression[]): void => {
      const before = unsafe.length;
      const [first, ...rest] = all;
      if (rest.some((each) => !isFixed(each)) || first === undefined || !isFixed(first)) {
        unsafe.length = before;
        unknown(node);
        return;
      }
      add(first);
    };

    const isFixed = (node: Expression): boolean => {
      const built = textBuilder(source, variables)(node);
      return built.unsafe.length === 0;
    };

    const ofVariable = (node: Expression, name: string): void => {
      const variable = variables.get(name);
      if (variable === undefined || resolving.has(name)) {
        unknown(node);
        return;
      }
      resolving.add(name);
      add(variable.value);
      for (const each of variable.appended) {
        open.add(each);
        add(each);
      }
      resolving.delete(name);
    };

    /** `columns[by]` of an object whose values all stand in the file. */
    const ofMember = (node: Extract<Expression, { type: 'MemberExpression' }>): void => {
      const { object } = node;
      const found = object.type === 'Identifier' ? variables.get(object.name)?.value : undefined;
      const value =
        found?.type === 'TSAsExpression' || found?.type === 'TSSatisfiesExpression' ? found.expression : found;
      if (value?.type !== 'ObjectExpression') {
        unknown(node);
        return;
      }
      const values = value.properties.flatMap((each) => (each.type === 'Property' ? [each.value] : []));
      open.add(node);
      if (values.length < value.properties.length) {
        unknown(node);
        return;
      }
      oneOf(node, values);
    };

    const ofCall = (node: Extract<Expression, { type: 'CallExpression' }>): void => {
      const { callee } = node;
      const name = calledName(callee);
      open.add(node);
      const [first, second] = node.arguments;
      if (name === 'format' && first?.type === 'Literal' && typeof first.value === 'string') {
        formatted(first, node.arguments.slice(1));
        return;
      }
      if (safe.test(name)) {
        hole(node);
        return;
      }
      if (callee.type !== 'MemberExpression') {
        unknown(node);
        return;
      }
      if (name === 'trim' || name === 'toString') {
        add(callee.object);
        return;
      }
      if (name === 'concat') {
        add(callee.object);
        for (const each of node.arguments) if (each.type !== 'SpreadElement') add(each);
        return;
      }
      if (name === 'replace' || name === 'replaceAll') {
        add(callee.object);
        const isText = second?.type !== 'ArrowFunctionExpression' && second?.type !== 'FunctionExpression';
        if (second !== undefined && second.type !== 'SpreadElement' && isText && !isFixed(second)) unsafe.push(second);
        return;
      }
      const separator = first;
      if (name === 'join' && isPlaceholders(callee.object)) hole(node);
      else if (name === 'join' && callee.object.type === 'ArrayExpression') joined(callee.object, separator);
      else unknown(node);
    };

    /** `format('… %L', value)`: names and values are quoted, and `%s` puts in what it is given. */
    const formatted = (template: Expression, given: readonly Argument[]): void => {
      let next = 0;
      for (const { 0: part, index } of source.text.slice(template.start + 1, template.end - 1).matchAll(marks)) {
        const [at, kind] = [template.start + 1 + index, part.startsWith('%') ? part.slice(-1) : ''];
        if (kind === '' || kind === '%') {
          text.addEscaped(kind === '%' ? '%' : part, at);
          continue;
        }
        const value = given[next++];
        if (kind === 's' && value !== undefined && value.type !== 'SpreadElement' && !isFixed(value))
          unsafe.push(value);
        text.addHole(at, part.length);
      }
    };

    /** Parts with something between them, a comma unless it is said. */
    const joined = ({ elements }: ArrayExpression, separator: Argument | undefined): void => {
      for (const [at, each] of elements.entries()) {
        if (at > 0 && separator === undefined) text.add(',', each?.start ?? 0, 0);
        else if (at > 0 && separator?.type !== 'SpreadElement' && separator !== undefined) add(separator);
        if (each !== null && each.type !== 'SpreadElement') add(each);
      }
    };

    /** `values.map((_, i) => `$${i + 1}`)`: as many placeholders as there are values. */
    const isPlaceholders = (node: Expression): boolean => {
      if (node.type === 'Identifier') {
        const variable = variables.get(node.name);
        return variable !== undefined && variable.value !== node && isPlaceholders(variable.value);
      }
      if (node.type === 'ArrayExpression')
        return node.elements.every((each) => each !== null && each.type !== 'SpreadElement' && isFixed(each));
      if (node.type !== 'CallExpression') return false;
      return node.arguments.some((each) => {
        if (each.type !== 'ArrowFunctionExpression') return false;
        const { body } = each;
        if (body.type === 'BlockStatement') {
          const [only] = body.body;
          return only?.type === 'ReturnStatement' && only.argument !== null && isFixed(only.argument);
        }
        return isFixed(body);
      });
    };

    add(expression);
    return { text, unsafe, open: open.size > 0, within };
  };
}

/** The marks of a format, and what stands between them. */
const marks = /%(?:\d+\$)?[a-zA-Z%]|(?:[^%\\]|\\[\s\S]|%(?![\da-zA-Z%]))+|[\s\S]/g;

function highestPlaceholder(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
}

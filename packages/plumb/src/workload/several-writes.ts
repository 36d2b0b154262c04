import type { Expression, Node, Program } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { childrenOf, type FunctionNode, isFunction } from './children-of.ts';
import type { SeveralWrites } from './found-query.ts';
import { eachMethods } from './loops.ts';
import { calledName } from './sql-calls.ts';
import { isCallers, isDecorated, isTransaction, opensTransaction, transactionsGiven } from './transactions.ts';
import { receiverOfTag, receiverOfWrite } from './write-calls.ts';

/** A call that changes rows, and what it is sent to. */
interface Write {
  readonly start: number;
  readonly end: number;
  readonly receiver: string;
}

/** The writes on the longest way through some code: where it goes on behind it, and where it leaves the function. */
interface Way {
  readonly on: readonly Write[] | null;
  readonly out: readonly Write[];
}

interface Scope {
  /** Types of parameters by their names; null where none is written. */
  readonly parameters: ReadonlyMap<string, string | null>;
  /** What is in a transaction: all, or what has one of these names. */
  readonly inTransaction: 'all' | ReadonlySet<string>;
}

/** Functions of a file that write several times outside of a transaction. `writes` tells of SQL by where it begins. */
export function severalWritesIn(
  program: Program,
  source: SqlSource,
  writes: (start: number) => boolean,
): readonly SeveralWrites[] {
  const found: SeveralWrites[] = [];
  const judged = new Set<Node>();

  const judge = (code: readonly Node[], scope: Scope): void => {
    const isOpened = code.some((each) => opens(each));
    const way = sequence(code, isOpened ? { ...scope, inTransaction: 'all' } : scope);
    const made = longer(way.on ?? [], way.out);
    for (const receiver of new Set(made.map((write) => write.receiver))) {
      const [first, ...others] = made.filter((write) => write.receiver === receiver);
      if (first === undefined || others.length === 0) continue;
      found.push({ source, start: first.start, end: first.end, others: others.map(({ start }) => start) });
    }
  };

  const opens = (node: Node): boolean =>
    (node.type === 'CallExpression' && opensTransaction(source, node)) ||
    childrenOf(node).some((each) => !isFunction(each) && opens(each));

  const judgeFunction = (node: FunctionNode, scope: Scope): void => {
    if (judged.has(node) || node.body === null) return;
    judged.add(node);
    judge([node.body], { ...scope, parameters: new Map([...scope.parameters, ...parametersOf(source, node)]) });
  };

  const sequence = (nodes: readonly Node[], scope: Scope): Way => {
    let [on, out]: [readonly Write[], readonly Write[]] = [[], []];
    for (const node of nodes) {
      const next = wayOf(node, scope);
      out = longer(out, next.out.length === 0 ? [] : [...on, ...next.out]);
      if (next.on === null) return { on: null, out: longer(out, on) };
      on = [...on, ...next.on];
    }
    return { on, out };
  };

  const oneOf = (ways: readonly Way[]): Way => {
    const going = ways.flatMap(({ on }) => (on === null ? [] : [on]));
    const out = ways.map((way) => way.out).reduce(longer, []);
    return { on: going.length === 0 ? null : going.reduce(longer, []), out };
  };

  const wayOf = (node: Node, scope: Scope): Way => {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        judgeFunction(node, scope);
        return nothing;
      case 'MethodDefinition':
        judgeFunction(node.value, isDecorated(source, node) ? { ...scope, inTransaction: 'all' } : scope);
        return nothing;
      case 'IfStatement':
      case 'ConditionalExpression':
        return then(
          wayOf(node.test, scope),
          oneOf([wayOf(node.consequent, scope), node.alternate === null ? nothing : wayOf(node.alternate, scope)]),
        );
      case 'SwitchStatement':
        return then(
          wayOf(node.discriminant, scope),
          oneOf([nothing, ...node.cases.map((each) => whole(sequence(each.consequent, scope)))]),
        );
      case 'TryStatement':
        return then(
          oneOf([wayOf(node.block, scope), ...(node.handler === null ? [] : [whole(wayOf(node.handler.body, scope))])]),
          node.finalizer === null ? nothing : wayOf(node.finalizer, scope),
        );
      case 'ReturnStatement':
      case 'ThrowStatement':
        return left(node.argument === null ? nothing : wayOf(node.argument, scope));
      case 'UnaryExpression':
        return node.operator === 'void' ? nothing : sequence(childrenOf(node), scope);
      case 'TaggedTemplateExpression':
        if (!writes(node.start)) return sequence(childrenOf(node), scope);
        return written(receiverOfTag(node), node, scope);
      case 'CallExpression':
        return wayOfCall(node, scope);
      default:
        return sequence(childrenOf(node), scope);
    }
  };

  const wayOfCall = (node: Extract<Node, { type: 'CallExpression' }>, scope: Scope): Way => {
    if (isTransaction(node)) {
      for (const each of node.arguments) {
        const names = isFunction(each) ? transactionsGiven(source, each) : [];
        const around =
          scope.inTransaction === 'all' || names.length === 0 ? 'all' : new Set([...scope.inTransaction, ...names]);
        const inner: Scope = { ...scope, inTransaction: around };
        if (isFunction(each)) judgeFunction(each, inner);
        else sequence([each], { ...scope, inTransaction: 'all' });
      }
      return wayOf(node.callee, scope);
    }
    const receiver = receiverOfWrite(node, writes);
    const [callback] = node.arguments;
    const own = receiver === null ? nothing : written(receiver, node, scope);
    const isEach = callback !== undefined && isFunction(callback) && eachMethods.has(calledName(node.callee));
    // what is done for each of several things is done here
    if (isEach && callback.body !== null) {
      judged.add(callback);
      return then(wayOf(node.callee, scope), whole(wayOf(callback.body, scope)));
    }
    const given = node.arguments.filter((each) => receiver === null || each.type !== 'TaggedTemplateExpression');
    const callee = receiver !== null && isTagged(node.callee) ? [] : [node.callee];
    return then(sequence([...callee, ...given], scope), own);
  };

  const written = (receiver: Expression, { start, end }: Node, scope: Scope): Way => {
    const text = source.text.slice(receiver.start, receiver.end).replace(/^\(?await\s+|\)$/g, '');
    const [root = ''] = /^[\w$]+/.exec(text) ?? [];
    const isSafe =
      scope.inTransaction === 'all' || scope.inTransaction.has(root) || isCallers(receiver, scope.parameters);
    return isSafe ? nothing : { on: [{ start, end, receiver: text }], out: [] };
  };

  judge(program.body, { parameters: new Map(), inTransaction: new Set() });
  return found;
}

const nothing: Way = { on: [], out: [] };

function longer(one: readonly Write[], other: readonly Write[]): readonly Write[] {
  return other.length > one.length ? other : one;
}

function then(one: Way, other: Way): Way {
  if (one.on === null) return one;
  const behind = one.on;
  return {
    on: other.on === null ? null : [...behind, ...other.on],
    out: longer(one.out, other.out.length === 0 && other.on !== null ? [] : [...behind, ...other.out]),
  };
}

/** What leaves the function. */
function left({ on, out }: Way): Way {
  return { on: null, out: longer(on ?? [], out) };
}

/** What goes on behind it whichever way it ends. */
function whole({ on, out }: Way): Way {
  return { on: longer(on ?? [], out), out: [] };
}

function isTagged(callee: Expression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'TaggedTemplateExpression';
}

function parametersOf(source: SqlSource, { params }: FunctionNode): readonly (readonly [string, string | null])[] {
  return params.flatMap((param) => {
    const text = source.text.slice(param.start, param.end);
    const [, name, type = null] = /^([\w$]+)\??\s*(?::\s*([\s\S]*))?$/.exec(text) ?? [];
    if (name !== undefined) return [[name, type] as const];
    return (text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).map((word) => [word, null] as const);
  });
}

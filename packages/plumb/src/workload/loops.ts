import { type Node, type Program, type Span, Visitor } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { childrenOf, type FunctionNode, isFunction } from './children-of.ts';
import { calledName } from './sql-calls.ts';

/** Code that runs once for each of several things, and the names of what is another each time. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  readonly names: ReadonlySet<string>;
  /** Whether it goes on until something is so, as one that reads page after page does. */
  readonly until: boolean;
}

/** Methods that call a function for each of several things. */
export const eachMethods: ReadonlySet<string> = new Set(['map', 'forEach', 'flatMap']);

export function loopsIn(program: Program, source: SqlSource): readonly Loop[] {
  const loops: { start: number; end: number; names: Set<string>; until: boolean }[] = [];
  const add = ({ start, end }: Span, names: readonly string[], until = false): void => {
    loops.push({ start, end, names: new Set(names.filter((name) => !batch.test(name))), until });
  };
  const declared: { readonly at: number; readonly words: readonly string[]; readonly from: readonly string[] }[] = [];
  const functions = functionsIn(program);
  const calls: { readonly name: string; readonly given: Span; readonly isCallback: boolean }[] = [];
  new Visitor({
    ForOfStatement: (node) => add(node.body, wordsIn(source, node.left)),
    ForInStatement: (node) => add(node.body, wordsIn(source, node.left)),
    ForStatement(node) {
      if (node.update?.type === 'UpdateExpression') add(node.body, wordsIn(source, node.update.argument));
    },
    WhileStatement: (node) => add(node.body, steppedIn(node.body, source), true),
    DoWhileStatement: (node) => add(node.body, steppedIn(node.body, source), true),
    CallExpression(node) {
      const [callback, ...others] = node.arguments;
      const name = calledName(node.callee);
      if (functions.has(name)) calls.push({ name, given: node, isCallback: false });
      if (callback === undefined || node.callee.type !== 'MemberExpression') return;
      if (!eachMethods.has(name) && name !== 'reduce') return;
      if (callback.type === 'Identifier') calls.push({ name: callback.name, given: node, isCallback: true });
      if (!isFunction(callback) || callback.body === null || (name === 'reduce' && others.length === 0)) return;
      const param = callback.params[name === 'reduce' ? 1 : 0];
      if (param !== undefined) add(callback.body, wordsIn(source, param));
    },
    VariableDeclarator({ id, init }) {
      declared.push({ at: id.start, words: wordsIn(source, id), from: init === null ? [] : wordsIn(source, init) });
    },
  }).visit(program);
  for (const loop of loops) {
    for (const { at, words, from } of declared) {
      const isOfEach = !loop.until || from.some((word) => loop.names.has(word));
      if (loop.start <= at && at < loop.end && isOfEach) for (const word of words) loop.names.add(word);
    }
  }
  for (const { name, given, isCallback } of calls) {
    const own = functions.get(name) ?? null;
    const isOfEach = loops.some(
      ({ start, end, names, until }) =>
        !until && start <= given.start && given.end <= end && wordsIn(source, given).some((word) => names.has(word)),
    );
    if (own?.body == null || (!isCallback && !isOfEach)) continue;
    add(
      own.body,
      own.params.flatMap((param) => wordsIn(source, param)),
    );
  }
  return loops;
}

/** A part of many things, which one statement takes together. */
const batch = /^(?:\w*(?:batch|chunk|slice|group|part|page))$/i;

/** What a loop that goes on until something is so takes another of each time: `i++`, `queue.shift()`. */
function steppedIn(body: Node, source: SqlSource): readonly string[] {
  const names: string[] = [];
  const look = (node: Node): void => {
    if (node.type === 'UpdateExpression') names.push(...wordsIn(source, node.argument));
    if (node.type === 'CallExpression' && /^(?:shift|pop)$/.test(calledName(node.callee))) {
      names.push(calledName(node.callee));
    }
    for (const each of childrenOf(node)) if (!isFunction(each)) look(each);
  };
  look(body);
  return names;
}

/** Functions and methods by their names; none where two have the same. */
function functionsIn(program: Program): ReadonlyMap<string, FunctionNode> {
  const found = new Map<string, FunctionNode | null>();
  const add = (name: string, node: Node | null): void => {
    if (node !== null && isFunction(node)) found.set(name, found.has(name) ? null : node);
  };
  new Visitor({
    FunctionDeclaration: (node) => add(node.id?.name ?? '', node),
    VariableDeclarator: ({ id, init }) => add(id.type === 'Identifier' ? id.name : '', init),
    MethodDefinition: ({ key, value }) => add(key.type === 'Identifier' ? key.name : '', value),
    PropertyDefinition: ({ key, value }) => add(key.type === 'Identifier' ? key.name : '', value),
  }).visit(program);
  return new Map([...found].flatMap(([name, node]) => (node === null || name === '' ? [] : [[name, node] as const])));
}

/** The names in a piece of code. */
export function wordsIn(source: SqlSource, { start, end }: Pick<Span, 'start' | 'end'>): readonly string[] {
  return (source.text.slice(start, end).match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter(
    (word) => !keywords.has(word),
  );
}

const keywords = new Set(['const', 'let', 'var', 'of', 'in']);

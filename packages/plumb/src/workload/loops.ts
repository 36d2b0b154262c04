import { type Program, type Span, Visitor } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { calledName } from './sql-calls.ts';

/** Code that runs once for each of several things, and the names of what is another each time. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  readonly names: ReadonlySet<string>;
}

const each = new Set(['map', 'forEach', 'flatMap']);

export function loopsIn(program: Program, source: SqlSource): readonly Loop[] {
  const loops: { start: number; end: number; names: Set<string> }[] = [];
  const add = ({ start, end }: Span, named: Span | null): void => {
    loops.push({ start, end, names: new Set(named === null ? [] : wordsIn(source, named)) });
  };
  const declared: { readonly at: number; readonly words: readonly string[] }[] = [];
  new Visitor({
    ForOfStatement(node) {
      if (!node.await) add(node.body, node.left);
    },
    ForInStatement(node) {
      add(node.body, node.left);
    },
    ForStatement(node) {
      if (node.update?.type === 'UpdateExpression') add(node.body, node.update.argument);
    },
    CallExpression(node) {
      const [callback] = node.arguments;
      if (node.callee.type !== 'MemberExpression' || !each.has(calledName(node.callee))) return;
      if (callback?.type !== 'ArrowFunctionExpression' && callback?.type !== 'FunctionExpression') return;
      const [first] = callback.params;
      if (callback.body !== null && first !== undefined) add(callback.body, first);
    },
    VariableDeclarator({ id }) {
      declared.push({ at: id.start, words: wordsIn(source, id) });
    },
  }).visit(program);
  for (const loop of loops) {
    for (const { at, words } of declared) {
      if (loop.start <= at && at < loop.end) for (const word of words) loop.names.add(word);
    }
  }
  return loops;
}

/** The names in a piece of code. */
export function wordsIn(source: SqlSource, { start, end }: Pick<Span, 'start' | 'end'>): readonly string[] {
  return (source.text.slice(start, end).match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter(
    (word) => !keywords.has(word),
  );
}

const keywords = new Set(['const', 'let', 'var', 'of', 'in']);

import type { Node } from 'libpg-query';
import { namesIn, nodesOf } from '../rules/sql/nodes-of.ts';
import type { Effects } from './effects.ts';
import type { Index, Relation } from './model/element.ts';
import type { Model } from './model/model.ts';

/** A statement that is read: what it does to what is known, and to what others wait for. */
export interface Reading {
  readonly model: Model;
  readonly effects: Effects;
  /** The statement; its tree counts in bytes of it. */
  readonly text: string;
}

/** The text between the parentheses that open behind a place. */
export function inParentheses(text: string, byte: number): string {
  const rest = Buffer.from(text).toString('utf8', Math.max(byte, 0));
  const from = rest.indexOf('(');
  if (from < 0) return '';
  let depth = 0;
  for (const { 0: token, index } of rest.slice(from).matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return rest.slice(from + 1, from + index).trim();
  }
  return rest.slice(from + 1).trim();
}

/** The expression behind a word such as DEFAULT, up to what can't be part of it. */
export function behindWord(text: string, byte: number): string {
  const rest = Buffer.from(text)
    .toString('utf8', Math.max(byte, 0))
    .replace(/^(?:constraint\s+\S+\s+)?\S+\s*/i, '');
  let depth = 0;
  for (const { 0: token, index } of rest.matchAll(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|[(),;]|\b(?:not|null|check|unique|primary|references|constraint|generated)\b/gi,
  )) {
    if (token === '(') depth += 1;
    const ends = /^(?:[),;]|[a-z]+)$/i.test(token) && !(token.toLowerCase() === 'null' && index === 0);
    if (depth === 0 && ends) return rest.slice(0, index).trim();
    if (token === ')') depth -= 1;
  }
  return rest.trim();
}

/** What stands between commas that are in no parentheses. */
export function listed(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[(),]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token !== ',' || depth > 0) continue;
    parts.push(text.slice(from, index).trim());
    from = index + 1;
  }
  return [...parts, text.slice(from).trim()];
}

/** The last names of the columns in an expression. */
export function columnsIn(expression: unknown): ReadonlySet<string> {
  return new Set([...nodesOf(expression, 'ColumnRef')].flatMap(({ ColumnRef }) => namesIn(ColumnRef.fields).slice(-1)));
}

/** The columns that can't be NULL where a condition holds. */
export function provenBy(condition: Node | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR') {
    return (condition.BoolExpr.args ?? []).flatMap(provenBy);
  }
  if (!('NullTest' in condition) || condition.NullTest.nulltesttype !== 'IS_NOT_NULL') return [];
  const { arg } = condition.NullTest;
  return arg !== undefined && 'ColumnRef' in arg ? namesIn(arg.ColumnRef.fields).slice(-1) : [];
}

/** A relation with all that inherit from it, or are its partitions. */
export function familyOf(relation: Relation): readonly Relation[] {
  return [relation, ...[...relation.children].flatMap(familyOf)];
}

/** An index with those of partitions that are part of it. */
export function indexFamily(index: Index): readonly Index[] {
  const parts = familyOf(index.relation).flatMap(({ indexes }) => [...indexes]);
  return [index, ...parts.filter(({ parent }) => parent === index).flatMap(indexFamily)];
}

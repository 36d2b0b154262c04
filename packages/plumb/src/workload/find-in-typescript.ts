import { type Expression, parseSync, type TaggedTemplateExpression, type TemplateLiteral, Visitor } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { countBuiltQueries } from './built-queries.ts';
import type { Concatenation, FoundQuery, Workload } from './found-query.ts';
import { isStatement, isSurelySql, isWrite } from './looks-like-sql.ts';
import { loopsIn, wordsIn } from './loops.ts';
import { severalWritesIn } from './several-writes.ts';
import { isNothingButCode, isRawString, putAsItIs, tagName, takesFragment, takesSql } from './sql-calls.ts';
import { addQuasi, type SqlText, sqlText } from './sql-text.ts';
import { type BuiltText, textBuilder } from './text-builder.ts';
import { variablesIn } from './variables.ts';
import { withPlaceholders } from './with-placeholders.ts';

type Place = Pick<FoundQuery, 'start' | 'end'>;

const takesMany =
  /\b(?:any|all|unnest|jsonb?_to_recordset|jsonb?_populate_recordset|jsonb?_array_elements)\s*\(|\bin\s*\(\s*\$/i;

/** The queries in TypeScript or JavaScript: in tagged templates, and given to functions of clients. */
export function findInTypescript(source: SqlSource): Workload {
  const { program } = parseSync(source.name, source.text);
  const variables = variablesIn(program);
  const build = textBuilder(source, variables);
  const loops = loopsIn(program, source);
  const queries: FoundQuery[] = [];
  const concatenations = new Map<number, Concatenation>();
  /** Where expressions begin that were looked at as a part of another. */
  const seen = new Set<number>();

  const tell = ({ unsafe }: BuiltText): void => {
    for (const { start, end } of unsafe.slice(0, 1)) {
      concatenations.set(start, { source, start, end, expression: source.text.slice(start, end) });
    }
  };
  const add = (text: SqlText, { start, end }: Place, call: Place, rest: Pick<FoundQuery, 'written' | 'open'>): void => {
    const sql = text.text();
    if (!isStatement(sql)) return;
    const given = { text: sql, pieces: text.pieces, holes: text.holes };
    const isNumbered = rest.written === 'tag' || /\$\d/.test(sql);
    // what reads page after page takes so many at a time
    const isPaged = /\blimit\b/i.test(sql);
    const around = loops.filter((loop) => loop.start <= start && end <= loop.end && !(loop.until && isPaged));
    const words = wordsIn(source, call);
    // one statement for a batch of values is what a loop over batches is for
    const inLoop = !takesMany.test(sql) && around.some(({ names }) => words.some((word) => names.has(word)));
    queries.push({ source, start, end, ...(isNumbered ? given : withPlaceholders(given)), inLoop, ...rest });
  };
  const given = (expression: Expression, call: Place): void => {
    if (expression.type === 'TaggedTemplateExpression' && !isRawString(expression)) return;
    const built = build(expression);
    for (const start of built.within) seen.add(start);
    if (built.text.pieces.length === 0 || !isStatement(built.text.text())) return;
    add(built.text, expression, call, { written: 'call', open: built.open || built.unsafe.length > 0 });
    tell(built);
  };
  const loose = (expression: Expression): void => {
    if (seen.has(expression.start)) return;
    // editors colour SQL by such a comment
    if (/\/\*\s*sql\s*\*\/\s*$/i.test(source.text.slice(Math.max(0, expression.start - 20), expression.start))) {
      given(expression, expression);
      return;
    }
    const built = build(expression);
    for (const start of built.within) seen.add(start);
    if (built.unsafe.length > 0 && isSurelySql(built.text.text())) tell(built);
  };

  /** A part of a query that is put in as it is. */
  const tellPart = (part: Expression): BuiltText => {
    const built = build(part);
    for (const start of built.within) seen.add(start);
    tell(built);
    return built;
  };
  /** A tagged template's text; templates in it that are tagged alike are parts of it. Says whether some are only sometimes. */
  const addTemplate = (text: SqlText, { quasis, expressions }: TemplateLiteral): boolean => {
    let open = false;
    for (const [at, quasi] of quasis.entries()) {
      addQuasi(text, quasi, source);
      const expression = expressions[at];
      if (expression === undefined) continue;
      const raw = putAsItIs(expression);
      const built = raw === null ? null : tellPart(raw);
      if (built !== null && built.unsafe.length === 0) {
        text.append(built.text);
        open ||= built.open;
        continue;
      }
      const [part, ...others] = partsIn(expression);
      for (const each of [part, ...others]) if (each !== undefined) seen.add(each.start);
      if (part === undefined) text.addHole(expression.start, expression.end - expression.start);
      else if (addTemplate(text, part.quasi) || part.start !== expression.start) open = true;
    }
    return open;
  };

  new Visitor({
    TaggedTemplateExpression(node) {
      const { tag, quasi, start, end } = node;
      if (isRawString(node)) return;
      seen.add(quasi.start);
      const name = tagName(tag);
      const text = sqlText();
      const open = addTemplate(text, quasi);
      if (seen.has(start) || (name !== 'sql' && !isSurelySql(text.text()))) return;
      add(text, { start, end }, { start, end }, { written: 'tag', open });
    },
    CallExpression(node) {
      if (isNothingButCode(node.callee)) for (const each of node.arguments) seen.add(each.start);
      const argument = takesSql(node, variables);
      if (argument !== null) given(argument, node);
      const fragment = takesFragment(source, node);
      if (fragment !== null) tellPart(fragment);
    },
    NewExpression(node) {
      if (isNothingButCode(node.callee)) for (const each of node.arguments) seen.add(each.start);
      const argument = takesSql(node, variables);
      if (argument !== null) given(argument, node);
    },
    TemplateLiteral: loose,
    BinaryExpression: (node) => {
      if (node.operator === '+') loose(node);
    },
  }).visit(program);
  const writes = new Set(queries.filter(({ text }) => isWrite(text)).map(({ start }) => start));
  return {
    queries,
    concatenations: [...concatenations.values()],
    built: countBuiltQueries(program),
    severalWrites: severalWritesIn(program, source, (start) => writes.has(start)),
  };
}

/** The tagged templates that an expression comes to: itself, or one of several. */
function partsIn(expression: Expression): readonly TaggedTemplateExpression[] {
  if (expression.type === 'TaggedTemplateExpression') return tagName(expression.tag) === 'sql' ? [expression] : [];
  if (expression.type === 'ParenthesizedExpression') return partsIn(expression.expression);
  if (expression.type === 'LogicalExpression') return partsIn(expression.right);
  if (expression.type !== 'ConditionalExpression') return [];
  return [...partsIn(expression.consequent), ...partsIn(expression.alternate)];
}

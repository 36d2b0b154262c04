import { defineQueryRule } from '../rule.ts';
import { isNarrowed } from '../sql/narrowed.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';

const base = 'CREATE TABLE cards (id int PRIMARY KEY, deck int, front text); CREATE INDEX ON cards (deck)';

const random = new Set(['random', 'gen_random_uuid', 'uuid_generate_v4', 'random_normal']);

export default defineQueryRule({
  id: 'order-by-random',
  group: 'queries',
  severity: 'warning',
  title: 'Sorts by chance',
  why: 'Every row is read, given a number and sorted, only to keep a few.',
  todo: 'Take a sample (`TABLESAMPLE SYSTEM_ROWS(n)` of tsm_system_rows, or `BERNOULLI`), or begin at a random key: `WHERE id >= $1 ORDER BY id LIMIT 1`.',
  bad: [
    { base, sql: 'SELECT id FROM cards ORDER BY random() LIMIT 1' },
    { base, sql: 'SELECT id FROM cards WHERE front IS NOT NULL ORDER BY RANDOM()' },
    { base, sql: 'SELECT c.id FROM (SELECT id FROM cards ORDER BY md5(random()::text) LIMIT 3) AS c' },
    { base, sql: 'SELECT id FROM cards ORDER BY gen_random_uuid() LIMIT 5' },
    { base, sql: 'SELECT id, random() AS r FROM cards ORDER BY r LIMIT 5' },
    { base, sql: 'SELECT id, random() FROM cards ORDER BY 2 LIMIT 5' },
  ],
  good: [
    { base, sql: 'SELECT id FROM cards WHERE id >= $1 ORDER BY id LIMIT 1' },
    { base, sql: 'SELECT id FROM cards TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT 1' },
    { base, sql: 'SELECT id FROM cards WHERE deck = $1 ORDER BY random() LIMIT 10' },
    { base, sql: 'SELECT n FROM generate_series(1, 10) AS n ORDER BY random()' },
    { base, sql: 'SELECT id, random() FROM cards WHERE id < 10 ORDER BY id' },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      const { select, from } = block;
      const tables = from.filter(({ kind }) => kind === 'table');
      if (select === null || tables.length === 0 || tables.some((item) => isNarrowed(item, block))) continue;
      const chance = new Set<string>();
      for (const target of select.targetList ?? []) {
        if (isNode(target, 'ResTarget') && isRandom(target.ResTarget.val))
          chance.add(target.ResTarget.name ?? 'random');
      }
      for (const sort of select.sortClause ?? []) {
        const by = isNode(sort, 'SortBy') ? sort.SortBy.node : undefined;
        const place = by !== undefined && isNode(by, 'A_Const') ? (by.A_Const.ival?.ival ?? 0) : 0;
        const target = select.targetList?.[place - 1];
        const isOfPlace = target !== undefined && isNode(target, 'ResTarget') && isRandom(target.ResTarget.val);
        const name = by !== undefined && isNode(by, 'ColumnRef') ? namesIn(by.ColumnRef.fields).join('.') : null;
        if (!isRandom(by) && !isOfPlace && (name === null || !chance.has(name))) continue;
        const names = tables.map(({ table, alias }) => table?.name ?? alias);
        yield { message: `All of ${names.join(', ')} is sorted by chance.`, objects: names, at: startOf(by) };
      }
    }
  },
});

function isRandom(tree: unknown): boolean {
  return [...nodesOf(tree, 'FuncCall')].some(({ FuncCall: { funcname } }) =>
    random.has(namesIn(funcname).at(-1) ?? ''),
  );
}

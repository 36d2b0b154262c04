import { qualified } from '../../../catalog/identifier.ts';
import { factsOf } from '../../../rules/facts/objects-of.ts';
import { type Condition, conditionsOf, ownColumns } from '../../tree/plan-expression.ts';
import { numberOf, type PlanNode } from '../../tree/plan-tree.ts';
import { hasDateCast, withoutDateCast } from '../date-rewrite.ts';
import { events } from '../examples/events.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'no-partition-pruning',
  from: 'plan',
  severity: 'warning',
  title: 'Every partition is read',
  why: 'The condition says nothing of the column that the table is partitioned by, or hides it in an expression: each partition is looked at, and each new one makes the query slower.',
  todo: 'Compare the partition key itself, also where another column already narrows the rows; hide it in no function.',
  bad: [
    { base: events, sql: "SELECT id FROM events WHERE kind = 'kind 7'" },
    { base: events, sql: "SELECT count(*) FROM events WHERE at::date = '2026-02-03'" },
    { base: events, sql: 'SELECT id, at FROM events WHERE actor = 42' },
    { base: events, sql: "DELETE FROM events WHERE date_trunc('day', at) = '2026-02-03'" },
  ],
  good: [
    { base: events, sql: "SELECT id FROM events WHERE at >= '2026-02-03' AND at < '2026-02-04' AND kind = 'kind 7'" },
    { base: events, sql: 'SELECT count(*) FROM events' },
    { base: events, sql: 'SELECT d.day, e.id FROM days d JOIN events e ON e.at = d.at' },
    { base: events, sql: "SELECT id FROM events WHERE at > '2026-01-03'" },
    { base: events, sql: 'SELECT id FROM events_3 WHERE actor = 4' },
    { base: events, sql: 'SELECT id FROM events WHERE at = now()' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (!/^(?:Merge )?Append$|^ModifyTable$/.test(node.type) || (numberOf(node, 'Subplans Removed') ?? 0) > 0)
        continue;
      const scans = node.children.flatMap((child) => scanOf(child) ?? []);
      const table = partitionedTable(scans, view);
      if (table === null || scans.length < 3 || scans.length < table.partitions) continue;
      const conditions = scans.map((scan) => conditionsOfScan(scan));
      if (conditions.some((each) => each.length === 0)) continue;
      const [first = [], [scan] = []] = [conditions[0], scans];
      if (scan === undefined || first.some((condition) => isOfKey(condition, scan, table.columns))) continue;
      const hidden = first.find(({ tree }) => ownColumns(tree, scan).some((column) => table.columns.includes(column)));
      const sql =
        view.sql !== null && hidden !== undefined && hasDateCast(hidden.text) ? withoutDateCast(view.sql) : null;
      const rewrite: Remedy = { kind: 'rewrite', description: 'Ask for a range of the partition key', sql: sql ?? '' };
      const key = table.columns.join(', ');
      yield {
        message:
          hidden === undefined
            ? `All ${figureOf(scans.length, 'partition')} of ${table.name} are looked at: nothing is asked of ${key === '' ? 'its partition key' : key}.`
            : `All ${figureOf(scans.length, 'partition')} of ${table.name} are looked at: ${key} is hidden in ${hidden.text}.`,
        node,
        objects: [table.name],
        evidence: { partitions: scans.length, key: table.columns },
        remedies: sql === null ? [] : [rewrite],
      };
    }
  },
});

function scanOf(node: PlanNode): PlanNode | null {
  if (node.relation !== null) return node;
  const [only, ...others] = node.children;
  return only === undefined || others.length > 0 ? null : scanOf(only);
}

function conditionsOfScan(scan: PlanNode): readonly Condition[] {
  const inner = scan.children.flatMap((child) => conditionsOf({ ...child, relation: scan.relation }, 'Index Cond'));
  return [...conditionsOf(scan, 'Filter'), ...conditionsOf(scan, 'Index Cond'), ...inner];
}

/** Whether a condition is of the bare key, so that partitions could be left out, be it when the query runs. */
function isOfKey({ text, tree }: Condition, scan: PlanNode, columns: readonly string[]): boolean {
  const own = ownColumns(tree, scan);
  if (!own.some((column) => columns.includes(column))) return false;
  const alias = scan.relation?.alias ?? '';
  return columns.some((column) =>
    [column, `"${column}"`, `${alias}.${column}`].some((name) => {
      const bare = new RegExp(`^\\(?${escaped(name)} (?:=|<|>|<=|>=|IS|@>|&&) |(?:=|<|>|<=|>=) ${escaped(name)}\\)?$`);
      return bare.test(text);
    }),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface PartitionedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly partitions: number;
}

/** The table whose partitions are scanned; without a schema, one is guessed from the aliases `events_1`, `events_2`. */
function partitionedTable(scans: readonly PlanNode[], view: PlanView): PartitionedTable | null {
  const [first] = scans;
  if (first === undefined || view.catalog === null) return first === undefined ? null : guessed(scans);
  const tables = factsOf(view.catalog, 'table');
  const parentOf = (name: string): string | null =>
    tables.find((table) => qualified(table.schema, table.name) === name)?.partitionOf ?? null;
  const parent = parentOf(relationName(first, view));
  if (parent === null || scans.some((scan) => parentOf(relationName(scan, view)) !== parent)) return null;
  const found = tables.find((table) => qualified(table.schema, table.name) === parent);
  const columns = (found?.partitionKey?.columns ?? []).map(({ name }) => name);
  return { name: parent, columns, partitions: tables.filter(({ partitionOf }) => partitionOf === parent).length };
}

function guessed(scans: readonly PlanNode[]): PartitionedTable | null {
  const names = new Set(scans.map(({ relation }) => relation?.alias.replace(/_\d+$/, '') ?? ''));
  const [name = ''] = names;
  const isOne = names.size === 1 && name !== '' && scans.every(({ relation }) => /_\d+$/.test(relation?.alias ?? ''));
  return isOne ? { name, columns: [], partitions: scans.length } : null;
}

import { qualified } from '../../../catalog/identifier.ts';
import { factsOf } from '../../../rules/facts/objects-of.ts';
import { namesIn, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { shop } from '../examples/shop.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';
import { relationName, scannedSize } from '../relation-of.ts';

const tax = 'CREATE FUNCTION tax(x numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE';

export default definePlanFinding({
  id: 'parallel-refused',
  from: 'plan',
  severity: 'info',
  title: 'A function keeps the query from running in parallel',
  why: 'A function is PARALLEL UNSAFE unless it says otherwise, and a single unsafe call anywhere in a query keeps all of it in one process.',
  todo: 'Say PARALLEL SAFE of functions that write nothing and change no setting.',
  bad: [
    { base: `${shop}${tax} AS $$ BEGIN RETURN x * 0.2; END $$;`, sql: 'SELECT sum(tax(amount)) FROM orders' },
    {
      base: `${shop}CREATE FUNCTION is_late(t timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN t < now(); END $$;`,
      sql: 'SELECT count(*) FROM orders o WHERE is_late(o.placed_at) AND o.amount > 3',
    },
    { base: `${shop}CREATE SEQUENCE numbers;`, sql: "SELECT max(nextval('numbers') + amount) FROM orders" },
  ],
  good: [
    {
      base: `${shop}${tax} PARALLEL SAFE AS $$ BEGIN RETURN x * 0.2; END $$;`,
      sql: 'SELECT sum(tax(amount)) FROM orders',
    },
    { base: `${shop}${tax} AS $$ BEGIN RETURN x * 0.2; END $$;`, sql: 'SELECT tax(amount) FROM orders WHERE id = 5' },
    { base: shop, sql: 'SELECT sum(round(amount)) FROM orders' },
    {
      base: `${shop}${tax} AS $$ BEGIN RETURN x * 0.2; END $$;`,
      sql: 'SET max_parallel_workers_per_gather = 0; SELECT sum(tax(amount)) FROM orders',
    },
  ],
  *check(view) {
    const { plan } = view;
    if (view.settings.max_parallel_workers_per_gather === '0' || plan.nodes.some(({ type }) => /^Gather/.test(type)))
      return;
    // writing is never parallel
    if (plan.nodes.some(({ type }) => type === 'ModifyTable' || type === 'LockRows')) return;
    const scan = plan.nodes.find((node) => {
      const size = node.type === 'Seq Scan' ? scannedSize(node, view) : null;
      return size !== null && size.pages >= fewestPages;
    });
    const unsafe = unsafeCall(view);
    if (scan === undefined || unsafe === null) return;
    const remedy: readonly Remedy[] =
      unsafe.signature === null
        ? []
        : [
            {
              kind: 'run',
              description: 'If it writes nothing and changes no setting',
              sql: `ALTER FUNCTION ${unsafe.signature} PARALLEL SAFE;`,
            },
          ];
    yield {
      message: `${relationName(scan, view)} is read by one process, because ${unsafe.name} is PARALLEL UNSAFE.`,
      node: scan,
      objects: [unsafe.name],
      evidence: { function: unsafe.name },
      remedies: remedy,
    };
  },
});

/** Smaller tables are not read in parallel: `min_parallel_table_scan_size` is 8 MB. */
const fewestPages = 1024;

const unsafeBuiltIn = new Set(['nextval', 'setval', 'lo_create', 'lo_put', 'set_config']);

function unsafeCall({ query, catalog }: PlanView): { readonly name: string; readonly signature: string | null } | null {
  const routines = catalog === null ? [] : factsOf(catalog, 'function');
  for (const { FuncCall } of nodesOf(query, 'FuncCall')) {
    const names = namesIn(FuncCall.funcname);
    const name = names.at(-1) ?? '';
    const found = routines.filter((each) => each.name === name);
    if (found.length === 0 && unsafeBuiltIn.has(name)) return { name, signature: null };
    const [only] = found;
    if (only === undefined || found.some(({ parallel }) => parallel !== 'UNSAFE')) continue;
    const path = qualified(only.schema, only.name);
    return { name: path, signature: found.length === 1 ? `${path}` : null };
  }
  return null;
}

type Facts = Record<string, unknown>;

const number = String.raw`([\d.]+(?:e[+-]?\d+)?)`;
const costs = new RegExp(String.raw`\s*\(cost=${number}\.\.${number} rows=${number} width=(\d+)\)`);
const actual = new RegExp(
  String.raw`\s*\((?:actual )(?:time=${number}\.\.${number} )?rows=${number} loops=${number}\)`,
);
const never = /\s*\(never executed\)/;

/** What a node's line tells, by the names that EXPLAIN (FORMAT JSON) has for it; null where it is none. */
export function nodeFacts(line: string): Facts | null {
  const title = line
    .replace(/^\s*->\s+/, '')
    .replace(costs, '')
    .replace(actual, '')
    .replace(never, '')
    .trim();
  const named = titleFacts(title);
  if (named === null) return null;
  const facts: Facts = { ...named };
  const [, startup, total, rows, width] = costs.exec(line) ?? [];
  if (width !== undefined) {
    facts['Startup Cost'] = Number(startup);
    facts['Total Cost'] = Number(total);
    facts['Plan Rows'] = Number(rows);
    facts['Plan Width'] = Number(width);
  }
  const [found, begun, ended, got, loops] = actual.exec(line) ?? (never.test(line) ? ['', '0', '0', '0', '0'] : []);
  if (found !== undefined) {
    if (begun !== undefined) facts['Actual Startup Time'] = Number(begun);
    if (ended !== undefined) facts['Actual Total Time'] = Number(ended);
    facts['Actual Rows'] = Number(got);
    facts['Actual Loops'] = Number(loops);
  }
  return facts;
}

const name = String.raw`(?:"(?:[^"]|"")+"|[^\s".]+)`;
const target = String.raw`(?:(${name})\.)?(${name})(?: (${name}))?`;

function titleFacts(whole: string): Facts | null {
  const [, async, parallel, mode, title = ''] = /^(Async )?(Parallel )?(Partial |Finalize )?(.*)$/.exec(whole) ?? [];
  const common: Facts = { 'Parallel Aware': parallel !== undefined, 'Async Capable': async !== undefined };
  const partial = mode === undefined ? 'Simple' : mode.trim();

  const index = new RegExp(`^(Index (?:Only )?Scan)( Backward)? using (${name}) on ${target}$`).exec(title);
  if (index !== null) {
    const [, type, backward, used = '', ...on] = index;
    const direction = backward === undefined ? 'Forward' : 'Backward';
    return { 'Node Type': type, ...common, 'Scan Direction': direction, 'Index Name': plain(used), ...relation(on) };
  }
  const bitmap = new RegExp(`^Bitmap Index Scan on (${name})$`).exec(title);
  if (bitmap !== null) return { 'Node Type': 'Bitmap Index Scan', ...common, 'Index Name': plain(bitmap[1] ?? '') };
  const change = new RegExp(`^(Insert|Update|Delete|Merge) on ${target}$`).exec(title);
  if (change !== null) {
    const [, operation, ...on] = change;
    return { 'Node Type': 'ModifyTable', ...common, Operation: operation, ...relation(on) };
  }
  const custom = new RegExp(`^Custom Scan \\((.+?)\\)(?: on ${target})?$`).exec(title);
  if (custom !== null) {
    const [, provider, ...on] = custom;
    return { 'Node Type': 'Custom Scan', ...common, 'Custom Plan Provider': provider, ...(on[1] ? relation(on) : {}) };
  }
  const scan = new RegExp(`^((?:[A-Z][A-Za-z]+ )+?Scan|Foreign (?:Insert|Update|Delete)) on ${target}$`).exec(title);
  if (scan !== null) {
    const [, type = '', ...on] = scan;
    return { 'Node Type': type, ...common, ...scanned(type, on) };
  }
  const join = /^(Hash|Merge|Nested Loop)(?: (Left|Right|Full|Semi|Anti|Right Anti|Right Semi))? ?(Join)?$/.exec(title);
  if (join !== null && (join[1] === 'Nested Loop' || join[3] !== undefined)) {
    const [, how = '', type = 'Inner'] = join;
    return { 'Node Type': how === 'Nested Loop' ? how : `${how} Join`, ...common, 'Join Type': type };
  }
  const aggregate = /^(Hash|Group|Mixed)?Aggregate$/.exec(title);
  if (aggregate !== null) {
    const strategy = { Hash: 'Hashed', Group: 'Sorted', Mixed: 'Mixed' }[aggregate[1] ?? ''] ?? 'Plain';
    return { 'Node Type': 'Aggregate', Strategy: strategy, 'Partial Mode': partial, ...common };
  }
  const operation = /^(Hash)?SetOp (\w+(?: All)?)$/.exec(title);
  if (operation !== null) {
    const strategy = operation[1] === undefined ? 'Sorted' : 'Hashed';
    return { 'Node Type': 'SetOp', Strategy: strategy, ...common, Command: operation[2] };
  }
  return plainNodes.has(title) ? { 'Node Type': title, ...common } : null;
}

const plainNodes = new Set([
  'Result',
  'ProjectSet',
  'Append',
  'Merge Append',
  'Recursive Union',
  'BitmapAnd',
  'BitmapOr',
  'Gather',
  'Gather Merge',
  'Materialize',
  'Memoize',
  'Sort',
  'Incremental Sort',
  'Group',
  'WindowAgg',
  'Unique',
  'Hash',
  'LockRows',
  'Limit',
  'Seq Scan',
  'Subquery Scan',
  'Values Scan',
  'Function Scan',
  'SetOp',
]);

type Target = readonly (string | undefined)[];

function relation([schema, table = '', alias]: Target): Facts {
  return {
    'Relation Name': plain(table),
    ...(schema === undefined ? {} : { Schema: plain(schema) }),
    Alias: plain(alias ?? table),
  };
}

function scanned(type: string, on: Target): Facts {
  const [, what = '', alias] = on;
  const own = { Alias: plain(alias ?? what) };
  if (type === 'CTE Scan' || type === 'WorkTable Scan') return { 'CTE Name': plain(what), ...own };
  if (type === 'Function Scan') return { 'Function Name': plain(what), ...own };
  if (type === 'Table Function Scan') return { 'Table Function Name': plain(what), ...own };
  if (type === 'Subquery Scan' || type === 'Values Scan' || type === 'Named Tuplestore Scan') return own;
  return relation(on);
}

function plain(written: string): string {
  return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
}

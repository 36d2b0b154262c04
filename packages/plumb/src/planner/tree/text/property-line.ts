type Facts = Record<string, unknown>;

/** What a line below a node tells of it, by the names that EXPLAIN (FORMAT JSON) has for it. */
export function propertyFacts(line: string, type: string): Facts {
  const [, name = '', value = ''] = /^\s*([A-Z][^:]*?):\s*(.*)$/.exec(line) ?? [];
  if (name === '') return {};
  const special = specials[name];
  if (special !== undefined) return special(value, type);
  if (lists.has(name)) return { [name]: listed(value) };
  if (type === 'Memoize' && name === 'Hits') return figures(`Hits: ${value}`, memoize);
  if (texts.has(name)) return { [name]: value };
  const bare = value.replace(/kB$/, '');
  if (/^-?[\d.]+$/.test(bare)) return { [name]: Number(bare) };
  return { [name]: value === 'true' ? true : value === 'false' ? false : value };
}

const lists = new Set([
  'Sort Key',
  'Presorted Key',
  'Group Key',
  'Output',
  'Conflict Arbiter Indexes',
  'Function Call',
]);
const texts = new Set([
  'Filter',
  'Index Cond',
  'Recheck Cond',
  'Join Filter',
  'Hash Cond',
  'Merge Cond',
  'One-Time Filter',
]);

const memoize: Readonly<Record<string, string>> = {
  Hits: 'Cache Hits',
  Misses: 'Cache Misses',
  Evictions: 'Cache Evictions',
  Overflows: 'Cache Overflows',
  'Memory Usage': 'Peak Memory Usage',
};

const specials: Readonly<Record<string, (value: string, type: string) => Facts>> = {
  'Sort Method': (value) => {
    const [, method, kind, space] = /^(.*?)\s+(Memory|Disk): (\d+)kB$/.exec(value) ?? [];
    return { 'Sort Method': method, 'Sort Space Used': Number(space), 'Sort Space Type': kind };
  },
  Buckets: (value) => hashFacts(value),
  Batches: (value, type) => (type === 'Aggregate' ? spillFacts(`Batches: ${value}`) : {}),
  'Planned Partitions': (value) => spillFacts(`Planned Partitions: ${value}`),
  'Heap Blocks': (value) => named(value, { exact: 'Exact Heap Blocks', lossy: 'Lossy Heap Blocks' }),
  Buffers: (value) => bufferFacts(value),
  'I/O Timings': (value) => timingFacts(value),
  WAL: (value) => named(value, { records: 'WAL Records', fpi: 'WAL FPI', bytes: 'WAL Bytes' }),
  'Full-sort Groups': (value) => ({ 'Full-sort Groups': groupFacts(value) }),
  'Pre-sorted Groups': (value) => ({ 'Pre-sorted Groups': groupFacts(value) }),
  Storage: (value) => {
    const [, kind, space] = /^(\w+)\s+Maximum Storage: (\d+)kB$/.exec(value) ?? [];
    return { Storage: kind, 'Maximum Storage': Number(space) };
  },
};

function hashFacts(value: string): Facts {
  const [, buckets, was, batches, before, memory] =
    /^(\d+)(?: \(originally (\d+)\))?\s+Batches: (\d+)(?: \(originally (\d+)\))?\s+Memory Usage: (\d+)kB/.exec(value) ??
    [];
  return {
    'Hash Buckets': Number(buckets),
    'Original Hash Buckets': Number(was ?? buckets),
    'Hash Batches': Number(batches),
    'Original Hash Batches': Number(before ?? batches),
    'Peak Memory Usage': Number(memory),
  };
}

function spillFacts(text: string): Facts {
  return figures(text, {
    'Planned Partitions': 'Planned Partitions',
    Batches: 'HashAgg Batches',
    'Memory Usage': 'Peak Memory Usage',
    'Disk Usage': 'Disk Usage',
  });
}

/** `Batches: 5  Memory Usage: 12kB` */
function figures(text: string, names: Readonly<Record<string, string>>): Facts {
  const facts: Facts = {};
  for (const [, name = '', value] of text.matchAll(/([A-Z][A-Za-z ]*?): (\d+)(?:kB)?/g)) {
    const known = names[name];
    if (known !== undefined) facts[known] = Number(value);
  }
  return facts;
}

/** `exact=12 lossy=3` */
function named(text: string, names: Readonly<Record<string, string>>): Facts {
  const facts: Facts = Object.fromEntries(Object.values(names).map((name) => [name, 0]));
  for (const [, name = '', value] of text.matchAll(/(\w+)=([\d.]+)/g)) {
    const known = names[name];
    if (known !== undefined) facts[known] = Number(value);
  }
  return facts;
}

function bufferFacts(value: string): Facts {
  const facts: Facts = {};
  for (const where of ['Shared', 'Local', 'Temp']) {
    const own = new RegExp(`${where.toLowerCase()} ([^,]*)`).exec(value)?.[1] ?? '';
    const does = where === 'Temp' ? ['Read', 'Written'] : ['Hit', 'Read', 'Dirtied', 'Written'];
    Object.assign(
      facts,
      named(own, Object.fromEntries(does.map((each) => [each.toLowerCase(), `${where} ${each} Blocks`]))),
    );
  }
  return facts;
}

function timingFacts(value: string): Facts {
  const facts: Facts = {};
  for (const part of value.split(',')) {
    const [, where = ''] = /^\s*(shared\/local|shared|local|temp)?/.exec(part) ?? [];
    const lead = where === '' || where === 'shared/local' ? '' : `${where.slice(0, 1).toUpperCase()}${where.slice(1)} `;
    Object.assign(facts, named(part, { read: `${lead}I/O Read Time`, write: `${lead}I/O Write Time` }));
  }
  return facts;
}

function groupFacts(value: string): Facts {
  const [, count] = /^(\d+)/.exec(value) ?? [];
  const [, methods = ''] = /Sort Methods?: ([^:]*?)\s+(?:Average|$)/.exec(value) ?? [];
  const spaces = Object.fromEntries(
    [...value.matchAll(/Average (Memory|Disk): (\d+)kB\s+Peak \1: (\d+)kB/g)].map(([, kind, average, peak]) => [
      `Sort Space ${kind}`,
      { 'Average Sort Space Used': Number(average), 'Peak Sort Space Used': Number(peak) },
    ]),
  );
  return { 'Group Count': Number(count), 'Sort Methods Used': methods.split(', '), ...spaces };
}

/** Splits at the commas that are in no parentheses and no quotes. */
function listed(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const [part] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (part === '(' || part === '[') depth += 1;
    if (part === ')' || part === ']') depth -= 1;
    if (part === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += part;
  }
  return parts.map((each) => each.trim());
}

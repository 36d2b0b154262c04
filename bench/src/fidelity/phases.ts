/** A database with rows, and in what it is compared. */
export interface Phase {
  readonly id: string;
  readonly database: 'trade' | 'workshop';
  readonly title: string;
  /** Rows change after they were counted. */
  readonly changed?: true;
  /** Production has `pageinspect`, which shows the pages of indexes that are otherwise told by costs. */
  readonly inspected?: true;
  /** The profile holds stand-ins, and its key is beside it. */
  readonly anonymized?: true;
  /** Production's version, where it isn't the newest. */
  readonly major?: number;
  /** The planner is forbidden something each time. */
  readonly switched?: true;
}

const databases = [
  { database: 'trade', title: '8 tables of trade, 22 analytical queries' },
  { database: 'workshop', title: 'JSONB, arrays, ranges, full text, partitions, inheritance, extended statistics' },
] as const;

export const phases: readonly Phase[] = databases.flatMap(({ database, title }): readonly Phase[] => [
  { id: database, database, title },
  { id: `${database}-inspected`, database, inspected: true, title: `${title}; with pageinspect` },
  { id: `${database}-changed`, database, changed: true, title: `${title}; after updates` },
  { id: `${database}-anonymized`, database, anonymized: true, title: `${title}; anonymised, with its key` },
  ...[14, 15, 16, 17].map((major) => ({
    id: `${database}-${major}`,
    database,
    major,
    title: `${title}; PostgreSQL ${major}`,
  })),
  { id: `${database}-switched`, database, switched: true, inspected: true, title: `${title}; enable_* off in turn` },
]);

export const switches = [
  'enable_hashjoin',
  'enable_mergejoin',
  'enable_nestloop',
  'enable_seqscan',
  'enable_bitmapscan',
  'enable_indexscan',
  'enable_sort',
] as const;

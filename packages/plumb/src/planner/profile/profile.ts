import { z } from 'zod';

/** Raised where an older plumb would misread a file. */
export const profileFormat = 1;

const name = z.string();
const count = z.number();
/** PostgreSQL's text form of an array of the column's type. */
const values = z.string().optional();
const fractions = z.array(z.number()).readonly().optional();

/** What the planner reads of an index's own pages. Absent parts could not be seen. */
const tree = z.object({
  /** Levels below the root: 0 when the root is a leaf. */
  height: z.number().optional(),
  /** The least and the greatest value of the first key, as text. */
  ends: z.tuple([z.string(), z.string()]).optional(),
});

const gin = z.object({
  pendingPages: count,
  totalPages: count,
  entryPages: count,
  dataPages: count,
  entries: count,
});

export const relationSchema = z.object({
  schema: name,
  name,
  kind: z.enum(['table', 'materialized view', 'partitioned table', 'foreign table', 'index', 'partitioned index']),
  /** The table of an index. */
  table: name.optional(),
  method: name.optional(),
  /** Of an index that is being built, or could not be: it is kept up, and never read. */
  invalid: z.boolean().optional(),
  /** Of the file, as it was; the planner counts them anew each time. */
  pages: count,
  /** As of the last VACUUM or ANALYZE, as are the following. */
  relpages: count,
  reltuples: count,
  allVisible: count,
  tree: tree.optional(),
  gin: gin.optional(),
  brin: z.object({ lastRevmapPage: count }).optional(),
  activity: z
    .object({
      scans: count.optional(),
      inserts: count.optional(),
      updates: count.optional(),
      hotUpdates: count.optional(),
      deletes: count.optional(),
    })
    .optional(),
});

const distribution = {
  nullFraction: z.number(),
  width: count,
  distinct: z.number(),
  mostCommon: values,
  frequencies: fractions,
  histogram: values,
  correlation: z.number().optional(),
  mostCommonElements: values,
  elementFrequencies: fractions,
  elementCounts: fractions,
  rangeLengths: values,
  emptyRanges: z.number().optional(),
  rangeBounds: values,
};

export const columnSchema = z.object({
  schema: name,
  /** A table, or an index whose column is an expression. */
  relation: name,
  column: name,
  /** The place of an index's column, which has no lasting name. */
  position: count.optional(),
  inherited: z.boolean(),
  ...distribution,
});

/** A column by its name, an expression by its place, counted from 1. */
const attributes = z.array(z.union([z.string(), z.number()])).readonly();

/** What CREATE STATISTICS made. */
export const statisticsSchema = z.object({
  schema: name,
  name,
  inherited: z.boolean(),
  attributes,
  distinct: z
    .array(z.object({ attributes, value: z.number() }))
    .readonly()
    .optional(),
  /** The last attribute follows from those before it. */
  dependencies: z
    .array(z.object({ attributes, degree: z.number() }))
    .readonly()
    .optional(),
  mostCommon: z
    .array(
      z.object({
        values: z.array(z.string().nullable()).readonly(),
        frequency: z.number(),
        /** What it would be if the attributes had nothing to do with each other. */
        baseFrequency: z.number(),
      }),
    )
    .readonly()
    .optional(),
  expressions: z.array(z.object(distribution).nullable()).readonly().optional(),
});

const settings = z.record(z.string(), z.string());

export const querySchema = z.object({
  sql: z.string(),
  calls: count,
  totalMilliseconds: z.number(),
  rows: count,
});

/** Of what the planner knows in production: all that it takes to plan alike elsewhere. No row is in it. */
export const profileSchema = z.object({
  format: z.literal(profileFormat),
  capturedAt: z.string(),
  server: z.object({
    major: z.number(),
    version: z.string(),
    database: name,
    encoding: z.string(),
    /** How text is ordered where a column says nothing else. */
    collation: z.object({
      provider: z.enum(['libc', 'icu', 'builtin']),
      locale: z.string(),
      /** Of the operating system, where another provides the order. */
      collate: z.string().optional(),
      /** By what letters are told, where that is another. */
      ctype: z.string().optional(),
    }),
    extensions: z.record(z.string(), z.string()),
    /** When the server began to count what is read and written, or started, if that was later: a crash loses counts. */
    countingSince: z.string().optional(),
  }),
  /** What the planner is told, where it differs from PostgreSQL's defaults. */
  settings,
  /** Who can log in. */
  roles: z
    .record(
      z.string(),
      z.object({
        /** Where they differ from those above; null is PostgreSQL's default. */
        settings: z.record(z.string(), z.string().nullable()),
        /** Whether no table's policies apply to it. */
        unsecured: z.boolean(),
      }),
    )
    .optional(),
  /** In the order in which they were made, which decides between indexes of equal cost. */
  relations: z.array(relationSchema).readonly(),
  columns: z.array(columnSchema).readonly(),
  statistics: z.array(statisticsSchema).readonly(),
  /** What took most time, with `$1` in place of constants. */
  queries: z.array(querySchema).readonly(),
  /** What could not be seen, in sentences. */
  unseen: z.array(z.object({ what: z.string(), todo: z.string().optional() })).readonly(),
  /** Where stand-ins took the place of values. */
  anonymized: z
    .object({
      /** Columns, indexes and statistics whose values have no stand-ins. */
      withheld: z.array(z.string()).readonly(),
      /** The values, encrypted. */
      sealed: z.string(),
    })
    .optional(),
  /** The schema as SQL, without rows. */
  sql: z.array(z.string()).transform((lines) => lines.join('\n')),
});

export type Profile = z.infer<typeof profileSchema>;
export type ProfiledRelation = z.infer<typeof relationSchema>;
export type ProfiledColumn = z.infer<typeof columnSchema>;
export type ProfiledStatistics = z.infer<typeof statisticsSchema>;

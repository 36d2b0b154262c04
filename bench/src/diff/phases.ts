/** How large the schema is, and how much of it changes. */
export interface Content {
  readonly tables: number;
  readonly changes: number;
}

export interface Phase extends Content {
  readonly id: string;
  readonly title: string;
}

export const phases: readonly Phase[] = [10, 100, 1000].flatMap((tables) =>
  [1, 100].map((changes) => ({
    id: `${tables}-tables-${changes}`,
    title: `${tables.toLocaleString('en')} tables, ${changes === 1 ? 'one change' : 'a hundred changes'}`,
    tables,
    changes,
  })),
);

export interface Row {
  readonly sample: string;
  readonly title: string;
}

/** What is told of each contender, one below the other. */
export const rows: readonly Row[] = [
  { sample: 'load', title: 'load the library' },
  { sample: 'read', title: 'read both schemas' },
  { sample: 'plan', title: 'plan' },
  { sample: 'prove', title: 'prove' },
  { sample: 'unproven', title: 'in all, without a proof' },
  { sample: 'total', title: 'in all, proven' },
];

import type { Step } from './plan.ts';

/** The steps as SQL that a person reads, and that psql runs as it is planned. */
export function planSql(steps: readonly Step[]): string {
  const groups = groupsOf(steps);
  return groups
    .map((group) => {
      const sql = group.map(stepSql).join('\n\n');
      return groups.length > 1 && group.length > 1 ? `BEGIN;\n\n${sql}\n\nCOMMIT;` : sql;
    })
    .join('\n\n');
}

/** Steps that belong in one transaction, or one that can run in none. */
export function groupsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  let before: number | null = null;
  for (const step of steps) {
    if (step.transaction !== null && step.transaction === before) groups.at(-1)?.push(step);
    else groups.push([step]);
    before = step.transaction;
  }
  return groups;
}

/** A step with its semicolon, and above it what a reader should know. */
export function stepSql({ sql, comment, hazards }: Step): string {
  const notes = [...(comment === null ? [] : [comment]), ...hazards.map(({ message }) => message)];
  // PostgreSQL ends a comment at either of the two
  const lines = notes.flatMap((note) => note.split(/\r\n|\n|\r/)).map((line) => `-- ${line}`.trimEnd());
  return [...new Set(lines), `${sql};`].join('\n');
}

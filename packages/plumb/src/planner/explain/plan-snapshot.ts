import { z } from 'zod';
import { Problem } from '../../contract/problem.ts';

const snapshotSchema = z.object({
  format: z.literal(1),
  plans: z
    .array(
      z.object({
        query: z.string(),
        place: z.string().nullable(),
        cost: z.number(),
        /** A line for each node. */
        plan: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});

/** Plans as they were when somebody looked at them and found them good. */
export type PlanSnapshot = z.infer<typeof snapshotSchema>;

/** A file that people read in reviews: a line for each node of each plan. */
export function writtenSnapshot(snapshot: PlanSnapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}

/** @param shown the file as the user wrote it */
export function parseSnapshot(text: string, shown: string): PlanSnapshot {
  const result = snapshotSchema.safeParse(parsedJson(text));
  if (result.success) return result.data;
  throw new Problem('FILE_INVALID', `${shown} holds no plans that were recorded.`, {
    hint: 'Make it with `plumb plans record`.',
    cause: result.error,
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

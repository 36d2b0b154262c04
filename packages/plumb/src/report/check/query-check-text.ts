import type { Look } from '../look.ts';
import { counted } from '../units.ts';

export interface ShownQueryCheck {
  readonly checked: {
    readonly files: readonly string[];
    readonly queries: number;
    readonly unknown: number;
    readonly base: string;
  };
  readonly postgres: string;
}

/** What was looked at, and what could not be. */
export function renderQueryCheck({ checked, postgres }: ShownQueryCheck, look: Look): string {
  const { files, queries, unknown, base } = checked;
  const rest =
    unknown === 0 ? '' : `; ${counted(unknown, 'query', 'queries')} made of parts that are known only when they run`;
  return look.muted(
    `${counted(queries, 'query', 'queries')} in ${counted(files.length, 'file')} against ${base} on PostgreSQL ${postgres}${rest}`,
  );
}

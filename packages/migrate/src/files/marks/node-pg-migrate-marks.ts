import type { Dialect } from './mark.ts';

/** `-- Up Migration`; what stands above `-- Down Migration` is the way up, marked or not. */
export const nodePgMigrateMarks: Dialect = {
  hint: /--[\s-]*(?:up|down)[^\S\r\n]+migration/i,
  beginsUp: true,
  read: (comments) =>
    comments.flatMap(({ start, end, text }) => {
      const [, direction] = /^--[\s-]*(up|down)\s+migration[\s:=.-]*$/i.exec(text) ?? [];
      if (direction === undefined) return [];
      const isUp = direction.toLowerCase() === 'up';
      return [
        { format: 'node-pg-migrate', start, end, direction: isUp ? 'up' : 'down', mode: 'transaction', backfill: null },
      ];
    }),
};

import type { Dialect } from './mark.ts';

/** `---- create above / drop below ----` of tern and `-- //@UNDO` of MyBatis: all below it goes down. */
export const cutMarks: Dialect = {
  hint: /create above \/ drop below|--[^\S\r\n]*\/\/[^\S\r\n]*@undo/i,
  beginsUp: true,
  read: (comments) => {
    const cut = comments.find(({ text }) =>
      /^--(?:--\s*create above \/ drop below\s*-*|\s*\/\/\s*@undo\b.*)\s*$/i.test(text),
    );
    if (cut === undefined) return [];
    const { start, end } = cut;
    return [{ format: null, start, end, direction: 'down', mode: 'transaction', backfill: null }];
  },
};

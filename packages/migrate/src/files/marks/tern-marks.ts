import type { Dialect } from './mark.ts';

/** `---- create above / drop below ----` */
export const ternMarks: Dialect = {
  hint: /^----[^\S\r\n]*create above/im,
  beginsUp: true,
  read: (comments) =>
    comments
      .filter(({ text }) => /^----\s*create above\s*\/\s*drop below\s*----\s*$/i.test(text))
      .map(({ start, end }) => ({
        format: 'tern',
        start,
        end,
        direction: 'down',
        mode: 'transaction',
        backfill: null,
      })),
};

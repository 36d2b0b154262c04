import type { BenchWorkload } from './workload.ts';

const columns = Array.from({ length: 40 }, (_, at) => `c${at}`);

/** A wide table, and queries each of which is a small part of the workload. */
export const wide: BenchWorkload = {
  name: 'wide',
  schema: `create table facts (id int primary key, ${columns.map((name) => `${name} int not null`).join(', ')});`,
  rows: `insert into facts select g, ${columns.map((_, at) => `g::bigint * ${7919 + 104 * at} % ${20 * (at + 2)}`).join(', ')} from generate_series(1, 30000) g;`,
  queries: Array.from({ length: 60 }, (_, at) => {
    const [one, other, third] = [at % 40, (at * 7 + 3) % 40, (at * 11 + 5) % 40];
    const sql =
      at % 3 === 0
        ? `select sum(c${third}) from facts where c${one} = 3 and c${other} between 5 and 9`
        : `select id, c${third} from facts where c${one} = 7 and c${other} = 4`;
    return { sql, weight: 1 + (at % 5) };
  }),
};

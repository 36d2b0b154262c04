import { defineSchemaRule } from '../rule.ts';

const base = 'CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY)';
const at = (last: number) => ({
  sequences: [{ sequence: 'public.orders_id_seq', column: 'public.orders.id', last, most: 2_147_483_647 }],
});

export default defineSchemaRule({
  id: 'sequence-near-end',
  group: 'schema',
  severity: 'error',
  title: 'A sequence is nearly at its end',
  why: 'When it gets there, every INSERT fails, and the change to bigint that would help rewrites the table while everybody waits.',
  todo: 'Change the column, and what refers to it, to bigint now, stepwise: a new column, filled in batches, that takes the place of the old one.',
  bad: [
    { base, usage: at(2_000_000_000) },
    { base, usage: at(1_700_000_000) },
    {
      base: 'CREATE SEQUENCE s MAXVALUE 1000',
      usage: { sequences: [{ sequence: 'public.s', column: null, last: 990, most: 1000 }] },
    },
  ],
  good: [
    { base, usage: at(500_000_000) },
    { base, usage: at(1) },
    {
      base: 'CREATE SEQUENCE s MAXVALUE 10',
      usage: { sequences: [{ sequence: 'public.s', column: null, last: 9, most: 9_000_000_000_000_000_000 }] },
    },
  ],
  *check({ usage }) {
    for (const { sequence, column, last, most } of usage?.sequences ?? []) {
      const share = last / most;
      if (share < 0.75) continue;
      const left = Math.max(0, most - last).toLocaleString('en');
      yield {
        message: `${sequence}${column === null ? '' : ` of ${column}`} has used ${Math.floor(share * 100)} % of its numbers; ${left} are left.`,
        severity: share < 0.9 ? 'warning' : 'error',
        objects: [...(column === null ? [] : [column]), sequence],
        evidence: { last, most },
      };
    }
  },
});

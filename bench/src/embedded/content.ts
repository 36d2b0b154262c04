import type { Content } from './contender.ts';

const tables = 200;
const tablesInPart = 20;

/** Each table has three indexes: of the primary key, of the foreign key, and of a column that queries sort by. */
function createTable(number: number): string {
  const name = `table_${number}`;
  const parent = `table_${Math.max(1, number - 1)}`;
  return `
    CREATE TABLE ${name} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      parent_id bigint REFERENCES ${parent} ON DELETE CASCADE,
      name text NOT NULL,
      amount numeric(12, 2) NOT NULL DEFAULT 0,
      settings jsonb NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX ${name}_parent ON ${name} (parent_id);
    CREATE INDEX ${name}_created ON ${name} (created_at DESC, id);
  `;
}

/** 200 tables and 600 indexes, in parts that each fit into the lock table of a server with default settings. */
export const schema: readonly string[] = Array.from({ length: tables / tablesInPart }, (_, part) =>
  Array.from({ length: tablesInPart }, (_, index) => createTable(part * tablesInPart + index + 1)).join(''),
);

export const contents: readonly Content[] = ['empty', 'schema'];

export const firstQuery: Readonly<Record<Content, string>> = {
  empty: 'SELECT 1 AS answer',
  schema: 'SELECT count(*) AS answer FROM table_1',
};

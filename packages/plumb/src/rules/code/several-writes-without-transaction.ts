import { defineCodeRule } from '../rule.ts';

const base =
  'CREATE TABLE accounts (id bigint PRIMARY KEY, balance numeric NOT NULL); CREATE TABLE entries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id bigint, amount numeric)';

export default defineCodeRule({
  id: 'several-writes-without-transaction',
  group: 'queries',
  severity: 'warning',
  title: 'Several writes, and no transaction',
  why: 'Each commits for itself. Where the second fails, or the process ends between them, the first stays: money is gone and arrived nowhere. Others see what is half done meanwhile.',
  todo: 'Run them in one transaction: `sql.begin(async (tx) => …)`, `db.transaction(async (tx) => …)`, or BEGIN and COMMIT on one client of the pool. Or write one statement: `WITH … AS (UPDATE …) INSERT …`.',
  bad: [
    {
      base,
      code: `async function transfer(from: number, to: number, amount: number) {
  await pool.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, amount]);
  await pool.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [to, amount]);
}`,
    },
    {
      base,
      code: `class Accounts {
  constructor(private readonly pool: Pool) {}
  async close(id: number) {
    const client = await this.pool.connect();
    await client.query('DELETE FROM entries WHERE account_id = $1', [id]);
    return client.query('DELETE FROM accounts WHERE id = $1', [id]);
  }
}`,
    },
    {
      base,
      code: `export const book = async (db: NodePgDatabase, id: number) => {
  const [entry] = await db.insert(entries).values({ accountId: id, amount: 5 }).returning();
  if (entry) await db.update(accounts).set({ balance: 5 }).where(eq(accounts.id, id));
};`,
    },
    {
      base,
      code: `await Promise.all([
  sql\`UPDATE accounts SET balance = 0 WHERE id = \${id}\`,
  sql\`INSERT INTO entries (account_id, amount) VALUES (\${id}, 0)\`,
]);`,
    },
    {
      base,
      code: `async function close(id: number) {
  await prisma.entry.deleteMany({ where: { accountId: id } });
  await prisma.account.delete({ where: { id } });
}`,
    },
  ],
  good: [
    {
      base,
      code: `async function transfer(from: number, to: number) {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE accounts SET balance = balance - 1 WHERE id = $1', [from]);
  await client.query('UPDATE accounts SET balance = balance + 1 WHERE id = $1', [to]);
  await client.query('COMMIT');
}`,
    },
    {
      base,
      code: `await sql.begin(async (sql) => {
  await sql\`UPDATE accounts SET balance = 0 WHERE id = \${id}\`;
  await sql\`INSERT INTO entries (account_id, amount) VALUES (\${id}, 0)\`;
});`,
    },
    {
      base,
      code: `await prisma.$transaction([
  prisma.entry.deleteMany({ where: { accountId: id } }),
  prisma.account.delete({ where: { id } }),
]);`,
    },
    {
      base,
      code: `async function save(client: PoolClient, id: number) {
  await client.query('UPDATE accounts SET balance = 0 WHERE id = $1', [id]);
  await client.query('INSERT INTO entries (account_id, amount) VALUES ($1, 0)', [id]);
}`,
    },
    {
      base,
      code: `async function save(id: number | null) {
  if (id === null) await pool.query('INSERT INTO entries (amount) VALUES (0)');
  else await pool.query('UPDATE accounts SET balance = 0 WHERE id = $1', [id]);
}`,
    },
    {
      base,
      code: `async function save(id: number) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);
  await pool.query('UPDATE accounts SET balance = $2 WHERE id = $1', [id, rows[0].balance]);
}`,
    },
  ],
});

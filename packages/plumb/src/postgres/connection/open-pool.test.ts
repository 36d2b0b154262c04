import { expect, test } from 'vitest';
import { openShadowServer } from '../embedded/embedded-server.ts';
import { openPool } from './open-pool.ts';

test('a session goes to the next who asks, unless it broke', async () => {
  const server = await openShadowServer();
  try {
    const shadow = await server.createShadow();
    await using pool = openPool(await shadow.connect(), () => shadow.connect());
    const pidOf = async (): Promise<number> => {
      const client = await pool.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      client.release();
      return rows[0]?.pid ?? 0;
    };
    const first = await pidOf();
    expect(await pidOf()).toBe(first);

    const watcher = await shadow.connect();
    await watcher.query('select pg_terminate_backend($1)', [first]);
    await expect.poll(() => pool.totalCount).toBe(0);
    expect(await pidOf()).not.toBe(first);

    const [one, other] = [await pool.connect(), await pool.connect()];
    expect(pool.totalCount).toBe(2);
    one.release(true);
    other.release();
    await expect.poll(() => pool.totalCount).toBe(1);
    await watcher.end();
  } finally {
    await server.close();
  }
});

import { expect, test } from 'vitest';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import { shadowAhead } from './shadow-ahead.ts';
import type { Scratch } from './shadow-of.ts';

async function names(scratch: Scratch): Promise<string> {
  const client = await scratch.connect();
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.end();
  return rows[0]?.name ?? '';
}

test('the first shadow that is taken was made ahead, and each is another', async () => {
  await using shadows = await openShadowServer();
  let made = 0;
  await using ahead = await shadowAhead(() => {
    made += 1;
    return shadows.createShadow();
  });
  expect(made).toBe(1);
  const first = await ahead.shadow();
  expect(made).toBe(1);
  const second = await ahead.shadow();
  expect(await names(first)).not.toBe(await names(second));
  await Promise.all([first.drop(), second.drop()]);
});

test('a shadow that nobody took is dropped, and one that could not be made troubles nobody', async () => {
  await using shadows = await openShadowServer();
  let database = '';
  {
    await using _ = await shadowAhead(async () => {
      const shadow = await shadows.createShadow();
      database = shadow.name;
      return shadow;
    });
  }
  const client = await shadows.connect();
  expect((await client.query('select from pg_database where datname = $1', [database])).rowCount).toBe(0);
  await client.end();
  expect(database).not.toBe('');

  const refused = new Error('no space left');
  await using other = await shadowAhead(() => Promise.reject(refused));
  await expect(other.shadow()).rejects.toBe(refused);
  await using _ = await shadowAhead(() => Promise.reject(refused));
});

import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { watchRows } from './keep-rows.ts';

async function onShadow(work: (client: Client) => Promise<void>): Promise<void> {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

test('rows that are gone and values that are others are told; a renamed column is followed', () =>
  onShadow(async (client) => {
    // a column may be called like the alias of its table
    await client.query('create table a (t int, old text); insert into a values (1, null), (2, $$x$$)');
    const check = await watchRows(client, [
      {
        before: 'a',
        after: 'a',
        columns: [
          ['t', 't'],
          ['old', 'new'],
        ],
      },
    ]);
    await client.query('alter table a rename old to new');
    expect(await check(client, 'up')).toEqual([]);
    await client.query('update a set t = 3 where t = 2');
    expect(await check(client, 'up')).toEqual([{ table: 'a', what: 'has other values than before' }]);
    await client.query('delete from a where t = 3');
    expect(await check(client, 'up')).toEqual([{ table: 'a', what: 'had 2 rows and has 1' }]);
  }));

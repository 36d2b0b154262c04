import { expect, test } from 'vitest';
import { schemaFolder } from '../../test/schema-folder.ts';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import { openSource } from './open-source.ts';

test.each([14, 18])(
  'a subscription is there in each clone, and keeps none from being dropped (PostgreSQL %i)',
  async (major) => {
    await using shadows = await openShadowServer({ major });
    const path = schemaFolder({
      'a.sql': `create subscription news connection 'host=nowhere dbname=x' publication one, two with (connect = false);
      comment on subscription news is 'from elsewhere';`,
    });
    await using first = await openSource({ type: 'files', path, shown: 'db' }, { shadows });
    await using second = await openSource({ type: 'files', path, shown: 'db' }, { shadows });
    await using cloned = await first.clone();
    for (const database of [first, second, cloned]) {
      const client = await database.connect();
      const { rows } = await client.query<unknown[]>({
        text: `select subname, subenabled, subpublications, obj_description(oid, 'pg_subscription')
        from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())`,
        rowMode: 'array',
      });
      await client.end();
      expect(rows).toEqual([['news', false, ['one', 'two'], 'from elsewhere']]);
    }
    const client = await cloned.connect();
    await client.query('alter subscription news set publication three with (refresh = false)');
    await client.query('alter subscription news set (slot_name = none)');
    await client.query('drop subscription news');
    await client.end();
    const admin = await shadows.connect();
    await Promise.all([first.close(), second.close(), cloned.drop()]);
    const { rows } = await admin.query("select from pg_subscription where subname = 'news'");
    await admin.end();
    expect(rows).toEqual([]);
  },
);

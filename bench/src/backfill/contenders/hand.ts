import { withClient } from '../../with-client.ts';
import type { Contender } from '../contender.ts';
import { batch, update } from '../statement.ts';

/** The limit: the ranges are known, nothing is remembered, and no commit but the last waits for the disk. */
export const byHand: Contender = ({ url, rows }) =>
  withClient(url, async (client) => {
    await client.query('SET synchronous_commit = off');
    for (let after = 0; after < rows; after += batch) {
      if (after + batch >= rows) await client.query('SET synchronous_commit = on');
      await client.query(`${update} AND id > ${after} AND id <= ${after + batch}`);
    }
  });

import type { Client, QueryResult, QueryResultRow } from 'pg';

/** Runs one statement on some session. */
export type Run = <Row extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<QueryResult<Row>>;

/** A session's statements, one after the other however many ask at once. */
export function runOn(client: Client): Run {
  let last: Promise<unknown> = Promise.resolve();
  return <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
    const result = last.then(() => client.query<Row>(sql, [...values]));
    last = result.catch(() => undefined);
    return result;
  };
}

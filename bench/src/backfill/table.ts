/** A queue as applications have them; its rows are of about 200 bytes. */
export function tableScripts(rows: number): readonly string[] {
  return [
    `CREATE TABLE jobs (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      status text NOT NULL,
      payload text NOT NULL,
      attempts int NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
    `INSERT INTO jobs (status, payload, created_at)
    SELECT (ARRAY['done', 'done', 'done', 'failed', 'queued'])[1 + i % 5], repeat(md5(i::text), 1 + i % 8),
      timestamptz '2026-01-01' + i * interval '1 s'
    FROM generate_series(1, ${rows}) AS i`,
    'CREATE INDEX jobs_created_idx ON jobs (created_at)',
    'ALTER TABLE jobs ADD COLUMN priority int',
    'VACUUM ANALYZE jobs',
  ];
}

import { migrate } from '@pgplumb/migrate';
import pg from 'pg';

// Applies a folder of migrations as an app does at start-up.
const [, , url, folder] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'deployer' });
await migrate({ client: pool, migrations: folder });
await pool.end();

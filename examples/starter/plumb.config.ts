import { defineConfig } from 'pgplumb';

export default defineConfig({
  schema: 'db/schema',
  migrations: 'db/migrations',
  seeds: 'db/seed',
});

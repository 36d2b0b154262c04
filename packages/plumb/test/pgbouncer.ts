export { hasPgbouncer, startPgbouncer } from '../../migrate/test/pgbouncer.ts';

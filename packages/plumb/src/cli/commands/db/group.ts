import { defineGroup } from '../../command.ts';
import { dbStart } from './start.ts';
import { dbStatus } from './status.ts';
import { dbStop } from './stop.ts';
import { dbUrl } from './url.ts';

export const db = defineGroup({
  brief: "The project's own database, which plumb runs",
  commands: { start: dbStart, stop: dbStop, status: dbStatus, url: dbUrl },
});

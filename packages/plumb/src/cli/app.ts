import { defineGroup } from './command.ts';
import { advise } from './commands/advise.ts';
import { baseline } from './commands/baseline.ts';
import { check } from './commands/check.ts';
import { config } from './commands/config.ts';
import { db } from './commands/db/group.ts';
import { describe } from './commands/describe.ts';
import { diff } from './commands/diff.ts';
import { down } from './commands/down.ts';
import { drift } from './commands/drift.ts';
import { dump } from './commands/dump.ts';
import { explain } from './commands/explain.ts';
import { fix } from './commands/fix.ts';
import { generate } from './commands/generate.ts';
import { init } from './commands/init.ts';
import { newCommand } from './commands/new.ts';
import { plans } from './commands/plans/group.ts';
import { profile } from './commands/profile/group.ts';
import { redo } from './commands/redo.ts';
import { repair } from './commands/repair.ts';
import { reset } from './commands/reset.ts';
import { rules } from './commands/rules.ts';
import { seed } from './commands/seed.ts';
import { shadow } from './commands/shadow/group.ts';
import { sql } from './commands/sql.ts';
import { status } from './commands/status.ts';
import { up } from './commands/up.ts';

/** Every command of plumb, by the words that lead to it. */
export const app = defineGroup({
  brief: 'the PostgreSQL toolchain for TypeScript teams',
  commands: {
    init,
    check,
    fix,
    rules,
    config,
    db,
    describe,
    explain,
    advise,
    diff,
    new: newCommand,
    generate,
    up,
    down,
    status,
    drift,
    redo,
    reset,
    seed,
    baseline,
    repair,
    dump,
    profile,
    plans,
    sql,
    shadow,
  },
});

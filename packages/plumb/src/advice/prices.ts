/** What an index as large as all tables together has to save, as a share of what the workload costs. */
const ofSize = 0.002;
/** What each has to save, however small it is. */
const ofWorkload = 0.0001;
/** Where queries are many, each is a small part of them all, and so is what an index can save. */
const ofQuery = 0.01;

/** What each index has to save to be worth its room and somebody's attention. */
export function pricesOf(
  bytes: readonly number[],
  workload: { readonly cost: number; readonly queries: number; readonly tableBytes: number },
): readonly number[] {
  const { cost, queries, tableBytes } = workload;
  const least = Math.min(ofWorkload, ofQuery / Math.max(1, queries));
  return bytes.map((each) => cost * (least + (ofSize * each) / Math.max(tableBytes, each, 1)));
}

/** The height of a b-tree of so many pages: inner pages are filled to 70 percent. */
export function estimatedHeight(pages: number, keyWidth: number): number {
  const fanout = Math.max(2, Math.floor((8152 * 0.7) / (Math.ceil((8 + keyWidth) / 8) * 8 + 4)));
  let height = 0;
  for (let level = pages - 1; level > 1; height++) level = Math.ceil(level / fanout);
  return height;
}

/** A stretch of text that is replaced; offsets count UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface EditedText {
  readonly text: string;
  /** Where a place of the edited text was in the original. */
  original(offset: number): number;
}

export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let edited = '';
  let at = 0;
  for (const edit of sorted) {
    edited += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { text: edited + text.slice(at), original: (offset) => originalOffset(offset, sorted) };
}

function originalOffset(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

import type { GrantDescription, ObjectDescription, Reference } from '../../catalog/description/description.ts';
import type { Look } from '../look.ts';
import { printable } from '../printable.ts';
import { wrap } from '../text-width.ts';
import { type Line, renderSection } from './sections.ts';

/** What it is, what is special about it, and its comment. */
export function renderHead(
  what: string,
  { name, comment, owner }: Pick<ObjectDescription, 'name' | 'comment' | 'owner'>,
  facts: readonly (string | null)[],
  look: Look,
): string {
  const said = [...facts, owner === null ? null : `owner ${owner}`].filter((fact) => fact !== null && fact !== '');
  const room = Math.min(look.width, 100);
  const lines = (text: string): readonly string[] =>
    look.width === Number.POSITIVE_INFINITY ? text.split('\n') : wrap(text, room);
  const dot = look.unicode ? ' · ' : ', ';
  return [
    ...lines(`${what} ${printable(name)}`).map((line, at) =>
      at > 0 ? look.heading(line) : look.muted(what) + look.heading(line.slice(what.length)),
    ),
    ...(said.length === 0 ? [] : lines(printable(said.join(dot))).map(look.muted)),
    ...(comment === null ? [] : lines(comment).map(printable)),
  ].join('\n');
}

/** Who may do what with it, and what needs it. */
export function renderUses(
  { grants, usedBy, namedBy }: Pick<ObjectDescription, 'grants' | 'usedBy' | 'namedBy'>,
  look: Look,
): readonly (string | null)[] {
  return [
    renderSection('Grants', grants.map(grantLine), look),
    renderSection('Used by', byKind(usedBy), look),
    renderSection('Named in the bodies of', byKind(namedBy), look),
  ];
}

function grantLine({ role, privileges, grantable, revoked, column }: GrantDescription): Line {
  const on = column === null ? '' : ` (${column})`;
  const list = (names: readonly string[]): string => names.map((name) => name + on).join(', ');
  const only = privileges.filter((name) => !grantable.includes(name));
  const parts = [
    list(only),
    grantable.length === 0 ? '' : `${list(grantable)} with grant option`,
    revoked.length === 0 ? '' : `not ${list(revoked)}`,
  ];
  return [role === 'CURRENT_USER' ? 'owner' : role, parts.filter((part) => part !== '').join(', ')];
}

/** One line for each kind. */
function byKind(references: readonly Reference[]): readonly Line[] {
  const kinds = [...new Set(references.map(({ kind }) => kind))];
  return kinds.map((kind) => [
    kind.replaceAll('-', ' '),
    references
      .filter((each) => each.kind === kind)
      .map(({ name }) => name)
      .join(', '),
  ]);
}

/** Sections that there are, with a line between them. */
export function joinSections(sections: readonly (string | null)[]): string {
  return sections.filter((section) => section !== null && section !== '').join('\n\n');
}

import { literal } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { readComments } from './read-comments.ts';

export type CommentFacts = {
  /** What it is on, as COMMENT ON names it. */
  readonly phrase: string;
  /** Null only for an extension that comes with a comment and has none. */
  readonly text: string | null;
};

/** `on` is the object's id. */
export function commentId(on: string): string {
  return `comment ${on}`;
}

export default defineKind<CommentFacts>({
  id: 'comment',
  rank: 210,
  read: readComments,
  // PostgreSQL leaves a subscription's behind.
  goesWithParent: ({ parent }) => parent?.startsWith('subscription ') !== true,
  phrase: ({ facts }) => `COMMENT ON ${facts.phrase}`,
  create: ({ facts }) => [comment(facts.phrase, facts.text)],
  drop: ({ facts, notes }) => [comment(facts.phrase, notes?.original ?? null)],
  alter: ({ facts: from }, { facts: to }) => ({
    statements: from.text === to.text ? [] : [comment(to.phrase, to.text)],
  }),
});

function comment(phrase: string, text: string | null): Statement {
  return statement(`COMMENT ON ${phrase} IS ${text === null ? 'NULL' : literal(text)}`);
}

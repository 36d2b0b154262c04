import type { Node } from 'libpg-query';
import type { Token } from './tokens.ts';
import type { Treatment } from './treatment.ts';

export function treatSubscription(_tree: Node, _text: string, _tokens: () => readonly Token[]): Treatment | null {
  return null;
}

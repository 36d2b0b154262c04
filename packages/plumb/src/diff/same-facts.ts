import { settled } from '../catalog/printed-sql.ts';

/** Whether two plain values say the same. The order of an object's members doesn't matter, that of a list does. */
export function sameFacts(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return settled(one) === settled(other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = Object.entries(one);
  if (members.length !== Object.keys(other).length) return false;
  const others = new Map<string, unknown>(Object.entries(other));
  return members.every(([name, value]) => others.has(name) && sameFacts(value, others.get(name)));
}

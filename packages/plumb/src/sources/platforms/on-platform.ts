import type { SchemaSource } from '../schema-source.ts';

/** SQL of a Supabase project, such as its declarative schemas: on what every database of the platform has. */
export function onPlatform(source: SchemaSource): SchemaSource {
  return isOfPlatform(source) ? put(source) : source;
}

/** Two that are compared: both stand on the platform, or none does. */
export function bothOnPlatform(one: SchemaSource, other: SchemaSource): readonly [SchemaSource, SchemaSource] {
  const may = [one, other].every((source) => source.type === 'empty' || isOfPlatform(source));
  if (!may || !(isOfPlatform(one) || isOfPlatform(other))) return [one, other];
  return [put(one), put(other)];
}

function put(source: SchemaSource): SchemaSource {
  return source.type === 'url' || source.type === 'exec' ? source : { ...source, onPlatform: true };
}

function isOfPlatform(source: SchemaSource): boolean {
  if (source.type === 'files') return /[\\/]supabase[\\/]schemas(?:[\\/]|$)/.test(source.path);
  return source.type === 'migrations' && /[\\/]supabase[\\/]migrations[\\/]?$/.test(source.folder);
}

import { identifier, literal } from '../../identifier.ts';
import { optionChanges, type StorageOptions } from '../table/storage-options.ts';

/** `column_name 'id', key 'true'` */
export function foreignOptionList(options: StorageOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `${identifier(name)} ${literal(value)}`)
    .join(', ');
}

/** `SET key 'false', ADD column_name 'id', DROP other` */
export function foreignOptionChanges(from: StorageOptions, to: StorageOptions): string | null {
  const { set, reset } = optionChanges(from, to);
  const changes = [
    ...reset.map((name) => `DROP ${identifier(name)}`),
    ...Object.entries(set).map(
      ([name, value]) => `${name in from ? 'SET' : 'ADD'} ${identifier(name)} ${literal(value)}`,
    ),
  ];
  return changes.length === 0 ? null : changes.join(', ');
}

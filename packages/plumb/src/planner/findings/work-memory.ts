const units: Readonly<Record<string, number>> = {
  B: 1 / 1024,
  kB: 1,
  MB: 1024,
  GB: 1024 * 1024,
  TB: 1024 * 1024 * 1024,
};

/** What a sort and a hash table may take, in kB. */
export function memoryOf(settings: Readonly<Record<string, string>>): { readonly sort: number; readonly hash: number } {
  const [, amount = '4', unit = 'MB'] = /^([\d.]+)\s*(\w*)$/.exec(settings.work_mem ?? '4MB') ?? [];
  const sort = Number(amount) * (units[unit === '' ? 'kB' : unit] ?? 1);
  return { sort, hash: sort * Number(settings.hash_mem_multiplier ?? 2) };
}

/** As much as is asked for and half more, as a setting is written. */
export function memorySetting(kB: number): string {
  return `${Math.max(8, Math.ceil((kB * 1.5) / 1024))}MB`;
}

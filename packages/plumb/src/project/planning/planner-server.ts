import { Problem } from '../../contract/problem.ts';
import { defaultMajor } from '../../postgres/embedded/major.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { postgresMajors } from '../config.ts';
import { openShadows, type ShadowsOptions } from '../open-shadows.ts';
import type { Settings } from '../settings/settings.ts';

/** Opens a server that plans as production's major does: that major itself, and the usual one where it is not installed. */
export async function openPlannerServer(
  settings: Settings,
  major: number | null,
  shadows: Omit<ShadowsOptions, 'needsFiles'>,
): Promise<PostgresServer> {
  const options = { ...shadows, needsFiles: true };
  const known = postgresMajors.find((each) => each === major);
  if (known !== undefined && known !== defaultMajor) {
    try {
      return await openShadows({ ...settings, major: known }, options);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'POSTGRES_NOT_INSTALLED')) throw error;
    }
  }
  return openShadows({ ...settings, major: defaultMajor }, options);
}

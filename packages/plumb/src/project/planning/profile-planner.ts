import { resolve } from 'node:path';
import type { ProgressListener } from '../../contract/progress.ts';
import { readProfileToPlan } from '../../planner/anonymity/reveal-profile.ts';
import { openPlannerShadow, type PlannerShadow } from '../../planner/planner-shadow.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';
import type { Place, Settings } from '../settings/settings.ts';
import { openPlannerServer } from './planner-server.ts';

export interface ProfilePlannerRequest extends Place {
  readonly settings: Settings;
  /** The profile's file; undefined: plans of empty tables. */
  readonly profile?: string | undefined;
  /** In place of the profile's own schema. */
  readonly schema?: SchemaSource | undefined;
  /** As who is planned. */
  readonly role?: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface ProfilePlanner extends AsyncDisposable {
  readonly profile: Profile | null;
  readonly shadow: PlannerShadow;
}

/** Opens what plans as production does, on a server where the SQL of the profile has no way to the machine. */
export async function openProfilePlanner(request: ProfilePlannerRequest): Promise<ProfilePlanner> {
  const { settings, schema = null, cwd, env, signal, progress } = request;
  const file = request.profile;
  const profile = file === undefined ? null : readProfileToPlan(resolve(cwd, file), file);
  const shadows = await openPlannerServer(settings, profile?.server.major ?? null, {
    env,
    guarded: true,
    progress,
    signal,
  });
  try {
    const shadow = await openPlannerShadow({ profile, schema, role: request.role, shadows, progress, signal });
    return {
      profile,
      shadow,
      [Symbol.asyncDispose]: async () => {
        await shadow.close();
        await shadows.close();
      },
    };
  } catch (error) {
    await shadows.close();
    throw error;
  }
}

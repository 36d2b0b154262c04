import pc from 'picocolors';

/** How output is to be drawn: what the terminal can do, and one paint for each meaning. */
export interface Look {
  readonly colour: boolean;
  /** Columns to fit into; `Infinity` when the output goes to a file or a pipe. */
  readonly width: number;
  /** False where only ASCII is safe. */
  readonly unicode: boolean;
  readonly verbose: boolean;
  readonly heading: Paint;
  /** Names of things: databases, files, flags. */
  readonly name: Paint;
  /** What can be typed or run: commands, SQL. */
  readonly code: Paint;
  readonly muted: Paint;
  readonly good: Paint;
  readonly caution: Paint;
  readonly bad: Paint;
}

type Paint = (text: string) => string;

interface Surface {
  readonly colour: boolean;
  readonly width: number;
  readonly unicode: boolean;
  readonly verbose: boolean;
}

/** The part of a stream that tells what it can show. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const narrowest = 20;

export function createLook(surface: Surface): Look {
  const paint = pc.createColors(surface.colour);
  return {
    ...surface,
    heading: paint.bold,
    name: paint.bold,
    code: paint.cyan,
    muted: paint.dim,
    good: paint.green,
    caution: paint.yellow,
    bad: paint.red,
  };
}

export function lookOf(stream: OutputStream, env: Environment, verbose: boolean): Look {
  const terminal = stream.isTTY === true;
  return createLook({
    colour: wantsColour(terminal, env),
    width: widthOf(terminal, stream.columns, env),
    unicode: !['dumb', 'linux'].includes(env.TERM ?? ''),
    verbose,
  });
}

function wantsColour(terminal: boolean, env: Environment): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return terminal && env.TERM !== 'dumb';
}

function widthOf(terminal: boolean, columns: number | undefined, env: Environment): number {
  const stated = Number.parseInt(env.COLUMNS ?? '', 10);
  if (stated > 0) return Math.max(stated, narrowest);
  if (!terminal) return Number.POSITIVE_INFINITY;
  return Math.max(columns || 80, narrowest);
}

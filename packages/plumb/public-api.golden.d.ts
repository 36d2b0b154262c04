interface ConfigContext {
    readonly env: Readonly<Record<string, string | undefined>>;
}

type ConfigFunction = (context: ConfigContext) => PlumbConfig | Promise<PlumbConfig>;

interface EmptyShadow {
    readonly key?: never;
    readonly build?: never;
}

interface Envelope<Data = unknown> {
    readonly plumb: string;
    readonly command: string;
    readonly ok: boolean;
    readonly data: Data | null;
    readonly findings: readonly Finding[];
    readonly error: EnvelopeError | null;
}

interface EnvelopeError {
    readonly code: ProblemCode;
    readonly message: string;
    readonly hint: string | null;
}

interface Finding {
    readonly id: string;
    readonly severity: Severity;
    readonly title: string;
    readonly message: string;
    readonly why: string;
    readonly fix: Fix | null;
    readonly location: Location | null;
    readonly objects: readonly string[];
    readonly evidence: Readonly<Record<string, unknown>>;
}

interface Fix {
    readonly description: string;
    readonly sql: string;
}

interface Location {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
}

interface PlumbConfig {
    readonly database?: {
        readonly url?: string | undefined;
        readonly port?: number | undefined;
    } | undefined;
    readonly postgres?: {
        readonly major?: PostgresMajor | undefined;
    } | undefined;
    readonly schema?: string | undefined;
    readonly migrations?: string | undefined;
    readonly shadow?: {
        readonly idle?: number | undefined;
        readonly templates?: {
            readonly count?: number | undefined;
            readonly bytes?: number | undefined;
        } | undefined;
    } | undefined;
}

interface PostgresServer extends AsyncDisposable {
    readonly origin: 'embedded' | 'url';
    readonly version: ServerVersion;
    connect(database?: string): Promise<Client>;
    url(database?: string): string;
    createShadow(options?: ShadowOptions): Promise<ShadowDatabase>;
    close(): Promise<void>;
}

class Problem extends Error {
    readonly name = "Problem";
    readonly code: ProblemCode;
    readonly hint: string | null;
    constructor(code: ProblemCode, message: string, options?: ProblemOptions);
}

type ProblemCode = (typeof problemCodes)[number];

interface ProblemOptions {
    readonly hint?: string;
    readonly cause?: unknown;
}

interface Progress {
    readonly message: string;
    readonly done?: number;
    readonly total?: number;
}

type ProgressListener = (progress: Progress) => void;

interface ServerVersion {
    readonly major: number;
    readonly text: string;
}

type Severity = 'error' | 'warning' | 'info';

interface ShadowDatabase extends AsyncDisposable {
    readonly name: string;
    readonly url: string;
    connect(): Promise<Client>;
    drop(): Promise<void>;
}

type ShadowOptions = EmptyShadow | TemplateShadow;

interface ShadowServerOptions {
    readonly major?: number;
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly idleSeconds?: number;
    readonly limits?: TemplateLimits;
    readonly progress?: ProgressListener;
    readonly signal?: AbortSignal;
}

interface TemplateLimits {
    readonly count: number;
    readonly bytes: number;
}

interface TemplateShadow {
    readonly key: string;
    readonly build: (client: Client) => Promise<void>;
}

function cleanShadows(env?: NodeJS.ProcessEnv): Promise<CleanResult>;

function createShadow(shadow?: ShadowOptions, options?: ShadowServerOptions): Promise<ShadowDatabase>;

function defineConfig(config: PlumbConfig): PlumbConfig;
function defineConfig(config: ConfigFunction): ConfigFunction;

function openPrivateServer(options?: ShadowServerOptions): Promise<PostgresServer>;

function openShadowServer(options?: ShadowServerOptions): Promise<PostgresServer>;

const problemCodes: readonly ['USAGE', 'CONFIG_INVALID', 'NEEDS_ANSWER', 'FILE_NOT_FOUND', 'NO_PERMISSION', 'DISK_FULL', 'PLATFORM_UNSUPPORTED', 'POSTGRES_NOT_INSTALLED', 'SERVER_NOT_RUNNING', 'SERVER_START_FAILED', 'SERVER_LOST', 'PORT_IN_USE', 'DATA_UNUSABLE', 'HOST_NOT_FOUND', 'CONNECTION_REFUSED', 'CONNECTION_TIMEOUT', 'CONNECTION_LOST', 'TLS_FAILED', 'TLS_NOT_OFFERED', 'AUTH_FAILED', 'DATABASE_MISSING', 'TOO_MANY_CONNECTIONS', 'SQL_FAILED', 'COMMAND_FAILED', 'INTERRUPTED', 'INTERNAL'];

function shadowStatus(env?: NodeJS.ProcessEnv): Promise<ShadowStatus>;

// Not exported, but part of the above

const postgresMajors: readonly [14, 15, 16, 17, 18, 19];

interface CleanResult {
    readonly home: Home;
    readonly stopped: number;
    readonly freedBytes: number;
}

interface Home {
    readonly folder: string;
    readonly movedFrom: string | null;
}

interface ShadowClusterStatus {
    readonly major: number;
    readonly running: boolean;
    readonly pid: number | null;
    readonly templates: readonly Template[];
    readonly shadows: readonly ShadowInUse[];
}

interface ShadowInUse {
    readonly name: string;
    readonly bytes: number;
    readonly connections: number;
}

interface ShadowStatus {
    readonly home: Home;
    readonly bytes: number;
    readonly clusters: readonly ShadowClusterStatus[];
}

interface Template {
    readonly name: string;
    readonly usedAt: number;
    readonly bytes: number;
}

type PostgresMajor = (typeof postgresMajors)[number];

// Uses Client from 'pg'

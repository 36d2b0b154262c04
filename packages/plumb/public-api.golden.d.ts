interface AdviseOptions extends Omit<SchemaOptions, 'major'> {
    readonly workload?: readonly string[];
    readonly queries?: boolean;
    readonly profile?: string;
    readonly url?: string;
    readonly schema?: string;
    readonly budget?: number;
    readonly maxIndexes?: number;
    readonly time?: number;
    readonly write?: boolean;
}

interface AdvisedDrop {
    readonly table: string;
    readonly name: string;
    readonly definition: string;
    readonly bytes: number | null;
    readonly reason: 'redundant' | 'unused';
    readonly coveredBy: string | null;
}

interface AdvisedIndex {
    readonly table: string;
    readonly name: string;
    readonly definition: string;
    readonly bytes: number;
    readonly writeCost: number;
    readonly queries: readonly ServedQuery[];
}

interface AdvisedQuery {
    readonly name: string;
    readonly sql: string;
    readonly weight: number;
    readonly before: number;
    readonly after: number;
}

interface Backfill {
    readonly table: string;
    readonly key: readonly string[];
    readonly batch: number;
}

interface CheckTextOptions {
    readonly base?: string;
    readonly file?: string;
    readonly major?: number;
}

interface ColumnDescription {
    readonly name: string;
    readonly type: string;
    readonly collation: string | null;
    readonly nullable: boolean;
    readonly default: string | null;
    readonly identity: 'always' | 'by default' | null;
    readonly generated: {
        readonly expression: string;
        readonly kept: 'stored' | 'virtual';
    } | null;
    readonly comment: string | null;
}

interface ConfigContext {
    readonly env: Readonly<Record<string, string | undefined>>;
}

type ConfigFunction = (context: ConfigContext) => PlumbConfig | Promise<PlumbConfig>;

interface DatabaseDescription {
    readonly schemas: readonly SchemaDescription[];
    readonly extensions: readonly (Summary & {
        readonly version: string | null;
    })[];
    readonly others: readonly OtherSummary[];
}

interface DescribeOptions extends SchemaOptions {
    readonly from?: string;
}

type Description = RelationDescription | TypeDescription | RoutineDescription | SequenceDescription | NamedColumnDescription | ExtensionDescription | SchemaDescription | OtherDescription;

interface DiffOptions extends PlanningOptions {
    readonly from?: string;
}

interface DiffTimings {
    readonly open: number;
    readonly read: number;
    readonly plan: number;
    readonly prove: number;
}

type DumpOptions = DescribeOptions;

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

interface ExtensionDescription extends ObjectDescription {
    readonly kind: 'extension';
    readonly schema: string | null;
    readonly version: string | null;
}

interface Finding {
    readonly id: string;
    readonly severity: Severity;
    readonly title: string;
    readonly message: string;
    readonly why: string;
    readonly todo?: string;
    readonly fix: Fix | null;
    readonly location: Location | null;
    readonly objects: readonly string[];
    readonly evidence: Readonly<Record<string, unknown>>;
}

interface Fix {
    readonly description: string;
    readonly sql: string;
    readonly replaces?: 'file';
}

interface ForeignKeyDescription extends PartDescription {
    readonly table: string;
    readonly columns: readonly string[];
    readonly references: {
        readonly table: string;
        readonly columns: readonly string[];
    };
}

interface GenerateOptions extends PlanningOptions {
    readonly migrations?: string;
}

interface GeneratedMigration extends SchemaMigration {
    readonly written: WrittenMigration | null;
}

interface GrantDescription {
    readonly role: string;
    readonly privileges: readonly string[];
    readonly grantable: readonly string[];
    readonly revoked: readonly string[];
    readonly column: string | null;
}

interface GuardedServerOptions extends ShadowServerOptions {
    readonly guestLimits?: GuestLimits;
}

interface GuestLimits {
    readonly milliseconds: number;
    readonly bytes: number;
    readonly answerBytes: number;
}

interface Hazard {
    readonly kind: HazardKind;
    readonly message: string;
    readonly objects: readonly string[];
}

type HazardKind = 'data-loss' | 'rewrites-table' | 'scans-table' | 'blocks-writes' | 'blocks-reads' | 'may-fail-on-rows' | 'object-unavailable' | 'access-changes' | 'stale-values' | 'irreversible';

interface IndexDescription extends PartDescription {
    readonly unique: boolean;
    readonly valid: boolean;
    readonly bytes: number | null;
}

interface Location {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
}

interface NamedColumnDescription extends ObjectDescription {
    readonly kind: 'column';
    readonly table: string;
    readonly column: ColumnDescription;
    readonly partOf: readonly PartDescription[];
    readonly referencedBy: readonly ForeignKeyDescription[];
}

interface ObjectDescription {
    readonly name: string;
    readonly comment: string | null;
    readonly owner: string | null;
    readonly grants: readonly GrantDescription[];
    readonly usedBy: readonly Reference[];
    readonly namedBy: readonly Reference[];
    readonly sql: string;
}

interface OtherDescription extends ObjectDescription {
    readonly kind: 'other';
    readonly what: string;
}

interface OtherSummary extends Summary {
    readonly kind: string;
}

interface PartDescription {
    readonly name: string;
    readonly definition: string;
    readonly comment: string | null;
    readonly inheritedFrom: string | null;
}

interface PartitionDescription {
    readonly table: string;
    readonly bounds: string;
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
    readonly seeds?: string | undefined;
    readonly check?: {
        readonly preset?: Preset | undefined;
        readonly groups?: Readonly<Partial<Record<RuleGroup, Level | undefined>>> | undefined;
        readonly rules?: Readonly<Partial<Record<RuleId, Level | undefined>>> | undefined;
    } | undefined;
    readonly shadow?: {
        readonly url?: string | undefined;
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
    readonly notes: readonly Finding[];
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

interface ProjectAdvice extends Advice {
    readonly profile: {
        readonly from: string;
        readonly capturedAt: string;
    };
    readonly written: WrittenMigration | null;
    readonly findings: readonly Finding[];
}

interface ProjectDescription {
    readonly from: string;
    readonly postgres: string;
    readonly database: DatabaseDescription | null;
    readonly found: readonly Description[];
    readonly findings: readonly Finding[];
}

interface Reference {
    readonly kind: string;
    readonly name: string;
}

interface RelationDescription extends ObjectDescription {
    readonly kind: 'table' | 'foreign-table' | 'view' | 'materialized-view';
    readonly columns: readonly ColumnDescription[];
    readonly primaryKey: PartDescription | null;
    readonly uniques: readonly PartDescription[];
    readonly foreignKeys: readonly ForeignKeyDescription[];
    readonly referencedBy: readonly ForeignKeyDescription[];
    readonly checks: readonly PartDescription[];
    readonly exclusions: readonly PartDescription[];
    readonly indexes: readonly IndexDescription[];
    readonly triggers: readonly PartDescription[];
    readonly rowSecurity: 'off' | 'on' | 'forced';
    readonly policies: readonly PartDescription[];
    readonly rules: readonly PartDescription[];
    readonly statistics: readonly PartDescription[];
    readonly publications: readonly string[];
    readonly partitionKey: string | null;
    readonly partitionOf: PartitionDescription | null;
    readonly partitions: readonly PartitionDescription[];
    readonly inherits: readonly string[];
    readonly children: readonly string[];
    readonly ofType: string | null;
    readonly unlogged: boolean;
    readonly server: string | null;
    readonly options: Readonly<Record<string, string>>;
    readonly query: string | null;
    readonly rows: number | null;
    readonly bytes: number | null;
}

interface RelationSummary extends Summary {
    readonly kind: RelationDescription['kind'];
    readonly columns: number;
    readonly partitions: number;
    readonly partitionOf: string | null;
    readonly rows: number | null;
    readonly bytes: number | null;
}

interface RoutineDescription extends ObjectDescription {
    readonly kind: 'function' | 'procedure' | 'aggregate';
    readonly arguments: string;
    readonly returns: string | null;
    readonly language: string | null;
    readonly attributes: readonly string[];
    readonly body: string | null;
}

interface RoutineSummary extends Summary {
    readonly kind: RoutineDescription['kind'];
    readonly returns: string | null;
}

interface SchemaDescription extends ObjectDescription {
    readonly kind: 'schema';
    readonly tables: readonly RelationSummary[];
    readonly views: readonly RelationSummary[];
    readonly types: readonly TypeSummary[];
    readonly routines: readonly RoutineSummary[];
    readonly sequences: readonly Summary[];
    readonly others: readonly OtherSummary[];
}

interface SchemaMigration {
    readonly from: string;
    readonly to: string;
    readonly postgres: string;
    readonly equal: boolean;
    readonly ok: boolean;
    readonly up: string;
    readonly down: string;
    readonly steps: readonly Step[];
    readonly downSteps: readonly Step[];
    readonly findings: readonly Finding[];
    readonly timings: DiffTimings;
}

interface SchemaOptions {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly major?: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: ProgressListener;
}

interface SchemaSql {
    readonly from: string;
    readonly sql: string;
    readonly findings: readonly Finding[];
}

interface SequenceDescription extends ObjectDescription {
    readonly kind: 'sequence';
    readonly type: string;
    readonly options: readonly string[];
    readonly ownedBy: string | null;
}

interface ServedQuery {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    readonly saved: number;
}

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

type Sizes = ReadonlyMap<string, {
    readonly rows: number | null;
    readonly bytes: number;
}>;

interface Step {
    readonly sql: string;
    readonly transaction: number | null;
    readonly lockTimeout: number | null;
    readonly hazards: readonly Hazard[];
    readonly backfill: Backfill | null;
    readonly comment: string | null;
    readonly instead?: readonly Step[];
}

interface Summary {
    readonly name: string;
    readonly comment: string | null;
}

interface TemplateLimits {
    readonly count: number;
    readonly bytes: number;
}

interface TemplateShadow {
    readonly key: string;
    readonly build: (client: Client, from: string | null) => Promise<void>;
    readonly beginnings?: readonly string[];
}

interface TypeDescription extends ObjectDescription {
    readonly kind: 'enum' | 'domain' | 'composite' | 'range';
    readonly labels: readonly string[];
    readonly base: string | null;
    readonly nullable: boolean;
    readonly default: string | null;
    readonly collation: string | null;
    readonly constraints: readonly PartDescription[];
    readonly attributes: readonly {
        readonly name: string;
        readonly type: string;
        readonly comment: string | null;
    }[];
    readonly multirange: string | null;
}

interface TypeSummary extends Summary {
    readonly kind: string;
    readonly of: string;
}

interface WrittenMigration {
    readonly version: string;
    readonly format: MigrationFormat;
    readonly files: readonly string[];
    readonly withDown: boolean;
}

function advise(options?: AdviseOptions): Promise<ProjectAdvice>;

function checkText(sql: string, options?: CheckTextOptions): Promise<readonly Finding[]>;

function cleanShadows(env?: NodeJS.ProcessEnv): Promise<CleanResult>;

function createShadow(shadow?: ShadowOptions, options?: ShadowServerOptions): Promise<ShadowDatabase>;

function defineConfig(config: PlumbConfig): PlumbConfig;
function defineConfig(config: ConfigFunction): ConfigFunction;

function describe(name?: string, options?: DescribeOptions): Promise<ProjectDescription>;

function diff(options?: DiffOptions): Promise<SchemaMigration>;

function dump(options?: DumpOptions): Promise<SchemaSql>;

function generate(name: string, options?: GenerateOptions): Promise<GeneratedMigration>;

function openGuardedServer(options?: GuardedServerOptions): Promise<PostgresServer>;

function openPrivateServer(options?: ShadowServerOptions): Promise<PostgresServer>;

function openShadowServer(options?: ShadowServerOptions): Promise<PostgresServer>;

const problemCodes: readonly ['USAGE', 'CONFIG_INVALID', 'NEEDS_ANSWER', 'FILE_NOT_FOUND', 'FILE_INVALID', 'NO_PERMISSION', 'DISK_FULL', 'PLATFORM_UNSUPPORTED', 'POSTGRES_NOT_INSTALLED', 'SERVER_NOT_RUNNING', 'SERVER_START_FAILED', 'SERVER_LOST', 'PORT_IN_USE', 'DATA_UNUSABLE', 'HOST_NOT_FOUND', 'CONNECTION_REFUSED', 'CONNECTION_TIMEOUT', 'CONNECTION_LOST', 'TLS_FAILED', 'TLS_NOT_OFFERED', 'AUTH_FAILED', 'DATABASE_MISSING', 'TOO_MANY_CONNECTIONS', 'SQL_FAILED', 'COMMAND_FAILED', 'HISTORY_DIFFERS', 'LOCKED', 'INTERRUPTED', 'INTERNAL'];

function shadowStatus(env?: NodeJS.ProcessEnv): Promise<ShadowStatus>;

// Not exported, but part of the above

const levels: readonly ['off', 'on', 'info', 'warning', 'error'];

const postgresMajors: readonly [14, 15, 16, 17, 18, 19];

const presetNames: readonly ['recommended', 'strict', 'supabase'];

const ruleGroups: readonly ['locks', 'data', 'application', 'transaction', 'schema', 'security', 'queries', 'style', 'rehearsal'];

const ruleIds: readonly ['add-check-valid', 'add-column-inline-check', 'add-column-inline-unique', 'add-column-of-constrained-domain', 'add-column-references-with-default', 'add-column-volatile-default', 'add-exclusion', 'add-foreign-key-valid', 'add-primary-key', 'add-required-column', 'add-serial-or-identity-column', 'add-stored-generated-column', 'add-unique', 'again-fails', 'alter-constraint-enforced', 'alter-referenced-key-type', 'alter-type-blocked-by-view', 'alter-type-recheck', 'alter-type-reindex', 'alter-type-rewrite', 'attach-builds-index', 'attach-partition-scan', 'attach-scans-default', 'bloat', 'blocks-others', 'cached-plan-result-change', 'change-type-seen-by-clients', 'char-n', 'cluster', 'column-alignment', 'column-or-table-used-by-code', 'concurrently-in-transaction', 'concurrently-on-partitioned', 'count-star-for-existence', 'create-index-blocking', 'create-partition-of', 'data-dependent-failure', 'ddl-in-do-block-or-function', 'definer-function-executable-by-all', 'definer-function-without-search-path', 'delete-or-update-without-where', 'detach-blocking', 'distinct-hiding-a-join', 'domain-add-constraint', 'down-differs', 'down-fails', 'drop-cascade-dependents', 'drop-child-locks-parent', 'drop-column', 'drop-constraint', 'drop-foreign-key-locks-parent', 'drop-index-blocking', 'drop-not-null', 'drop-schema', 'drop-table', 'drop-type-cascade', 'duplicate-foreign-key', 'duplicate-index', 'enum-over-lookup', 'enum-value-removal', 'enum-value-used-in-same-transaction', 'extension-in-public', 'extension-outdated', 'floats-for-money', 'foreign-key-in-create-table', 'foreign-key-suffix', 'foreign-key-type-mismatch', 'foreign-key-without-index', 'foreign-table-exposed', 'function-on-indexed-column', 'grant-widening', 'identifier-too-long', 'implicit-cast-on-column', 'index-on-array', 'index-on-boolean', 'index-on-everything', 'index-on-nullable', 'int-key-overflow', 'invalid-index-kept', 'invalid-index-left', 'invalid-query', 'irreversible-down', 'json-over-jsonb', 'json-path-without-index', 'leading-wildcard', 'like-without-pattern-opclass', 'limit-without-order', 'lock-timeout-missing', 'lock-timeout-too-long', 'materialized-view-exposed', 'migration-fails', 'migration-not-readable', 'missing-analyze-after-bulk-load', 'missing-audit-columns', 'missing-comment', 'missing-down', 'missing-on-delete', 'missing-updated-at-trigger', 'mixed-transaction-modes', 'money', 'naming-pattern', 'natural-or-varchar-key', 'nested-transaction', 'no-primary-key', 'non-sargable-date', 'not-in-subquery', 'not-null-proof-dropped-in-same-command', 'not-rerunnable', 'not-valid-constraint-left', 'offset-pagination', 'or-across-columns', 'order-by-random', 'out-of-order', 'partial-key-dependency', 'placeholder-in-migration', 'plaintext-password-column', 'plan-improvement', 'plan-regression', 'plural-tables', 'policy-always-true', 'policy-calls-auth-per-row', 'policy-trusts-user-metadata', 'policy-without-rls', 'primary-key-using-nullable-index', 'public-schema-open', 'query-in-loop', 'redundant-index', 'refresh-concurrently-without-unique-index', 'refresh-materialized-view-blocking', 'rehearsed-without-rows', 'reindex-blocking', 'rename-column', 'rename-enum-value', 'rename-schema', 'rename-table', 'rename-written-as-drop-and-add', 'repeated-groups', 'reserved-word', 'rewrite-headroom', 'rls-disabled-on-exposed-table', 'rls-without-policy', 'security-definer-view', 'select-for-update-without-order', 'select-star', 'sensitive-column-exposed', 'sequence-near-end', 'sequential-over-uuid-key', 'serial-over-identity', 'set-expression-rewrite', 'set-logged', 'set-not-null-on-invalid-nn', 'set-not-null-scan', 'set-schema', 'set-tablespace-or-access-method', 'several-permissive-policies', 'several-rewrites-of-one-table', 'several-writes-without-transaction', 'statement-takes-too-long', 'statement-timeout-missing', 'string-boolean-status-without-check', 'string-concatenation', 'suppression-without-reason', 'timestamp-without-zone', 'timestamptz-depends-on-time-zone', 'transitive-dependency', 'trigger-lock', 'truncate', 'truncate-cascade', 'type-narrowing', 'unbatched-backfill', 'unbounded-read', 'uncommitted-transaction', 'unlogged-or-autovacuum-off', 'unused-index', 'unused-suppression', 'update-or-delete-without-where', 'vacuum-full', 'validate-in-same-transaction', 'varchar-n', 'wide-index', 'wide-lock-window', 'work-after-access-exclusive'];

interface Advice {
    readonly indexes: readonly AdvisedIndex[];
    readonly drop: readonly AdvisedDrop[];
    readonly cost: {
        readonly before: number;
        readonly after: number;
    };
    readonly writeCost: number;
    readonly queries: readonly AdvisedQuery[];
    readonly calls: number;
    readonly seconds: number;
    readonly complete: boolean;
}

interface CleanResult {
    readonly home: Home;
    readonly stopped: number;
    readonly freedBytes: number;
}

interface Home {
    readonly folder: string;
    readonly movedFrom: string | null;
}

interface PlanningOptions extends SchemaOptions {
    readonly to?: string;
    readonly renames?: readonly string[];
    readonly allowDataLoss?: boolean;
    readonly plain?: boolean;
    readonly stepwise?: boolean;
    readonly sizes?: string;
    readonly keepDropped?: boolean;
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

type Level = (typeof levels)[number];

type PostgresMajor = (typeof postgresMajors)[number];

type Preset = (typeof presetNames)[number];

type RuleGroup = (typeof ruleGroups)[number];

type RuleId = (typeof ruleIds)[number];

// Uses Client from 'pg'
// Uses MigrationFormat from '@pgplumb/migrate'

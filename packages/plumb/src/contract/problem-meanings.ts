import type { ProblemCode } from './problem.ts';

/** What each code stands for, as the reference tells it. */
export const problemMeanings: Readonly<Record<ProblemCode, string>> = {
  USAGE: 'The command line is wrong: an unknown command or flag, a missing argument, a value that cannot be read.',
  CONFIG_INVALID: 'A setting is wrong: in the configuration file, in the environment or in a connection URL.',
  NEEDS_ANSWER:
    'The command has a question and nobody can be asked, because there is no terminal. A flag gives the answer.',

  FILE_NOT_FOUND: 'A file that was named does not exist.',
  FILE_INVALID: 'A file that plumb wrote, such as a profile, is damaged or of another version.',
  NO_PERMISSION: 'The operating system refuses to read or write a file or folder.',
  DISK_FULL: 'There is no space left where plumb has to write.',

  PLATFORM_UNSUPPORTED: 'The embedded PostgreSQL cannot run on this machine. A server by URL can be used.',
  POSTGRES_NOT_INSTALLED: 'The npm package with the binaries of the wanted PostgreSQL version is not installed.',
  SERVER_NOT_RUNNING: "The project's database is not running.",
  SERVER_START_FAILED: 'The embedded PostgreSQL was started and ended again; the message holds what it said.',
  SERVER_LOST: 'The embedded PostgreSQL went away while it was in use. The next command starts it again.',
  PORT_IN_USE: 'The wanted port is taken by another program.',
  DATA_UNUSABLE: "The project's data folder cannot be used: it is damaged, or was made by another version.",

  HOST_NOT_FOUND: 'The name of the host has no address.',
  CONNECTION_REFUSED: 'Nothing listens at the host and port.',
  CONNECTION_TIMEOUT: 'The server did not answer in time.',
  CONNECTION_LOST: 'The connection was made and then broke.',
  TLS_FAILED: "The server's certificate could not be verified, or the TLS handshake failed.",
  TLS_NOT_OFFERED: 'TLS is asked for and the server does not offer it.',
  AUTH_FAILED: 'The server refuses the user, the password or the host that the connection comes from.',
  DATABASE_MISSING: 'The server has no database of that name.',
  TOO_MANY_CONNECTIONS: 'The server has no connection left to give.',

  SQL_FAILED: 'PostgreSQL refuses a statement; the message holds its error and the place.',
  COMMAND_FAILED: 'A command whose output was to be SQL ended with an error; the message holds what it said.',

  HISTORY_DIFFERS:
    'Migration files and what a database remembers of them do not agree; the findings say where, and what to do.',
  LOCKED: 'What a migration has to lock stayed locked by others. The same command may be tried again later.',

  INTERRUPTED: 'The command was stopped, by Ctrl-C or by a signal to terminate.',
  INTERNAL: 'A mistake in plumb itself. Please report it.',
};

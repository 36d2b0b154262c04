import type { Client } from 'pg';
import type { ChannelBinding } from './connection-settings.ts';

/** The server did not prove that it is the other end of the TLS connection. */
export const channelNotBound = new Error('channel binding was required, and the server did not offer it');

export interface ChannelCheck {
  /** Throws when binding was required and did not happen, as where the server asked for no password at all. */
  check(): void;
}

/** node-postgres binds the channel where the server offers it; `require` must also hold where it doesn't. */
export function bindChannel(client: Client, wanted: ChannelBinding): ChannelCheck {
  let bound = false;
  function refuse(): void {
    client.connection.emit('error', channelNotBound);
    // at once, before node-postgres answers with the password
    client.connection.stream.destroy();
  }
  if (wanted === 'require') {
    client.connection.prependListener('authenticationSASL', ({ mechanisms }: { mechanisms: readonly string[] }) => {
      bound = mechanisms.includes('SCRAM-SHA-256-PLUS');
      if (!bound) refuse();
    });
    client.connection.on('authenticationCleartextPassword', refuse);
    client.connection.on('authenticationMD5Password', refuse);
  }
  return {
    check() {
      if (wanted === 'require' && !bound) throw channelNotBound;
    },
  };
}

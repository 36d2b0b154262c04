import { wordsOf } from './words-of.ts';

const sensitive = [
  /^(.+ )?(password|passwd|pwd|passphrase|passcode)( .+)?$/,
  /^(.+ )?(ssn|social security( number| no)?|national id|passport( number| no)?|drivers? licen[cs]e( number)?|tax id|tin|itin)$/,
  /^(.+ )?(credit card|card|cc|debit card)( number| no| num)$/,
  /^(.+ )?(credit card|cvv|cvc|cvv2|card pin|pin code|pin)$/,
  /^(.+ )?(iban|bank account( number| no)?|account number|routing number|sort code)$/,
  /^(.+ )?(api key|secret|secret key|client secret|private key|access key|encryption key|signing key|totp secret|mfa secret)( hash| hashed| encrypted)?$/,
  /^(.+ )?(access|refresh|auth|session|reset|bearer|api|id|oauth|verification) token( hash)?$/,
  /^(.+ )?(token|recovery codes?|security answer|salary|medical record( number)?|diagnosis|biometrics?|fingerprint)$/,
];
const harmless =
  / (at|on|count|id|expires|expiry|expires at|updated|changed|enabled|required|hint|length|set|type|verified|sent)$/;

/** Whether a column's name says that not everybody may read it. */
export function isSensitive(name: string): boolean {
  const words = wordsOf(name).join(' ');
  return !harmless.test(words) && sensitive.some((pattern) => pattern.test(words));
}

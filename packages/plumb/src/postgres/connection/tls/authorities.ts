import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/** Where Unix systems keep the authorities that the machine trusts, all in one file. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

let known: readonly string[] | undefined;

/** The authorities that this machine and Node.js trust, in PEM. */
export function trustedAuthorities(): readonly string[] {
  known ??= [...tls.rootCertificates, ...storeOfSystem(), ...bundlesOfSystem()];
  return known;
}

/** The store of Windows and macOS, which Node.js reads since 22.15. */
function storeOfSystem(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  const found: unknown = typeof read === 'function' ? Reflect.apply(read, tls, ['system']) : [];
  return Array.isArray(found) ? found.filter((certificate) => typeof certificate === 'string') : [];
}

function bundlesOfSystem(): string[] {
  const chosen = [process.env.SSL_CERT_FILE, process.env.NODE_EXTRA_CA_CERTS].filter((file) => file !== undefined);
  const system = process.env.SSL_CERT_FILE === undefined ? bundles.map(contentOf).find((text) => text !== null) : null;
  return [...chosen.map(contentOf), system ?? null].filter((text) => text !== null);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

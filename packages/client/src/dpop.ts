const encoder = new TextEncoder();
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** P-256, and the private half can sign but never leave the browser. */
export function makeKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
}

export interface ProofOf {
  readonly key: CryptoKeyPair;
  readonly method: string;
  readonly url: string;
  /** Milliseconds, by the server's clock. */
  readonly now: number;
  readonly nonce?: string | undefined;
  readonly accessToken?: string | undefined;
}

/** A DPoP proof (RFC 9449): this request, now, by the holder of this key. */
export async function createProof({ key, method, url, now, nonce, accessToken }: ProofOf): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const { origin, pathname } = new URL(url);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const claims = {
    jti: crypto.randomUUID(),
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(now / 1000),
    ...(nonce && { nonce }),
    ...(accessToken && { ath: base64url(await crypto.subtle.digest('SHA-256', encoder.encode(accessToken))) }),
  };
  const signed = `${base64url(encoder.encode(JSON.stringify(header)))}.${base64url(encoder.encode(JSON.stringify(claims)))}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, encoder.encode(signed));
  return `${signed}.${base64url(signature)}`;
}

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

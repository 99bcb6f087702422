import { describe, expect, it } from 'vitest';
import { createProof, makeKey } from './dpop.ts';

describe('the key', () => {
  it('cannot be taken out of the browser', async () => {
    const { privateKey } = await makeKey();
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });
});

describe('a proof', () => {
  it('names the request without query and fragment, the second, and nothing that it was not given', async () => {
    const proof = await createProof({ key: await makeKey(), method: 'GET', url: 'https://api.test/v1/me?a=1#b', now: 1_700_000_000_999 });
    const claims = JSON.parse(atob(proof.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
    expect(claims).toEqual({ jti: expect.any(String), htm: 'GET', htu: 'https://api.test/v1/me', iat: 1_700_000_000 });
    expect(proof).not.toMatch(/[+/=]/);
  });
});

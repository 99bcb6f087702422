import { importJWK, type CryptoKey } from 'jose';
import { thumbprint, type ProofKey } from './dpop-rules.ts';

/** Imported keys by thumbprint: importing one costs as much as checking a signature. */
export interface ProofKeys {
  imported(key: ProofKey): Promise<CryptoKey>;
}

const most = 5_000;

export function proofKeys(): ProofKeys {
  const known = new Map<string, CryptoKey>();
  return {
    async imported(key) {
      const name = thumbprint(key);
      const found = known.get(name) ?? (await importJWK({ ...key }, 'ES256')) as CryptoKey;
      known.delete(name);
      if (known.size >= most) known.delete(known.keys().next().value as string);
      known.set(name, found);
      return found;
    },
  };
}

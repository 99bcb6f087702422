import { errors, importJWK, jwtVerify } from 'jose';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { RequestFacts } from '../http/route.ts';
import { memoryOf } from './auth-memory.ts';
import { nonceAt, proofFault, proofKey, thumbprint, type ProofClaims, type ProofKey } from './dpop-rules.ts';
import { isSigned } from './proof-signatures.ts';

const invalid = (why: string): DomainError => new DomainError('invalid_proof', `The DPoP proof cannot be taken: ${why}.`);

export const newDpopNonce = (deps: Pick<Deps, 'config' | 'now'>): string => nonceAt(deps.config.keys.nonce.reveal(), deps.now());

/**
 * The thumbprint of the key that signed this request (RFC 9449 4.3). Every proof works once, on reads too: the check
 * is one look into a map, and a stolen proof is then worthless even within its five minutes.
 */
export async function checkProof(deps: Deps, request: RequestFacts, accessToken?: string): Promise<string> {
  const memory = memoryOf(deps);
  const now = deps.now();
  const proof = request.header('dpop');
  if (proof === undefined) throw invalid('the DPoP header is missing');
  // Several headers arrive as one with commas in it, which no JWT has.
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(proof) || proof.length > 2_000) throw invalid('send exactly one JWT in the DPoP header');
  const { jkt, claims } = await verified(deps, proof, now);
  const fault = proofFault(claims, { method: request.method, url: request.url, now, nonceKey: deps.config.keys.nonce.reveal(), ...(accessToken !== undefined && { accessToken }) });
  if (fault === 'nonce') throw new DomainError('use_dpop_nonce', 'Sign again with the nonce from the DPoP-Nonce header of this answer.');
  if (fault !== undefined) throw invalid(fault);
  if (!memory.usedProofs.use(jkt, String(claims['jti']), now)) throw invalid('it was used before');
  return jkt;
}

interface Verified {
  readonly jkt: string;
  readonly claims: ProofClaims;
}

async function verified(deps: Deps, proof: string, now: number): Promise<Verified> {
  const [header = '', payload = '', signature = ''] = proof.split('.');
  const known = memoryOf(deps).proofHeaders.find(header);
  const claims = known && plainClaims(payload);
  if (!known || !claims) return verifiedWhole(deps, proof, header, now);
  if (!(await isSigned(known.key, `${header}.${payload}`, signature))) throw invalid(new errors.JWSSignatureVerificationFailed().message);
  return { jkt: known.jkt, claims };
}

/** Everything, the first time that a page's header is seen. */
async function verifiedWhole(deps: Deps, proof: string, header: string, now: number): Promise<Verified> {
  let found: ProofKey | undefined;
  try {
    const { payload } = await jwtVerify(proof, async ({ jwk }) => {
      found = proofKey(jwk);
      if (!found) throw new errors.JOSEError('the key must be a public P-256 key');
      return importJWK({ ...found }, 'ES256');
    }, { typ: 'dpop+jwt', algorithms: ['ES256'], currentDate: new Date(now) });
    if (!found) throw new errors.JOSEError('the key must be a public P-256 key');
    const jkt = thumbprint(found);
    memoryOf(deps).proofHeaders.add(header, jkt, found);
    return { jkt, claims: payload };
  } catch (error) {
    // A key that cannot be imported or a signature that does not fit is the caller's fault, whatever its class.
    throw invalid(error instanceof errors.JOSEError ? error.message : 'its key cannot be used');
  }
}

/** The claims, when they are a plain object without times that jose would judge; undefined leaves it all to jose. */
function plainClaims(payload: string): ProofClaims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || Array.isArray(claims) || 'exp' in claims || 'nbf' in claims) return undefined;
    return 'iat' in claims && typeof claims.iat !== 'number' ? undefined : claims as ProofClaims;
  } catch {
    return undefined;
  }
}

import type { PortalErrorCode } from '@portico/client/portal-error.ts';
import { sayFinding, type EmbedFindingCode } from '@portico/contract/embed-findings.ts';

/** What is known of the element that shows nothing. */
export interface Silent {
  readonly tag: string;
  readonly business: string;
  readonly apiUrl: string;
  /** Asks who the business is: fails where there is none by that name. */
  page(): Promise<unknown>;
}

const said = new Set<string>();

/**
 * Tells whoever made the page why nothing shows, in the browser's console: with the words of the owner's console.
 * Fetched only when something is wrong.
 */
export async function warnOwner(element: Silent, code: PortalErrorCode | EmbedFindingCode): Promise<void> {
  const finding = await findingFor(element, code);
  if (!finding) return;
  const facts = { origin: new URL(element.apiUrl).origin, business: element.business, found: element.business, ...finding.facts };
  const { what, remedy } = sayFinding(finding.code, facts);
  const text = `<${element.tag}>: ${what} ${remedy}`;
  if (said.has(text)) return;
  said.add(text);
  // oxlint-disable-next-line no-console -- the one place where the page's developer looks
  console.warn(text);
}

interface Finding {
  readonly code: EmbedFindingCode;
  readonly facts?: Readonly<Record<string, string>>;
}

async function findingFor(element: Silent, code: PortalErrorCode | EmbedFindingCode): Promise<Finding | undefined> {
  if (code === 'no_business') return { code, facts: { business: 'your-business' } };
  if (code === 'not_https') return { code };
  if (code === 'origin_not_allowed') return { code: 'origin_not_registered', facts: { origin: location.origin } };
  if (code === 'unreachable') return { code: await isBlockedByPolicy(element.apiUrl) ? 'connect_blocked' : 'unreachable' };
  // Also what a person asked for may not be there: only a business that is not is the owner's concern.
  if (code !== 'not_found') return undefined;
  const isKnown = await element.page().then(() => true, () => false);
  return isKnown ? undefined : { code: 'wrong_business', facts: { business: 'the name in your snippet' } };
}

/** Asks once more and listens to the page's policy; to see nothing is not to be blocked. */
async function isBlockedByPolicy(apiUrl: string): Promise<boolean> {
  let isBlocked = false;
  const hear = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && blockedURI.startsWith(apiUrl)) isBlocked = true;
  };
  document.addEventListener('securitypolicyviolation', hear);
  await fetch(`${apiUrl}/healthz`, { mode: 'no-cors', credentials: 'omit' }).catch(() => undefined);
  // The violation is told in a task of its own.
  await new Promise((resolve) => { setTimeout(resolve); });
  document.removeEventListener('securitypolicyviolation', hear);
  return isBlocked;
}

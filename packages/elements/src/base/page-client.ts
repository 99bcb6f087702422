import { createPortalClient } from '@portico/client/portal-client.ts';
import type { PortalClient } from '@portico/client/portal-client.ts';
import { loaderConfig } from './loader-config.ts';
import { learnProblems } from './localize.ts';

const clients = new Map<string, PortalClient>();
const keyOf = (business: string, apiUrl: string): string => `${apiUrl} ${business}`;

/** One client, and so one sign-in and one live stream, for all elements of a page that show the same business. */
export function pageClient(business: string, apiUrl: string): PortalClient {
  const known = clients.get(keyOf(business, apiUrl));
  if (known) return known;
  const client = createPortalClient({ business, apiUrl, early: takeEarly, beforeRefusal: learnProblems });
  provideClient(client);
  return client;
}

/** Makes elements use this client for its business: for tests, and for pages that make their own. */
export function provideClient(client: PortalClient): void {
  clients.set(keyOf(client.business, client.apiUrl), client);
}

function takeEarly(url: string): Promise<Response> | undefined {
  const early = loaderConfig()?.early;
  const answer = early?.get(url);
  early?.delete(url);
  return answer;
}

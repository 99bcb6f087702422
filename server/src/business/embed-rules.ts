import type { EmbedFinding } from '@portico/contract/embed-check.ts';
import type { EmbedFindingCode } from '@portico/contract/embed-findings.ts';
import { allowsConnection, allowsLit, allowsScript, readPolicies, type ContentPolicy } from '../domain/content-policy.ts';
import { readTags, type HtmlFound, type HtmlTag } from '../domain/html-tags.ts';

export interface PageToCheck {
  readonly address: string;
  readonly status: number;
  readonly type: string;
  readonly policies: readonly string[];
  readonly html: string;
  readonly isCut: boolean;
}

/** What the page should be about. */
export interface Wanted {
  readonly business: string;
  readonly publicUrl: string;
  readonly origins: readonly string[];
}

export interface Judged {
  readonly tags: string[];
  readonly findings: EmbedFinding[];
}

const elementNames = ['bookings', 'documents', 'invoices', 'login'];
const names = new Set(elementNames.map((name) => `portal-${name}`));
const anyElement = elementNames.join('|');
const ourScript = new RegExp(`/v\\d+(?:\\.\\d+\\.\\d+)?/(portal(?:\\.all)?|${anyElement})\\.js(\\?|$)`);
const ourMarkup = new RegExp(`portal-(${anyElement})|portal\\.js`);
const isRun = (type: string | undefined): boolean => type === undefined || ['', 'module', 'text/javascript', 'application/javascript'].includes(type.toLowerCase());
/** Sites whose boxes for code are frames at another address. */
const builders = /(^|\.)(filesusr\.com|usrfiles\.com|wixsite\.com|parastorage\.com|googleusercontent\.com|framer\.app|websitebuilder\.online)$/;

/** Why a page shows nothing, the first reason first. */
export function judgePage(page: PageToCheck, wanted: Wanted): Judged {
  const findings: EmbedFinding[] = [];
  const say = (weight: EmbedFinding['weight'], code: EmbedFindingCode, facts: Record<string, string> = {}): void => { findings.push({ code, weight, facts }); };
  const url = new URL(page.address);
  if (page.status >= 400) say('problem', 'not_found', { status: String(page.status) });
  else if (page.type !== '' && !page.type.includes('html')) say('problem', 'not_a_page', { type: page.type });
  if (findings.length > 0) return { tags: [], findings };

  if (url.protocol !== 'https:' && !isLocal(url)) say('problem', 'not_https');
  if (url.origin !== new URL(wanted.publicUrl).origin && !wanted.origins.includes(url.origin)) say('problem', 'origin_not_registered', { origin: url.origin });
  const found = readTags(page.html);
  const elements = found.tags.filter(({ name }) => names.has(name));
  judgeScript(found, elements, url, wanted, say);
  judgePolicies(policiesOf(page, found), scriptsOf(found), url, wanted, say);
  if (page.isCut) say('hint', 'too_large');
  if (elements.some(({ attributes }) => !/min-height|height/.test(attributes['style'] ?? '') && !attributes['class'])) say('hint', 'no_height');
  if (!findings.some(({ weight }) => weight === 'problem')) say('fine', 'fine');
  return { tags: [...new Set(elements.map(({ name }) => name))], findings };
}

type Say = (weight: EmbedFinding['weight'], code: EmbedFindingCode, facts?: Record<string, string>) => void;

const isLocal = ({ hostname }: URL): boolean => hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';
const isOurScript = ({ name, attributes }: HtmlTag): boolean => name === 'script' && ourScript.test(sourceOf(attributes));
/** Optimizers put the address aside until they think it is time. */
const sourceOf = (attributes: HtmlTag['attributes']): string => attributes['src'] ?? attributes['data-src'] ?? attributes['data-rocket-src'] ?? attributes['data-cmp-src'] ?? '';
const scriptsOf = ({ tags }: HtmlFound): HtmlTag[] => tags.filter(isOurScript);

function judgeScript(found: HtmlFound, elements: readonly HtmlTag[], url: URL, wanted: Wanted, say: Say): void {
  const scripts = scriptsOf(found);
  const [script] = scripts;
  if (!script) {
    if (ourMarkup.test(found.text)) return say('problem', 'pasted_as_text');
    return say('problem', found.tags.some(isFrameOfBuilder) ? 'inside_frame' : 'script_missing');
  }
  const held = scripts.every(({ attributes }) => !isRun(attributes['type']) || attributes['src'] === undefined);
  const origin = URL.parse(sourceOf(script.attributes), url.href)?.origin ?? '';
  if (held) say('problem', 'script_held', { type: script.attributes['type'] ?? 'data-src' });
  if (origin !== new URL(wanted.publicUrl).origin) say('problem', 'script_elsewhere', { origin });
  if (elements.length === 0) return say('problem', 'tag_missing');
  const byScript = scripts.map(({ attributes }) => attributes['data-business']).find(Boolean);
  const shown = elements.map(({ attributes }) => attributes['business'] || byScript);
  if (shown.some((business) => !business)) say('problem', 'no_business', { business: wanted.business });
  const wrong = shown.find((business) => business && business !== wanted.business);
  if (wrong) say('problem', 'wrong_business', { found: wrong.slice(0, 80), business: wanted.business });
}

function isFrameOfBuilder({ name, attributes }: HtmlTag): boolean {
  if (name !== 'iframe') return false;
  if (ourMarkup.test(attributes['srcdoc'] ?? '')) return true;
  return builders.test(URL.parse(attributes['src'] ?? '', 'https://page.invalid')?.hostname ?? '');
}

function policiesOf({ policies }: PageToCheck, { tags }: HtmlFound): ContentPolicy[] {
  const inPage = tags.filter(({ name, attributes }) => name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy').map(({ attributes }) => attributes['content'] ?? '');
  return [...policies, ...inPage].flatMap(readPolicies);
}

function judgePolicies(policies: readonly ContentPolicy[], scripts: readonly HtmlTag[], page: URL, { publicUrl }: Wanted, say: Say): void {
  const { origin } = new URL(publicUrl);
  const api = new URL('/v1/', publicUrl);
  const isBlocked = (policy: ContentPolicy): boolean => scripts.every(({ attributes }) => {
    const url = URL.parse(sourceOf(attributes), page.href);
    return !url || !allowsScript(policy, url, page, attributes['nonce']);
  });
  if (scripts.length > 0 && policies.some(isBlocked)) say('problem', 'script_blocked', { origin });
  if (policies.some((policy) => !allowsConnection(policy, new URL('businesses/', api), page))) say('problem', 'connect_blocked', { origin });
  if (policies.some((policy) => !allowsLit(policy))) say('problem', 'trusted_types');
}

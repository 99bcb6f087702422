/** One Content-Security-Policy: its directives and their sources. */
export type ContentPolicy = ReadonlyMap<string, readonly string[]>;

/** A header may hold several policies, separated by commas. */
export function readPolicies(header: string): ContentPolicy[] {
  return header.split(',').map((policy) => {
    const directives = new Map<string, readonly string[]>();
    for (const [name = '', ...sources] of policy.split(';').map((directive) => directive.trim().split(/\s+/))) {
      // The first of a name counts.
      if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
    }
    return directives;
  }).filter((policy) => policy.size > 0);
}

const sourcesOf = (policy: ContentPolicy, ...names: readonly string[]): readonly string[] | undefined => names.map((name) => policy.get(name)).find((sources) => sources !== undefined);

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return ['http:', 'https:'].includes(url.protocol);
  if (source === "'self'") return url.origin === page.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return url.protocol === source.toLowerCase();
  const [, scheme, host = '', port, path = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? [];
  if (host === '') return false;
  const isScheme = scheme === undefined ? [page.protocol, 'https:'].includes(url.protocol) : `${scheme.toLowerCase()}:` === url.protocol || (scheme.toLowerCase() === 'http' && url.protocol === 'https:');
  const isHost = host === '*' || (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1).toLowerCase()) : url.hostname === host.toLowerCase());
  const standard = url.protocol === 'https:' ? '443' : '80';
  const actual = url.port || standard;
  const isPort = port === '*' || actual === (port ?? standard) || (port === '80' && actual === '443');
  const isPath = path === '' || path === '/' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return isScheme && isHost && isPort && isPath;
}

/** Whether a script in the page's own markup may run. */
export function allowsScript(policy: ContentPolicy, url: URL, page: URL, nonce: string | undefined): boolean {
  const sources = sourcesOf(policy, 'script-src-elem', 'script-src', 'default-src');
  if (!sources) return true;
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  // It takes the list of hosts out of force.
  if (sources.includes("'strict-dynamic'")) return false;
  return sources.some((source) => matches(source, url, page));
}

export function allowsConnection(policy: ContentPolicy, url: URL, page: URL): boolean {
  const sources = sourcesOf(policy, 'connect-src', 'default-src');
  return !sources || sources.some((source) => matches(source, url, page));
}

/** Lit makes one policy of its own. */
export function allowsLit(policy: ContentPolicy): boolean {
  const names = policy.get('trusted-types');
  return !names || names.includes('*') || names.includes('lit-html');
}

/** One hostile page: what it does to its guests, and what it may ask of the visit. */
export interface ZooPage {
  /** Of its file in `pages/`. */
  readonly name: string;
  readonly title: string;
  /** Sent with it; `{api}` and `{nonce}` are filled in. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly width?: number;
  /** It is as wide as what is in it: then it moves when we come, and not through us. */
  readonly givesNoWidth?: true;
  /** A visit there goes all the way to a booking, on a day of its own: one of the next month that has free times. */
  readonly bookOnDay?: number;
  /** What the browser may say about this page, because the page is about it. */
  readonly expected?: RegExp;
  /** Firefox goes there too. */
  readonly inFirefox?: true;
}

const policy = (...lines: readonly string[]): Readonly<Record<string, string>> => ({ 'Content-Security-Policy': lines.join('; ') });
const rest = ["default-src 'none'", 'connect-src {api}', "img-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'self'"];
/** The snippet reserves its height in a style attribute; this line lets it, and nothing else. */
const reserves = "style-src-attr 'unsafe-inline'";
/** The browser's words for it, and ours for the page's owner. */
const refused = /Failed to load resource|net::ERR_|cannot be reached from this page/;

export const zooPages: readonly ZooPage[] = [
  { name: 'plain', title: 'A blank page', bookOnDay: 1, inFirefox: true },
  { name: 'important', title: 'html { font-size: 62.5% } and * { … !important }', inFirefox: true },
  { name: 'wordpress', title: 'A classic WordPress theme', inFirefox: true },
  { name: 'bootstrap', title: 'Bootstrap 5' },
  { name: 'tailwind', title: 'Tailwind 4’s preflight' },
  {
    name: 'csp-nonce', title: 'CSP: scripts by nonce only', inFirefox: true,
    headers: policy("script-src 'nonce-{nonce}'", reserves, ...rest),
  },
  {
    name: 'csp-strict-dynamic', title: 'CSP: nonce and strict-dynamic', inFirefox: true,
    headers: policy("script-src 'nonce-{nonce}' 'strict-dynamic'", reserves, ...rest),
  },
  { name: 'csp-no-inline', title: 'CSP: an allow-list, and no inline style at all', inFirefox: true, headers: policy('script-src {api}', ...rest) },
  {
    name: 'trusted-types', title: 'Trusted Types', bookOnDay: 2,
    headers: policy("script-src 'nonce-{nonce}' 'strict-dynamic'", reserves, "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'", ...rest),
  },
  {
    name: 'isolated', title: 'COOP and COEP', inFirefox: true,
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
  { name: 'overflow', title: 'overflow: hidden under the highest z-index', inFirefox: true },
  { name: 'transform', title: 'transform, filter, perspective', inFirefox: true },
  { name: 'contain', title: 'contain: layout paint style', inFirefox: true },
  { name: 'zoom', title: 'zoom: 1.25', bookOnDay: 3, inFirefox: true },
  { name: 'no-anchor', title: 'No anchor positioning, transform and overflow' },
  { name: 'no-anchor-zoom', title: 'No anchor positioning, zoom: 1.25' },
  { name: 'host-dialog', title: 'Inside the page’s open <dialog>', inFirefox: true },
  { name: 'host-dialog-over', title: 'Under the page’s open <dialog>' },
  { name: 'host-form', title: 'Inside the page’s <form>', bookOnDay: 4, inFirefox: true },
  { name: 'shrink', title: 'A float, a flex item and an inline block that fit their content', givesNoWidth: true, inFirefox: true },
  { name: 'column-280', title: 'A column of 280 px', inFirefox: true },
  { name: 'phone', title: 'A phone, 360 px', width: 360, bookOnDay: 5 },
  { name: 'rtl', title: 'Right to left, Arabic', bookOnDay: 6, inFirefox: true },
  { name: 'dark', title: 'A dark page that declares nothing', inFirefox: true },
  { name: 'pasted-twice', title: 'Pasted twice' },
  { name: 'two-versions', title: 'Two versions on one page', expected: /^portal\.js .* did not start: .* is here\./ },
  { name: 'added-late', title: 'Added late' },
  { name: 'script-late', title: 'A script held back by an optimizer' },
  { name: 'moved', title: 'Moved, taken out, put back' },
  { name: 'turbo', title: 'Turbo: navigated without a reload', inFirefox: true },
  { name: 'view-transition', title: 'A view transition' },
  { name: 'react-strict', title: 'React 19, StrictMode', bookOnDay: 7, inFirefox: true },
  { name: 'react-18', title: 'React 18, StrictMode', bookOnDay: 10 },
  { name: 'nested', title: 'Inside custom elements of the page', inFirefox: true },
  { name: 'own-address', title: 'Only the element’s own address', inFirefox: true },
  { name: 'old-scripts', title: 'Scripts that extend the built-ins' },
  { name: 'api-slow', title: 'The API is slow' },
  { name: 'api-down', title: 'The API is down', expected: refused },
  { name: 'api-garbage', title: 'The API answers garbage', expected: refused },
  { name: 'script-blocked', title: 'The script is blocked', expected: refused },
  { name: 'storage-blocked', title: 'Storage is blocked', bookOnDay: 8 },
  { name: 'clock-ahead', title: 'A clock an hour ahead', bookOnDay: 9 },
  { name: 'clock-behind', title: 'A clock an hour behind' },
];

import { html, type SafeHtml } from '../domain/html.ts';

/** The paper: inline styles for the mail programs that know nothing else, classes for the dark. */

export const paper = '#ffffff';
/** As in the style sheet below. */
export const darkPaper = '#1b1b1e';
export const ink = '#1c1c1f';
const quiet = '#63636b';
const hairline = '#e2e2e6';

export const styles = html`<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.fact { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  .paper { background: #1b1b1e !important; }
  .ink { color: #f1f1f3 !important; }
  .quiet { color: #a9a9b2 !important; }
  .line { border-color: #3a3a40 !important; }
  .pale { background: #f1f1f3 !important; }
  .pale a { color: #000000 !important; }
}
</style>`;

const fonts = html`-apple-system, BlinkMacSystemFont, &#39;Segoe UI&#39;, Roboto, Helvetica, Arial, sans-serif`;

function type(size: number, lineHeight: number): SafeHtml {
  return html`font:${size}px/${lineHeight}px ${fonts};margin:0`;
}

export const type13 = html`${type(13, 20)};color:${quiet}`;
export const type14 = html`${type(14, 21)};color:${quiet}`;
export const type16 = html`${type(16, 25)};color:${ink}`;
export const type17 = html`${type(17, 36)};color:${ink};font-weight:600`;
export const type22 = html`${type(22, 30)};color:${ink};font-weight:600`;
export const type30 = html`${type(30, 38)};color:${ink};font-weight:600;letter-spacing:3px`;
export const colourQuiet = html`color:${quiet}`;
export const colourInk = html`color:${ink}`;
export const onPaper = html`background:${paper}`;
export const line = html`1px solid ${hairline}`;
export const tabular = html`font-variant-numeric:tabular-nums`;
export const bare = html`role="presentation" cellpadding="0" cellspacing="0" border="0"`;

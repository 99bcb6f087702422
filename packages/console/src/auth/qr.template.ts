import { html, svg, type TemplateResult } from 'lit';

const viewBox = /viewBox="(0 0 \d{1,4} \d{1,4})"/;
const path = /<path[^>]*\sd="([MmHhVvLlZz\d\s.,-]+)"/;

/** Draws only the one outline found in the server's picture; nothing else of its markup reaches the page. */
export function qrCode(picture: string): TemplateResult {
  const box = viewBox.exec(picture)?.[1];
  const outline = path.exec(picture)?.[1];
  if (!box || !outline) return html`<p class="meta">The picture cannot be shown. Type the key into your app instead.</p>`;
  return html`<svg class="qr" viewBox=${box} role="img" aria-label="QR code for your authenticator app" shape-rendering="crispEdges">${svg`<path d=${outline}/>`}</svg>`;
}

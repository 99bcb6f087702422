import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { TotpStart } from '@portico/contract/auth.ts';
import type { Say } from '../base/localize.ts';
import type { AccountMessage } from './account-messages.ts';

/** What the authenticator app has to know, as a picture and as text. */
export function totpSetup(say: Say<AccountMessage>, { qrSvg, secret, uri }: TotpStart): TemplateResult {
  return html`
    <p>${say('totpScan')}</p>
    ${qrPicture(qrSvg, say('totpPicture'))}
    <p><span class="hint">${say('totpKey')}</span><br><a class="link key" href=${uri}>${secret.replace(/.{4}(?=.)/g, '$& ')}</a></p>
  `;
}

/** The server's picture, drawn anew: a data: image may be refused by img-src, and strange markup is never inserted. */
export function qrPicture(source: string, label: string): TemplateResult {
  const box = /viewBox="([\d. -]+)"/.exec(source)?.[1] ?? '0 0 1 1';
  const paths = [...source.matchAll(/<path[^>]*\sd="([MmHhVvLlZz\d\s.,-]+)"/g)].map((match) => match[1]);
  return html`
    <svg class="qr" role="img" aria-label=${label} viewBox=${box} shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff"></rect>
      ${paths.map((path) => svg`<path fill="#000" d=${path}></path>`)}
    </svg>
  `;
}

export interface RecoveryCodeList {
  readonly say: Say<AccountMessage>;
  readonly codes: readonly string[];
  onCopy(): void;
  onDownload(): void;
  onKept(): void;
}

export function recoveryCodeList({ say, codes, onCopy, onDownload, onKept }: RecoveryCodeList): TemplateResult {
  return html`
    <div class="stack">
      <p class="strong" tabindex="-1" data-focus>${say('recoveryTitle')}</p>
      <p>${say('recoveryText')}</p>
      <ul class="codes figures" role="list">${codes.map((code) => html`<li>${code}</li>`)}</ul>
      <div class="row">
        <button type="button" class="secondary" part="button" data-action="copy" @click=${onCopy}>${say('copy')}</button>
        <button type="button" class="secondary" part="button" data-action="download" @click=${onDownload}>${say('download')}</button>
        <button type="button" class="primary" part="button button-primary" data-action="kept" @click=${onKept}>${say('recoveryKept')}</button>
      </div>
    </div>
  `;
}

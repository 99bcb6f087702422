import type { ClientPackage, PackageEntry } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { InvoicesMessage, SayInvoices } from './invoices-messages.ts';

const words: Readonly<Record<PackageEntry['kind'], InvoicesMessage>> = {
  bought: 'bought', used: 'usedFor', returned: 'cameBack', expired: 'ranOut', withdrawn: 'takenBack', corrected: 'corrected', ended: 'ended',
};

/** Every session that came and went, the latest first; each use names its appointment. */
export function packageEntries(say: SayInvoices, { entries }: Pick<ClientPackage, 'entries'>): TemplateResult {
  return html`<ul class="entries" role="list" part="list">${entries.toReversed().map(({ kind, change, booking, reason }) => html`
    <li><span>${say(words[kind], booking ?? {})} ${reason ? html`<span class="hint">${reason}</span>` : nothing}</span> <span class="figures">${change > 0 ? '+' : '−'}${Math.abs(change)}</span></li>`)}</ul>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { isOwner, mayAdminister, meNow } from '../app/session.ts';
import { SessionController } from '../app/session-controller.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { LightElement } from '../ui/light-element.ts';
import '../auth/portico-account.ts';
import '../auth/portico-team.ts';
import '../bookings/portico-closures.ts';
import '../bookings/portico-providers.ts';
import '../bookings/portico-services.ts';
import '../invoices/portico-invoice-settings.ts';
import '../invoices/portico-packages.ts';
import '../invoices/portico-plans.ts';
import '../invoices/portico-payment-providers.ts';
import '../invoices/portico-taxes.ts';
import '../notifications/portico-activity.ts';
import '../notifications/portico-outbox.ts';
import './portico-branding.ts';
import './portico-embed.ts';
import { settingsStyles } from './settings.styles.ts';

interface Section {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
  readonly isFor: () => boolean;
  readonly view: (item: string) => TemplateResult;
}

const anybody = (): boolean => true;
const sections: readonly Section[] = [
  { key: 'services', name: 'Services', hint: 'What can be booked', isFor: anybody, view: (item) => html`<portico-services .item=${item}></portico-services>` },
  { key: 'packages', name: 'Packages', hint: 'Sessions sold ahead', isFor: anybody, view: (item) => html`<portico-packages .item=${item}></portico-packages>` },
  { key: 'plans', name: 'Plans', hint: 'Invoiced again and again', isFor: anybody, view: (item) => html`<portico-plans .item=${item}></portico-plans>` },
  { key: 'providers', name: 'Providers and hours', hint: 'Who can be booked, and when', isFor: anybody, view: (item) => html`<portico-providers .item=${item}></portico-providers>` },
  { key: 'closures', name: 'Closed days', hint: 'Holidays and longer absences', isFor: anybody, view: () => html`<portico-closures></portico-closures>` },
  { key: 'business', name: 'Business and branding', hint: 'Name, looks, words, sign-in', isFor: anybody, view: () => html`<portico-branding></portico-branding>` },
  { key: 'embed', name: 'Your website', hint: 'The snippet and where it may run', isFor: anybody, view: (item) => html`<portico-embed .item=${item}></portico-embed>` },
  { key: 'invoices', name: 'Invoices', hint: 'Company details, numbers, reminders', isFor: anybody, view: () => html`<portico-invoice-settings></portico-invoice-settings>` },
  { key: 'taxes', name: 'Taxes', hint: 'Rates that lines can carry', isFor: anybody, view: () => html`<portico-taxes></portico-taxes>` },
  { key: 'payments', name: 'Online payments', hint: 'Stripe, and how it tells us', isFor: mayAdminister, view: () => html`<portico-payment-providers></portico-payment-providers>` },
  { key: 'team', name: 'Team', hint: 'Who works here', isFor: isOwner, view: () => html`<portico-team></portico-team>` },
  { key: 'mail', name: 'Mail and jobs', hint: 'What leaves the house', isFor: anybody, view: () => html`<portico-outbox></portico-outbox>` },
  { key: 'activity', name: 'Activity', hint: 'Who did what, and when', isFor: mayAdminister, view: () => html`<portico-activity></portico-activity>` },
  { key: 'account', name: 'Your account', hint: 'Password, authenticator app, sessions', isFor: anybody, view: () => html`<portico-account></portico-account>` },
];

/** Settings: a list of sections, each a page. On a phone the list comes first. */
export class PorticoSettings extends LightElement {
  static override properties = { section: {}, item: {} };
  declare section: string;
  declare item: string;

  constructor() {
    super();
    new SessionController(this);
    this.section = '';
    this.item = '';
    adoptStyles(settingsStyles);
  }

  protected override render(): TemplateResult {
    const mine = sections.filter(({ isFor }) => isFor());
    const chosen = mine.find(({ key }) => key === this.section);
    const shown = chosen ?? mine[0];
    const link = ({ key, name, hint }: Section): TemplateResult => html`<li><a href="#/settings/${key}" aria-current=${key === shown?.key && (chosen || !isPhone()) ? 'page' : nothing}><span class="name">${name}</span><span class="meta">${hint}</span></a></li>`;
    return html`<div class="page settings ${chosen ? 'has-section' : ''} ${this.item ? 'has-item' : ''}">
      <nav class="settings-nav" aria-label="Settings"><h1>Settings</h1>${meNow()?.mustAddTotp ? nothing : html`<ul>${mine.map(link)}</ul>`}</nav>
      <div class="settings-body"><p class="crumb settings-back"><a href="#/settings">Settings</a></p>${shown?.view(this.item)}</div></div>`;
  }
}

const isPhone = (): boolean => matchMedia('(max-width: 719px)').matches;

customElements.define('portico-settings', PorticoSettings);

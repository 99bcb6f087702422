import type { BusinessSettings } from '@portico/contract/business.ts';
import { snippetOf, type SnippetElement } from '@portico/contract/embed-snippet.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { business } from '../api/business.ts';
import { coverWords, pinnedTo, release, type Cover, type Release } from '../api/release.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { checkField, segmentField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { embedStyles } from './embed.styles.ts';
import './portico-origins.ts';
import './portico-page-check.ts';
import './portico-playground-screen.ts';

/** What to paste, where it may run, and why nothing shows. */
export class PorticoEmbed extends LightElement {
  static override properties = { item: {} };
  declare item: string;
  readonly #business = new QueryController<BusinessSettings>(this, () => business);
  readonly #wish = new FormController(this, { bookings: true, documents: false, invoices: false, login: false, isPinned: false, cover: 'loader' as Cover });
  readonly #release = new QueryController<Release>(this, () => (this.#wish.draft.isPinned ? release : undefined));

  constructor() {
    super();
    this.item = '';
    adoptStyles(embedStyles);
  }

  protected override render(): TemplateResult {
    const settings = this.#business.value;
    if (!settings) return html`${waiting(this.#business, 6)}`;
    if (this.item === 'playground') return html`<portico-playground-screen .settings=${settings}></portico-playground-screen>`;
    return html`<div class="title-row"><h2 class="title">Your website</h2><a class="button" href=${settings.hostedUrl} target="_blank" rel="noopener">Open your hosted page ${icon('open')}</a></div>
      ${this.#snippet(settings)}
      <section class="section"><h2>Where it may run</h2><portico-origins .settings=${settings}></portico-origins></section>
      <section class="section"><h2>Nothing shows?</h2><portico-page-check .settings=${settings}></portico-page-check></section>`;
  }

  #snippet(settings: BusinessSettings): TemplateResult {
    const { isPinned, cover, ...picks } = this.#wish.draft;
    const chosen = (['login', 'bookings', 'invoices', 'documents'] as const satisfies SnippetElement[]).filter((element) => picks[element]);
    const pinned = isPinned ? this.#release.value : undefined;
    const snippet = snippetOf({ ...settings, ...pinned && pinnedTo(pinned, settings.scriptUrl, cover) }, chosen.map((element) => ({ element })));
    return html`<section><h2>Paste this where it should appear</h2>
      <div class="picks" role="group" aria-label="What to show">${checkField(this.#wish, 'bookings', 'Booking')}${checkField(this.#wish, 'invoices', 'Invoices')}${checkField(this.#wish, 'documents', 'Documents')}${checkField(this.#wish, 'login', 'Sign-in and account')}</div>
      ${chosen.length === 0 ? html`<p class="note">Choose what your page should show.</p>` : html`<pre tabindex="0" aria-label="Snippet"><code>${snippet}</code></pre>
        <div class="copy-line"><portico-copy .text=${snippet} label="Copy the snippet"></portico-copy><a class="button quiet" href="#/settings/embed/playground">Try colours and sizes</a></div>`}
      <div class="pinned">${checkField(this.#wish, 'isPinned', 'Only this version, verified', 'For sites that must check every script (integrity). It stays as it is until you paste a newer snippet.')}
        ${pinned ? segmentField(this.#wish, 'cover', { label: 'What the hash covers', hint: coverWords(pinned, cover, chosen), choices: covers }) : nothing}
        ${isPinned && this.#release.error ? html`<p class="error">The version could not be read. The snippet is the ordinary one.</p>` : nothing}</div>
      <p class="hint">It takes over your page’s font and colours. The height is reserved, so your page does not jump, and the link inside works even without JavaScript. Pasting it twice does no harm.</p></section>`;
  }
}

const covers = [{ value: 'loader', label: 'The script' }, { value: 'modules', label: 'Each element' }, { value: 'all', label: 'Every byte' }];

customElements.define('portico-embed', PorticoEmbed);

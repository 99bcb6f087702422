import type { DateOverride, WeeklyHours } from '@portico/contract/bookings/hours.ts';
import type { ProviderSettings } from '@portico/contract/bookings/providers.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addProvider, changeProvider } from '../api/bookings.ts';
import { invalidate } from '../api/cache.ts';
import { go } from '../app/router.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { troubleWith, weekHasTrouble } from '../ui/hours-rules.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-hours.ts';
import { wholeFrom } from '../ui/typed-text.ts';
import { overridesEditor } from './overrides.template.ts';

interface ProviderDraft {
  name: string; colour: string; maxPerDay: string; weeklyHours: readonly WeeklyHours[]; overrides: readonly DateOverride[];
}

const usualWeek: readonly WeeklyHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));

/** One provider: name, colour, weekly hours, and the days that are different. */
export class PorticoProviderEditor extends LightElement {
  static override properties = { provider: { attribute: false } };
  declare provider: ProviderSettings | undefined;
  readonly #form = new FormController<ProviderDraft>(this, { name: '', colour: '#2f5bea', maxPerDay: '', weeklyHours: usualWeek, overrides: [] });
  #filledFor = '';

  protected override willUpdate(changed: PropertyValues): void {
    const { provider } = this;
    if (!changed.has('provider') || !provider || this.#filledFor === provider.id) return;
    this.#filledFor = provider.id;
    const { name, colour, maxPerDay, weeklyHours, overrides } = provider;
    this.#form.fill({ name, colour, maxPerDay: maxPerDay === null ? '' : String(maxPerDay), weeklyHours, overrides });
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    return html`<p class="crumb"><a href="#/settings/providers">Providers</a></p><div class="title-row"><h2 class="title">${this.provider?.name ?? 'A new provider'}</h2></div>
      <form novalidate @submit=${this.#save}>
        <div class="group"><div class="pair">${textField(form, 'name', { label: 'Name', maxlength: 80 })}
          <div class="field"><label for="provider-colour">Colour in the calendar</label><span class="colour-line"><input id="provider-colour" type="color" .value=${form.draft.colour} @input=${(event: Event) => form.set('colour', (event.target as HTMLInputElement).value)}></span></div></div></div>
        <div class="group"><h3>Weekly hours</h3><portico-hours .hours=${form.draft.weeklyHours} .error=${this.#hoursError()} @change-hours=${(event: CustomEvent<readonly WeeklyHours[]>) => form.set('weeklyHours', event.detail)}></portico-hours></div>
        <div class="group"><h3>Different on some days</h3>${overridesEditor({ overrides: form.draft.overrides, onChange: (overrides) => form.set('overrides', overrides) })}</div>
        <div class="group"><h3>Limit</h3>${textField(form, 'maxPerDay', { label: 'At most a day', isOptional: true, inputmode: 'numeric', after: 'bookings', width: 'short' })}</div>
        ${saveRow(form, { label: this.provider ? 'Save' : 'Add provider', rest: this.provider ? html`<button type="button" class="quiet" @click=${() => void this.#archive()}>${this.provider.archived ? 'Bring back' : 'No longer book'}</button>` : nothing })}</form>`;
  }

  #hoursError(): string {
    return Object.entries(this.#form.errors).find(([field]) => field.startsWith('weeklyHours'))?.[1] ?? '';
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, colour, maxPerDay, weeklyHours, overrides } = this.#form.draft;
    const limit = maxPerDay.trim() === '' ? null : wholeFrom(maxPerDay, 1, 200);
    const isTroubled = weekHasTrouble(weeklyHours) || overrides.some(({ ranges }) => troubleWith(ranges) !== '');
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.', maxPerDay: limit === undefined ? 'Use a whole number from 1 to 200.' : '', weeklyHours: isTroubled ? 'Some hours need another look.' : '' })) return;
    const input = { name: name.trim(), colour, maxPerDay: limit ?? null, weeklyHours: [...weeklyHours] };
    const { provider } = this;
    const changed = { ...input, overrides: [...overrides] };
    const saved = await this.#form.send(async () => (provider ? await changeProvider(provider.id, changed) : await this.#add(input, overrides)));
    if (!saved) return;
    invalidate('providers', 'calendar', 'slots', 'services');
    if (!provider) go('#/settings/providers');
  };

  async #add(input: Parameters<typeof addProvider>[0], overrides: readonly DateOverride[]): Promise<ProviderSettings> {
    const added = await addProvider(input);
    return overrides.length > 0 ? await changeProvider(added.id, { overrides: [...overrides] }) : added;
  }

  async #archive(): Promise<void> {
    const { provider } = this;
    if (!provider) return;
    const saved = await this.#form.send(() => changeProvider(provider.id, { archived: !provider.archived }));
    if (!saved) return;
    invalidate('providers', 'calendar', 'slots');
    go('#/settings/providers');
  }
}

customElements.define('portico-provider-editor', PorticoProviderEditor);

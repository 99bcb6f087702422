import { countriesIn } from '@portico/contract/countries.ts';
import type { TemplateResult } from 'lit';
import { choiceField } from '../ui/field.template.ts';
import type { FormController } from '../ui/form-controller.ts';
import { theHouse } from '../ui/formats.ts';

/** A country by its name; what is kept are its two letters. */
export function countryField<Draft extends { country: string }>(form: FormController<Draft>): TemplateResult {
  const choices = [{ value: '', label: 'Not said' }, ...countriesIn(theHouse().lang, form.draft.country).map(({ value, label }) => ({ value, label, detail: value }))];
  return choiceField(form as unknown as FormController<{ country: string }>, 'country', { label: 'Country', isOptional: true, searchable: true, choices });
}
